package dev.tinyland.gf.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/**
 * Finds the real programs that {@code scripts/install-test-tools} installed. A missing one skips the test and says so in
 * one line; with {@code CI=true} it fails the test, because there a skip would pass for a success.
 */
public final class TestTools {
    private static final Path HOME = Path.of(".tools").toAbsolutePath();

    private TestTools() {}

    /** Absolute path of an executable, for example {@code actionlint}. */
    public static Path binary(String name) {
        Path file = HOME.resolve("bin").resolve(name);
        return Files.isExecutable(file) ? file : missing(name);
    }

    /** Absolute path of the OpenTofu that a class of tests runs; it is called {@code tofu} whatever its version. */
    public static Path tofu(Class<?> tests) throws IOException {
        WithTofu chosen = tests.getAnnotation(WithTofu.class);
        if (chosen == null) {
            return binary("tofu");
        }
        Path link = Path.of("target/test-tools")
                .toAbsolutePath()
                .resolve(chosen.value())
                .resolve("tofu");
        if (Files.notExists(link)) {
            Files.createDirectories(link.getParent());
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, binary(chosen.value()));
        }
        return link;
    }

    /** Absolute path of the folder whose {@code node_modules} holds the packages of {@code test-tools/npm}. */
    public static Path npm() {
        Path folder = HOME.resolve("npm");
        return Files.isDirectory(folder.resolve("node_modules")) ? folder : missing("npm");
    }

    /** Absolute path of GitHub's own description of its API. */
    public static Path gitHubDescription() {
        Path file = HOME.resolve("openapi/api.github.com.json");
        return Files.isRegularFile(file) ? file : missing("openapi");
    }

    /** Absolute path of a file that a tool brought, for example {@code sarif-schema-2.1.0.json} of {@code sarif-schema}. */
    public static Path shared(String tool, String name) {
        Path file = HOME.resolve("share").resolve(name);
        return Files.isReadable(file) ? file : missing(tool);
    }

    private static Path missing(String name) {
        String line = "test tool " + name + " is missing: run scripts/install-test-tools " + name;
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(line);
        }
        System.err.println("skipped: " + line);
        throw new TestAbortedException(line);
    }
}
