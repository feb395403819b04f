package dev.tinyland.gf.lint.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.lint.Golden;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.rules.Rules;
import dev.tinyland.gf.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of the rules are run. {@code -Dgolden.update=true} writes what the linter says into them. */
class RulePageTests {
    private static final Path FOLDER = Path.of("docs/rules");

    @TempDir
    private Path folder;

    static Stream<Named<RulePage>> pages() throws IOException {
        Set<String> known = new TreeSet<>(rules());
        List<Named<RulePage>> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path path : files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                RulePage page = RulePage.read(new SourceFile(path.toString(), Files.readString(path)));
                if (known.contains(page.title()) && !page.bad().isEmpty()) {
                    found.add(Named.of(page.title(), page));
                }
            }
        }
        return found.stream();
    }

    private static List<String> rules() {
        return Rules.all().rules().stream()
                .map(Rule::info)
                .map(info -> info.id())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void badExamplesGiveTheOutputOfThePage(RulePage page) throws IOException {
        List<String> outputs = new ArrayList<>();
        for (RulePage.Example example : page.bad()) {
            outputs.add(lint("bad-" + outputs.size(), example.files()));
        }
        Golden.checkFile(Path.of(page.file().path()), page.with(outputs));
        for (String output : outputs) {
            assertTrue(output.contains("[" + page.title() + "]"), () -> "not found: " + output);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void goodExamplesAreClean(RulePage page) throws IOException {
        assertFalse(page.good().isEmpty(), page.title());
        assertEquals("", lint("good", page.good()));
    }

    @Test
    void aPageIsCalledAfterItsRule() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path path : files.filter(file -> !file.endsWith("README.md")).toList()) {
                RulePage page = RulePage.read(new SourceFile(path.toString(), Files.readString(path)));
                assertEquals(path.getFileName().toString(), page.title() + ".md");
            }
        }
    }

    private String lint(String name, Map<String, String> files) throws IOException {
        Path root = folder.resolve(name);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Cli.Ran ran = new Cli(root).run("--format", "line", "--no-config");
        assertEquals("", ran.err());
        return ran.out();
    }
}
