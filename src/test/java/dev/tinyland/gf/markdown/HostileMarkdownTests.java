package dev.tinyland.gf.markdown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HostileMarkdownTests {

    static Stream<Named<String>> pages() {
        return Stream.of(
                Named.of("100,000 brackets", "[".repeat(100_000)),
                Named.of("20,000 quotes", ">".repeat(20_000) + " x"),
                Named.of("20,000 nested list markers", "- ".repeat(20_000)),
                Named.of("emphasis in emphasis", "*a **b ".repeat(20_000)),
                Named.of("backticks of every length", backticks()),
                Named.of("open comments", "<!-- ".repeat(50_000)),
                Named.of("open comments in lines", "a <!-- b\n\n".repeat(20_000)),
                Named.of("ampersands without end", "&a".repeat(50_000)),
                Named.of("a wide table", "|a".repeat(5_000) + "\n" + "|-".repeat(5_000) + "\n" + "|`x`".repeat(5_000)),
                Named.of("links in links", "[a](".repeat(30_000)),
                Named.of("lone surrogates", "\ud800 `\udc00` \ud800\n"),
                Named.of("nothing", ""));
    }

    private static String backticks() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i < 600; i++) {
            text.append("`".repeat(i)).append(' ');
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void hostileInputIsReadInBoundedTime(String text) {
        MarkdownDocument page = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> parse(text));

        assertTrue(page.problem().isEmpty());
    }

    @Test
    void aPageOverTheCapIsNotReadAndSaysSo() {
        MarkdownDocument page = parse("x".repeat(MarkdownParser.MAXIMUM_LENGTH + 1));

        assertTrue(page.blocks().isEmpty());
        assertEquals(
                "page of 4194305 characters, more than 4194304",
                page.problem().orElseThrow().message());
    }

    @Test
    void noisePagesNeverFailAndAllOffsetsStayInside() {
        Random random = new Random(20261121);
        String alphabet = "ab `*_[]()<>!-#|\\&;:\n\n\r\t~\0>1.\"=+{";
        for (int round = 0; round < 4_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(120);
            for (int i = 0; i < length; i++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            MarkdownDocument page = parse(text.toString());
            for (MarkdownBlock block : page.blocks()) {
                assertTrue(block.span().end() <= text.length());
                for (Fragment fragment : Contents.of(block)) {
                    checkAscending(fragment, text.toString());
                }
            }
        }
    }

    private static void checkAscending(Fragment fragment, String text) {
        int previous = 0;
        for (int i = 0; i <= fragment.length(); i++) {
            int offset = fragment.toSource(i);
            assertTrue(previous <= offset && offset <= text.length(), () -> "in " + text);
            previous = offset;
        }
    }

    private static MarkdownDocument parse(String text) {
        return MarkdownParser.parse(Fragment.whole(new SourceFile("page.md", text)));
    }
}
