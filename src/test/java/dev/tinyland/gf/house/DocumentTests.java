package dev.tinyland.gf.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.contract.ContractProblem;
import dev.tinyland.gf.contract.ContractResult;
import dev.tinyland.gf.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point at is there. */
class DocumentTests {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```$|``[^\n]*?``|`[^`\n]*`");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        int count = 0;
        for (Path document : documents()) {
            Matcher links =
                    LINK.matcher(FENCE.matcher(Files.readString(document)).replaceAll(""));
            while (links.find()) {
                String link = links.group(1);
                if (!link.contains(":")) {
                    count++;
                    if (!leadsSomewhere(document, link)) {
                        broken.add(document + ": " + link);
                    }
                }
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(count > 60, "links: " + count);
    }

    @Test
    void everyDecisionIsInTheIndexByItsTitle() throws IOException {
        String index = Files.readString(Path.of("docs/decisions/README.md"));
        try (Stream<Path> pages = Files.list(Path.of("docs/decisions"))) {
            for (Path page : pages.filter(page -> !page.endsWith("README.md")).toList()) {
                String title = Files.readAllLines(page).getFirst().substring("# ".length());
                assertTrue(index.contains("- [" + title + "](" + page.getFileName() + ")\n"), page + ": " + title);
            }
        }
    }

    /** Line numbers aside, for the contract may grow. */
    @Test
    void theMessagesOfTheContractsPageAreReal() throws IOException {
        String page = Files.readString(Path.of("docs/contract.md"));
        int start = page.indexOf("```\nconfig/contract.yaml:") + 4;
        String shown = page.substring(start, page.indexOf("```\n", start));
        String spoilt = Files.readString(Path.of("config/contract.yaml"))
                .replaceFirst("(?m)^    folder: tofu/stacks/attic\\n", "")
                .replaceFirst("type: dind\n", "type: dinb\n")
                .replaceFirst("(?m)^retired:(?s)(.*?)^  namespaces:", "retired:$1  namespces:");
        ContractResult.Refused<?> refused = assertInstanceOf(
                ContractResult.Refused.class,
                new ContractLoader().load(new SourceFile("config/contract.yaml", spoilt)));
        assertEquals(
                withoutPlaces(shown.strip()),
                withoutPlaces(refused.problems().stream()
                        .map(ContractProblem::toString)
                        .collect(Collectors.joining("\n"))));
    }

    private static String withoutPlaces(String messages) {
        return messages.lines()
                .map(line -> line.strip().replaceFirst(":\\d+:\\d+:", ":"))
                .collect(Collectors.joining("\n"));
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        try (Stream<Path> here = Files.list(Path.of(""))) {
            here.filter(DocumentTests::isDocument).forEach(documents::add);
        }
        for (String folder : List.of("docs", "actions", "linters", "examples", "test-tools", ".github")) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> below = Files.walk(Path.of(folder))) {
                    below.filter(DocumentTests::isDocument).forEach(documents::add);
                }
            }
        }
        return documents;
    }

    private static boolean isDocument(Path file) {
        return file.toString().endsWith(".md") && Files.isRegularFile(file);
    }

    private static boolean leadsSomewhere(Path document, String link) throws IOException {
        int hash = link.indexOf('#');
        String path = hash < 0 ? link : link.substring(0, hash);
        Path target = path.isEmpty()
                ? document
                : Objects.requireNonNull(document.toAbsolutePath().getParent())
                        .resolve(path)
                        .normalize();
        return Files.exists(target) && (hash < 0 || hasHeading(target, link.substring(hash + 1)));
    }

    /** As GitHub names a heading: small letters, no signs, hyphens for blanks. */
    private static boolean hasHeading(Path document, String anchor) throws IOException {
        return HEADING.matcher(Files.readString(document))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w\\- ]", "")
                        .replace(' ', '-'))
                .anyMatch(anchor::equals);
    }
}
