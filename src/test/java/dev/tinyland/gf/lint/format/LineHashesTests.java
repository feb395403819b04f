package dev.tinyland.gf.lint.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Held against the values that github/codeql-action publishes for its own implementation. */
class LineHashesTests {
    private static final List<String> GREETING = List.of(
            "e9496ae3ebfced30:1",
            "fb7c023a8b9ccb3f:1",
            "ce8ba1a563dcdaca:1",
            "e20e36e16fcb0cc8:1",
            "b3edc88f2938467e:1",
            "c8e28b0b4002a3a0:1",
            "c129715d7a2bc9a3:1");

    static Stream<Arguments> published() {
        return Stream.of(
                Arguments.of("", List.of("c129715d7a2bc9a3:1")),
                Arguments.of(
                        " a\nb\n  \t\tc\n d",
                        List.of("271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1")),
                Arguments.of(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", GREETING),
                Arguments.of(" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", GREETING),
                Arguments.of(" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", GREETING));
    }

    @ParameterizedTest
    @MethodSource("published")
    void equalsWhatTheUploaderComputes(String text, List<String> expected) {
        LineHashes hashes = LineHashes.of(text);

        assertEquals(
                expected,
                IntStream.rangeClosed(1, hashes.lines()).mapToObj(hashes::of).toList());
    }

    @Test
    void linesAboveDoNotMatter() {
        String below = "steps:\n  - run: attic push cache\n" + "x".repeat(200) + "\n";

        assertEquals(
                LineHashes.of(below).of(2),
                LineHashes.of("# one\n# more\n" + below).of(4));
    }

    @Test
    void equalLinesAreToldApart() {
        LineHashes hashes = LineHashes.of(("push " + "x".repeat(200) + "\n").repeat(3));

        assertNotEquals(hashes.of(1), hashes.of(2));
        assertEquals(hashes.of(1).replace(":1", ":2"), hashes.of(2));
    }
}
