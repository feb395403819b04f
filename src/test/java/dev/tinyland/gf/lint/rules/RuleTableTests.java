package dev.tinyland.gf.lint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.lint.Golden;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleTableTests {
    private static final Path PAGES = Path.of("docs/rules");

    private final List<RuleInfo> rules =
            Rules.all().rules().stream().map(rule -> rule.info()).toList();

    @Test
    void everyRuleHasAPageAndEveryPageARule() throws IOException {
        Set<String> pages = new TreeSet<>();
        try (Stream<Path> files = Files.list(PAGES)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.equals("README.md"))
                    .forEach(name -> pages.add(name.replaceFirst("\\.md$", "")));
        }
        Set<String> ids = new TreeSet<>();
        rules.forEach(rule -> ids.add(rule.id()));
        assertEquals(ids, pages);
    }

    @Test
    void everyPageBearsItsRulesNameAndSeverities() throws IOException {
        for (RuleInfo rule : rules) {
            String page = Files.readString(PAGES.resolve(rule.id() + ".md"));
            assertTrue(page.startsWith("# " + rule.id() + "\n"), rule.id());
            String row = "| severity | " + word(rule.inCode()) + " | " + word(rule.inDocuments()) + " |\n";
            assertTrue(page.contains(row), rule.id() + " lacks the row " + row);
        }
    }

    @Test
    void theTableOfRulesIsTheCatalogue() {
        StringBuilder table = new StringBuilder("""
            # The rules of gf-lint

            `gf-lint explain RULE` prints a page. Made from the rules by `mvn test -Dtest=RuleTableTests -Dgolden.update=true`.

            | rule | finds | code | documents | |
            |---|---|---|---|---|
            """);
        for (RuleInfo rule : rules) {
            table.append("| [`%s`](%s.md) | %s | %s | %s | %s |\n"
                    .formatted(
                            rule.id(),
                            rule.id(),
                            rule.title().replace("|", "\\|"),
                            word(rule.inCode()),
                            word(rule.inDocuments()),
                            rule.protectedRule() ? "protected" : rule.onByDefault() ? "" : "off by default"));
        }
        Golden.checkFile(PAGES.resolve("README.md"), table.toString());
    }

    private static String word(Optional<Severity> severity) {
        return severity.map(Severity::word).orElse("not judged");
    }
}
