package dev.tinyland.gf.lint.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterWorkflowTests {
    @TempDir
    private Path root;

    @Test
    void aBlankToBeFilledInIsNoProblem() throws IOException {
        assertEquals("", lint("{{ groupId }}"));
    }

    @Test
    void anyOtherMappingInItsPlaceIs() throws IOException {
        assertNotEquals("", lint("{ {a: b}: c }"));
        assertNotEquals("", lint("{{ a: b }}"));
    }

    private String lint(String value) throws IOException {
        Path file = root.resolve(".github/workflows/scan.yml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
            on: push
            jobs:
              scan:
                runs-on: ubuntu-latest
                steps:
                  - uses: example/scan@v1
                    with:
                      group: %s
            """.formatted(value));
        return new Cli(root).run("--format=line", "--no-config").out();
    }
}
