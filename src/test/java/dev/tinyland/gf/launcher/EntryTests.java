package dev.tinyland.gf.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.actions.TestHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @TempDir
    private Path folder;

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
    void theCatalogsHaveOneAliasForEachTool() throws IOException {
        boolean write = Boolean.getBoolean("entries.write");
        for (Map.Entry<Path, String> catalog :
                new CatalogFiles(new TestHost(folder).host()).expected().entrySet()) {
            if (write) {
                Files.writeString(catalog.getKey(), catalog.getValue());
            }
            assertEquals(
                    catalog.getValue(),
                    Files.readString(catalog.getKey()),
                    catalog.getKey() + " is out of step, repair with: mvn test -Dtest=EntryTests -Dentries.write=true");
        }
    }

    @Test
    void everyActionHasAnAliasOfItsName() throws IOException {
        JsonNode aliases =
                new ObjectMapper().readTree(CatalogFiles.CHECKOUT.toFile()).path("aliases");
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> folders = Files.list(Path.of("actions"))) {
            folders.filter(Files::isDirectory)
                    .map(action -> action.getFileName().toString())
                    .filter(name -> !aliases.has(name))
                    .forEach(missing::add);
        }
        assertEquals(Set.of(), missing);
    }
}
