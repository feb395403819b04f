package dev.tinyland.gf.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.report.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The README shows what the program says; the golden file it is compared with is kept by running the command. */
class ReadmeTests {
    private final String readme = Files.readString(Path.of("README.md"));

    ReadmeTests() throws IOException {}

    @Test
    void theSampleIsRealOutput() throws IOException {
        String output = Files.readString(Path.of("src/test/resources/lint/legacy-overlay.txt"));
        String sample = readme.substring(readme.indexOf("```text\n") + 8);
        sample = sample.substring(0, sample.indexOf("\n```\n"));
        for (String piece : sample.split("\n\n")) {
            assertTrue(output.contains(piece.replace("`gf lint explain", "`gf-lint explain") + "\n"), piece);
        }
        assertTrue(sample.contains("FINDINGS:"), sample);
    }

    @Test
    void theExitCodesAreThoseOfTheCode() {
        for (ExitCode code : ExitCode.values()) {
            assertTrue(readme.contains("| " + code.code() + " | " + code.meaning() + " |\n"), code.toString());
        }
    }

    @Test
    void everyActionIsListed() throws IOException {
        try (var folders = Files.list(Path.of("actions"))) {
            assertEquals(
                    0,
                    folders.filter(Files::isDirectory)
                            .filter(folder -> !readme.contains("(" + folder + "/README.md)"))
                            .count());
        }
    }
}
