package dev.tinyland.gf.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Keeps the JBang entries in step with the POM and the sources; {@code -Dentries.write=true} writes them anew. */
class EntryTests {
    /** What the linter's few dependencies bring, and the platform itself. */
    private static final List<String> LINTER_PACKAGES = List.of(
            "dev.tinyland.gf.",
            "java.",
            "javax.",
            "picocli.",
            "org.yaml.snakeyaml.",
            "com.fasterxml.jackson.",
            "org.commonmark.",
            "org.jspecify.");

    private final ProjectModel model = ProjectModel.read(Path.of("pom.xml"));

    EntryTests() throws IOException {}

    @Test
    void directivesAgreeWithThePomAndTheSources() throws IOException {
        boolean write = Boolean.getBoolean("entries.write");
        for (JbangEntry entry : JbangEntry.ALL) {
            String expected = entry.expected(model);
            if (write) {
                Files.writeString(entry.file(), expected);
            }
            assertEquals(
                    expected,
                    Files.readString(entry.file()),
                    entry.file() + " is out of step, repair with: mvn test -Dtest=EntryTests -Dentries.write=true");
        }
    }

    @Test
    void entriesAskForJava25AndStartAsScripts() throws IOException {
        for (JbangEntry entry : JbangEntry.ALL) {
            List<String> lines = Files.readAllLines(entry.file());
            assertEquals("///usr/bin/env jbang \"$0\" \"$@\" ; exit $?", lines.getFirst());
            assertEquals("//JAVA 25+", lines.get(1));
            assertTrue(Files.isExecutable(entry.file()), entry.file() + " is not executable");
        }
    }

    @Test
    void entriesNameWhatEverySourceNeedsExactly() throws IOException {
        for (JbangEntry entry : JbangEntry.ALL) {
            for (String artifact : entry.artifacts()) {
                assertEquals(
                        1,
                        model.dependencies().stream()
                                .filter(dependency -> dependency.contains(":" + artifact + ":"))
                                .count(),
                        artifact);
            }
        }
        Set<String> strangers = new TreeSet<>();
        for (String imported : SourceClosure.imports(SourceClosure.of(JbangEntry.LINTER.main()))) {
            if (LINTER_PACKAGES.stream().noneMatch(imported::startsWith)) {
                strangers.add(imported);
            }
        }
        assertEquals(Set.of(), strangers, "the linter's entry has no dependency that brings these");
    }

    @Test
    void theCatalogNamesEveryEntry() throws IOException {
        JsonNode aliases = new ObjectMapper()
                .readTree(Path.of("jbang-catalog.json").toFile())
                .path("aliases");
        Set<String> scripts = new TreeSet<>();
        aliases.forEach(alias -> scripts.add(alias.path("script-ref").asText()));
        Set<String> files = new TreeSet<>();
        JbangEntry.ALL.forEach(entry -> files.add(entry.file().toString()));
        assertEquals(files, scripts);
        aliases.forEach(
                alias -> assertTrue(!alias.path("description").asText().isBlank(), "every alias says what it starts"));
    }
}
