package dev.tinyland.gf.actions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherToolTests {
    @TempDir
    private Path folder;

    @Test
    void onALaptopItIsACommand() throws Exception {
        Host host = new TestHost(folder).host();
        assertEquals(
                "gf tofu-preflight attic --verify access",
                OtherTool.about(host, "tofu-preflight", "attic", "verify", "access"));
        assertEquals("docs/state-guard.md of gf-actions", OtherTool.page(host, "docs/state-guard.md"));
    }

    @Test
    void inAJobItIsAnActionAndAPageHasAnAddress() throws Exception {
        Host host = new TestHost(folder)
                .inActions()
                .with("GITHUB_SERVER_URL", "https://git.example")
                .with("GITHUB_ACTION_REPOSITORY", "tinyland/gf-actions")
                .host();
        assertEquals(
                "the action tofu-preflight with stack: attic, verify: access",
                OtherTool.about(host, "tofu-preflight", "attic", "verify", "access"));
        assertEquals(
                "https://git.example/tinyland/gf-actions/blob/main/docs/state-guard.md",
                OtherTool.page(host, "docs/state-guard.md"));
    }

    /** A step of the workflow's own has no action; a local one names no repository. */
    @Test
    void whereTheRunnerDoesNotSayWhoseActionItIsThePageIsNamed() throws Exception {
        Host host = new TestHost(folder)
                .inActions()
                .with("GITHUB_ACTION_REPOSITORY", "")
                .host();
        assertEquals("docs/state-guard.md of gf-actions", OtherTool.page(host, "docs/state-guard.md"));
    }
}
