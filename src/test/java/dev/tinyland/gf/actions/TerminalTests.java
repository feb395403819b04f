package dev.tinyland.gf.actions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the links of the open files tell of the standard streams. */
class TerminalTests {
    @TempDir
    private Path descriptors;

    /** Else the folder's removal would warn of each. */
    @AfterEach
    void remove() throws IOException {
        Files.deleteIfExists(descriptors.resolve("0"));
        Files.deleteIfExists(descriptors.resolve("1"));
    }

    @ParameterizedTest
    @CsvSource({
        "/dev/pts/0, TERMINAL",
        "/dev/tty, TERMINAL",
        "/dev/tty1, TERMINAL",
        "/dev/ttyS0, TERMINAL",
        "pipe:[4711], OTHER",
        "socket:[4711], OTHER",
        "/dev/null, OTHER",
        "/home/somebody/report.txt, UNKNOWN",
        "/dev/console, UNKNOWN",
        "/3, UNKNOWN",
    })
    void aLinkTellsWhatAStreamIs(String target, Terminal.Stream expected) throws IOException {
        assertEquals(expected, Terminal.stream(link(1, target)));
    }

    @Test
    void withoutLinksJavaIsAsked() {
        assertEquals(Terminal.Stream.UNKNOWN, Terminal.stream(descriptors.resolve("1")));
    }

    @Test
    void bothStreamsHaveToBeATerminal() throws IOException {
        link(0, "/dev/pts/0");
        link(1, "/dev/pts/0");
        assertTrue(Terminal.isThere(descriptors));
        link(0, "pipe:[1]");
        assertFalse(Terminal.isThere(descriptors));
        link(0, "/dev/pts/0");
        link(1, "pipe:[1]");
        assertFalse(Terminal.isThere(descriptors));
    }

    private Path link(int descriptor, String target) throws IOException {
        Path link = descriptors.resolve(String.valueOf(descriptor));
        Files.deleteIfExists(link);
        return Files.createSymbolicLink(link, Path.of(target));
    }
}
