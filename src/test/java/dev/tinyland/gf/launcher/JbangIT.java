package dev.tinyland.gf.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.FileServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The entries with JBang itself: from the checkout, through a named catalog, and over HTTP. */
class JbangIT {
    private static final Path CHECKOUT = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder;

    private Jbang jbang = new Jbang(Path.of(""), Path.of(""));

    @BeforeEach
    void makeHome() throws IOException {
        Files.createDirectories(folder.resolve("work"));
        jbang = new Jbang(folder.resolve("work"), folder.resolve("jbang"));
    }

    @Test
    void theWholeProgramRunsFromSource() throws Exception {
        CommandResult result = jbang.command(CHECKOUT.resolve("actions/gf.java").toString(), "--help")
                .run();
        assertEquals(0, result.exitCode(), result::toString);
        assertTrue(result.output().startsWith("Usage: gf"), result::toString);
        CommandResult tool = jbang.command("arc-plan@" + CHECKOUT, "--help").run();
        assertEquals(0, tool.exitCode(), tool::toString);
        assertTrue(tool.output().startsWith("Usage: gf arc-plan"), tool::toString);
    }

    @Test
    void theLinterRunsFromSourceWithItsFewDependencies() throws Exception {
        assertLints(CHECKOUT.resolve("linters/gf-lint.java").toString());
    }

    @Test
    void theLinterRunsThroughANamedCatalog() throws Exception {
        CommandResult added = jbang.command("catalog", "add", "-g", "--name", "tinyland", CHECKOUT.toString())
                .run();
        assertEquals(0, added.exitCode(), added::toString);
        CommandResult listed = jbang.command("alias", "list", "tinyland").run();
        assertTrue(listed.output().contains("gf-lint@tinyland"), listed::toString);
        assertLints("gf-lint@tinyland");
    }

    @Test
    void theLinterRunsOverHttp() throws Exception {
        try (FileServer server = new FileServer(CHECKOUT)) {
            assertLints(server.address() + "/linters/gf-lint.java");
            assertTrue(
                    server.requests().contains("/config/contract.yaml"),
                    () -> server.requests().toString());
        }
    }

    private void assertLints(String script) throws IOException, InterruptedException {
        CommandResult help = jbang.command(script, "--help").run();
        assertEquals(0, help.exitCode(), help::toString);
        assertTrue(help.output().startsWith("Usage: gf-lint"), help::toString);
        assertEquals(2, jbang.command(script, "--no-such-option").run().exitCode());
    }
}
