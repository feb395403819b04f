package dev.tinyland.gf.shell;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.text.Span;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that no shell would accept, and text made to be slow. */
class HostileShellTests {
    private static final List<String> PIECES = List.of(
            "$(",
            ")",
            "`",
            "\"",
            "'",
            "${",
            "}",
            "{",
            "((",
            "))",
            "[[",
            "]]",
            "=~",
            "<<EOF",
            "\nEOF\n",
            "<<-'E'",
            "\n",
            ";",
            ";;",
            "&",
            "&&",
            "|",
            "||",
            "(",
            "if",
            " then ",
            " else ",
            " elif ",
            " fi ",
            "for x in ",
            " do ",
            " done ",
            "case x in ",
            " esac ",
            "while ",
            " # ",
            "\\",
            "\\\n",
            "${{ ",
            " }}",
            "{{",
            "A=(",
            "A=",
            "bash -c '",
            "bash <<E\n",
            "f() ",
            "function ",
            "!",
            "<(",
            ">",
            "2>&1",
            " ",
            "\t",
            "\r",
            "a",
            "exit 1",
            "$",
            "eval \"",
            "attic push",
            "\uE000",
            "\uD83D\uDE00",
            "é",
            "\0");

    @Test
    void randomTextIsReadWithSpansInsideTheFile() {
        Random random = new Random(20261121);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            int pieces = random.nextInt(40);
            for (int i = 0; i < pieces; i++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String script = text.toString();
            for (ShellCommand command : ShellParserTests.parse(script).commands()) {
                Span all = new Span(0, script.length());
                assertTrue(all.contains(command.span()), script);
                command.words().forEach(word -> assertTrue(all.contains(word.span()), script));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$(",
                "`",
                "${",
                "\"$(",
                "((",
                "$((",
                "(",
                "{ ",
                "if ",
                "case x in ",
                "<<E ",
                "<<E\n",
                "a || ",
                "a && ",
                "[ x ] || exit\n",
                "if x; then ",
                "fi ",
                "${{ ",
                "{{ ' ",
                "{{'}}",
                "\\",
                "\\\n",
                "A=(",
                "!(",
                "<(",
                "a|",
                "bash -c '",
                "bash -c \"$(",
                "for x in ",
                "f() ",
                "'",
                "\"",
                "a=1 ",
                "${x:-\"",
                "{ if ",
                "[[ ( ",
                "=~(",
                "(( 1 ) ",
                "eval '",
                "if x; then exit 1; fi\n",
                "grep x; ",
                "sudo ",
                "$x ",
                "x=$x; ",
                "# x\n",
                "a\n"
            })
    void longRepetitionsTakeLinearTime(String piece) {
        String script = piece.repeat(100_000 / piece.length());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        assertNotNull(ShellParserTests.parse(script));
        long seconds =
                Duration.ofNanos(threads.getCurrentThreadCpuTime() - before).toSeconds();
        assertTrue(seconds < 5, () -> "took " + seconds + " s of processor time");
    }
}
