package dev.tinyland.gf.state;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.state.push.PushCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The table of checks of the README comes from the code. */
class StateReadmeTests {
    private static final Path PUSH = Path.of("actions/tofu-state-push/README.md");

    @Test
    void theTableOfChecksIsTheEnum() throws IOException {
        String text = Files.readString(PUSH);
        for (PushCheck check : PushCheck.values()) {
            String row = "| " + check.id() + " | " + check.title() + ": " + check.expected() + " |\n";
            assertTrue(text.contains(row), row);
        }
    }
}
