package dev.tinyland.gf.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.report.VerdictTable;
import dev.tinyland.gf.state.push.PushCheck;
import dev.tinyland.gf.state.push.PushVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The tables of the READMEs come from the code; {@code -Dformat.write=true} writes the verdict tables anew. */
class StateReadmeTests {
    private static final Path PUSH = Path.of("actions/tofu-state-push/README.md");

    @Test
    void theVerdictTableIsTheEnum() throws IOException {
        String text = Files.readString(PUSH);
        int start = text.indexOf(VerdictTable.START) + VerdictTable.START.length() + 1;
        int end = text.indexOf(VerdictTable.END);
        String table = VerdictTable.markdown(PushVerdict.values());
        if (Boolean.getBoolean("format.write")) {
            Files.writeString(PUSH, text.substring(0, start) + table + text.substring(end));
        } else {
            assertEquals(table, text.substring(start, end));
        }
    }

    @Test
    void theTableOfChecksIsTheEnum() throws IOException {
        String text = Files.readString(PUSH);
        for (PushCheck check : PushCheck.values()) {
            String row = "| " + check.id() + " | " + check.title() + ": " + check.expected() + " |\n";
            assertTrue(text.contains(row), row);
        }
    }
}
