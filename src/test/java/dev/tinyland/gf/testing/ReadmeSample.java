package dev.tinyland.gf.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the front page shows of the three ways in: a workflow of a repository, and what is said of it.
 *
 * @param workflow the content of {@code .github/workflows/deploy.yml}
 * @param output the text of the linter started as {@code gf-lint}
 * @param steps the steps of a job, in the form of a YAML list
 */
public record ReadmeSample(String workflow, String output, String steps) {

    public static ReadmeSample read() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int section = readme.indexOf("## Three ways in\n");
        int output = readme.indexOf("```text\n", section);
        int steps = readme.indexOf("```yaml\nsteps:\n", output);
        return new ReadmeSample(
                block(readme, readme.indexOf("```yaml\n", section)),
                block(readme, output),
                block(readme, steps).substring("steps:\n".length()).indent(-2));
    }

    /** A folder that holds the workflow. */
    public Path repository(Path into) throws IOException {
        Path workflows = Files.createDirectories(into.resolve(".github/workflows"));
        Files.writeString(workflows.resolve("deploy.yml"), workflow);
        return into;
    }

    private static String block(String readme, int fence) {
        if (fence < 0) {
            throw new AssertionError("README.md lacks a block of its section on the three ways in");
        }
        int start = readme.indexOf('\n', fence) + 1;
        return readme.substring(start, readme.indexOf("```\n", start));
    }
}
