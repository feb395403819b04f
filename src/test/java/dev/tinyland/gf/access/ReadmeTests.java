package dev.tinyland.gf.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.access.attachment.AttachmentCheck;
import dev.tinyland.gf.access.attachment.AttachmentVerdict;
import dev.tinyland.gf.access.backend.BackendCheck;
import dev.tinyland.gf.access.backend.BackendVerdict;
import dev.tinyland.gf.access.kubeconfig.CleanupVerdict;
import dev.tinyland.gf.access.kubeconfig.KubeconfigCheck;
import dev.tinyland.gf.access.kubeconfig.KubeconfigVerdict;
import dev.tinyland.gf.access.preflight.PreflightCheck;
import dev.tinyland.gf.access.preflight.PreflightVerdict;
import dev.tinyland.gf.report.Verdict;
import dev.tinyland.gf.report.VerdictTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tables of the READMEs come from the code; {@code -Dformat.write=true} writes the verdict tables anew. */
class ReadmeTests {
    private static final Map<String, Verdict[]> VERDICTS = Map.of(
            "kubeconfig", KubeconfigVerdict.values(),
            "kubeconfig-cleanup", CleanupVerdict.values(),
            "backend-config", BackendVerdict.values(),
            "cache-attachment", AttachmentVerdict.values(),
            "tofu-preflight", PreflightVerdict.values());

    private static final Map<String, List<? extends Item>> CHECKS = Map.of(
            "kubeconfig", List.of(KubeconfigCheck.values()),
            "backend-config", List.of(BackendCheck.values()),
            "cache-attachment", List.of(AttachmentCheck.values()),
            "tofu-preflight", List.of(PreflightCheck.values()));

    @Test
    void verdictTablesAreTheEnums() throws IOException {
        for (Map.Entry<String, Verdict[]> tool : VERDICTS.entrySet()) {
            Path file = Path.of("actions", tool.getKey(), "README.md");
            String text = Files.readString(file);
            int start = text.indexOf(VerdictTable.START) + VerdictTable.START.length() + 1;
            int end = text.indexOf(VerdictTable.END);
            String table = VerdictTable.markdown(tool.getValue());
            if (Boolean.getBoolean("format.write")) {
                Files.writeString(file, text.substring(0, start) + table + text.substring(end));
            } else {
                assertEquals(table, text.substring(start, end), tool.getKey());
            }
        }
    }

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
