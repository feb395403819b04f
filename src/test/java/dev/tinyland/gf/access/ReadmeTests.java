package dev.tinyland.gf.access;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.access.attachment.AttachmentCheck;
import dev.tinyland.gf.access.backend.BackendCheck;
import dev.tinyland.gf.access.kubeconfig.KubeconfigCheck;
import dev.tinyland.gf.access.preflight.PreflightCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables of checks of the READMEs come from the code. */
class ReadmeTests {
    private static final Map<String, List<? extends Item>> CHECKS = Map.of(
            "kubeconfig", List.of(KubeconfigCheck.values()),
            "backend-config", List.of(BackendCheck.values()),
            "cache-attachment", List.of(AttachmentCheck.values()),
            "tofu-preflight", List.of(PreflightCheck.values()));

    @Test
    void checkTablesAreTheEnums() throws IOException {
        for (Map.Entry<String, List<? extends Item>> tool : CHECKS.entrySet()) {
            String text = Files.readString(Path.of("actions", tool.getKey(), "README.md"));
            for (Item item : tool.getValue()) {
                String row = "| " + item.id() + " | " + item.title() + ": " + item.expected() + " |\n";
                assertTrue(text.contains(row), () -> tool.getKey() + " lacks " + row);
            }
        }
    }
}
