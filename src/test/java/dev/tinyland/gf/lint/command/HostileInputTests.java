package dev.tinyland.gf.lint.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command against files made to break it: each gives a finding or one clear sentence, never a stack trace, never
 * silence, and never keeps the good file beside it from being judged.
 */
class HostileInputTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String WORKFLOW = """
        on: push
        jobs:
          a:
            runs-on: ubuntu-latest
            steps:
              - run: echo
        """;

    @TempDir
    Path root;

    static Stream<Arguments> workflows() {
        return Stream.of(
                Arguments.of("an alias bomb", ascii(bomb()), "aliases expand to more than"),
                Arguments.of("a cycle", ascii("on: push\njobs: &a\n  b: *a\n"), "makes a cycle"),
                Arguments.of("deep flow", ascii("on: " + "[".repeat(100_000)), "nested deeper than 50"),
                Arguments.of("deep blocks", ascii("- ".repeat(50_000) + "x"), "nested deeper than 50"),
                Arguments.of("a duplicate key", ascii(WORKFLOW + "on: pull_request\n"), "a second time"),
                Arguments.of("NUL", ascii("on: push\0\n"), "NUL"),
                Arguments.of("a control character", ascii("on: push\u0001\n"), "U+0001"),
                Arguments.of("UTF-16 with mark", WORKFLOW.getBytes(StandardCharsets.UTF_16), "UTF-16"),
                Arguments.of("UTF-16 without mark", WORKFLOW.getBytes(StandardCharsets.UTF_16LE), "NUL"),
                Arguments.of("UTF-32", WORKFLOW.getBytes(Charset.forName("UTF-32")), "NUL"),
                Arguments.of(
                        "Latin-1",
                        "name: \u00e9t\u00e9\non: push\njobs: {}\n".getBytes(StandardCharsets.ISO_8859_1),
                        "not UTF-8"),
                Arguments.of("random bytes", new byte[] {(byte) 0x80, (byte) 0xfe, 0, 7}, "not UTF-8"),
                Arguments.of("a tab", ascii("on: push\njobs:\n\ta: {}\n"), "a tab"),
                Arguments.of("an unknown alias", ascii("on: *x\njobs: {}\n"), "not defined"),
                Arguments.of("a Java tag", ascii("on: !!java.net.URL [x]\njobs: {}\n"), "global tag"),
                Arguments.of("a broken escape", ascii("on: \"\\UFFFFFFFF\"\njobs: {}\n"), "broken escape"),
                Arguments.of("an open quote", ascii("on: \"push\njobs: {}\n"), "not closed"),
                Arguments.of(
                        "a list of steps that is none", ascii("on: push\njobs: {a: {steps: {run: x}}}\n"), "`steps`"),
                Arguments.of("a second document", ascii(WORKFLOW + "---\n" + WORKFLOW), "second document"),
                Arguments.of("no workflow", ascii("a: 1\n"), "neither"),
                Arguments.of("an empty file", ascii(""), "neither"),
                Arguments.of("a list", ascii("- a\n"), "neither"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder("on: push\njobs:\n  a0: &a0 {x: y}\n");
        for (int i = 1; i < 12; i++) {
            text.append("  a%d: &a%d {".formatted(i, i));
            for (int j = 0; j < 9; j++) {
                text.append("k%d: *a%d, ".formatted(j, i - 1));
            }
            text.append("}\n");
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workflows")
    void aWorkflowThatCannotBeReadIsAFinding(String name, byte[] bytes, String clause) throws IOException {
        write(".github/workflows/bad.yml", bytes);
        write(".github/workflows/good.yml", ascii(WORKFLOW));
        Cli.Ran ran = run(".");
        assertEquals(1, ran.exit(), () -> ran.out() + ran.err());
        assertTrue(ran.out().contains(".github/workflows/bad.yml"), ran::out);
        assertTrue(ran.out().contains("unreadable-file"), ran::out);
        assertTrue(ran.out().contains(clause), ran::out);
        assertFalse(ran.out().contains("good.yml"), ran::out);
        assertNoTrace(ran);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("workflows")
    void nothingOfItCanBeSilenced(String name, byte[] bytes, String clause) throws IOException {
        byte[] comment = ascii("# gf-lint: ignore[unreadable-file] because I say so\n");
        byte[] both = new byte[comment.length + bytes.length];
        System.arraycopy(comment, 0, both, 0, comment.length);
        System.arraycopy(bytes, 0, both, comment.length, bytes.length);
        write(".github/workflows/bad.yml", both);
        write(".github/gf-lint.yml", ascii("exclude: ['**/bad.yml']\n"));
        Cli.Ran ran = run(".");
        assertTrue(ran.exit() == 1 || ran.exit() == 2, () -> ran.out() + ran.err());
        assertNoTrace(ran);
    }

    @Test
    void aWorkflowOfAHundredMegabytesIsAFindingAtOnce() throws IOException {
        write(".github/workflows/good.yml", ascii(WORKFLOW));
        try (RandomAccessFile file =
                new RandomAccessFile(root.resolve(".github/workflows/big.yml").toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        Cli.Ran ran = run(".");
        assertEquals(1, ran.exit());
        assertTrue(ran.out().contains("larger than 1 MiB"), ran::out);
        assertNoTrace(ran);
    }

    @Test
    void aPageOfAHundredMegabytesIsPassedOverAndCounted() throws IOException {
        write("good.md", ascii("# Good\n"));
        try (RandomAccessFile file = new RandomAccessFile(root.resolve("big.md").toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        Cli.Ran ran = run(".");
        assertEquals(0, ran.exit(), ran::out);
        assertTrue(ran.out().contains("too large"), ran::out);
    }

    @Test
    void aLoopOfLinksEnds() throws IOException {
        write("docs/a.md", ascii("# Good\n"));
        Files.createSymbolicLink(root.resolve("docs/loop"), root.resolve("docs"));
        Files.createSymbolicLink(root.resolve("docs/self.md"), root.resolve("docs/self.md"));
        Cli.Ran ran = run(".");
        assertEquals(0, ran.exit(), () -> ran.out() + ran.err());
        assertTrue(ran.out().contains("1 file"), ran::out);
        assertNoTrace(ran);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "missing/deeper.yml", "self.yml", "dangling.yml", "a\nb", "*", "${{ x }}"})
    void aPathThatLeadsNowhereIsUsage(String path) throws IOException {
        write("a.md", ascii("# Good\n"));
        Files.createSymbolicLink(root.resolve("self.yml"), root.resolve("self.yml"));
        Files.createSymbolicLink(root.resolve("dangling.yml"), root.resolve("nothing"));
        Cli.Ran ran = run(path);
        assertEquals(2, ran.exit(), () -> ran.out() + ran.err());
        assertFalse(ran.err().isBlank());
        assertNoTrace(ran);
    }

    @Test
    void aPathWithNulIsUsage() {
        Cli.Ran ran = run("a\0b");
        assertEquals(2, ran.exit(), () -> ran.out() + ran.err());
        assertNoTrace(ran);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name: {{ .Release.Name }}\n", "{{- if .Values.a }}\na: 1\n{{- end }}\n"})
    void aChartsTemplateIsNoBrokenYaml(String text) throws IOException {
        write("a.md", ascii("# Good\n"));
        write("chart/templates/a.yaml", ascii(text));
        Cli.Ran ran = run(".");
        assertEquals(0, ran.exit(), ran::out);
        assertNoTrace(ran);
    }

    @Test
    void aPipeIsNotWaitedFor() throws IOException, InterruptedException {
        Process mkfifo = new ProcessBuilder("mkfifo", root.resolve("pipe.yml").toString()).start();
        assumeTrue(mkfifo.waitFor() == 0, "no pipes here");
        write("a.md", ascii("# Good\n"));
        Cli.Ran named = run("pipe.yml");
        assertEquals(2, named.exit(), () -> named.out() + named.err());
        assertTrue(named.err().contains("neither a file nor a folder"), named::err);
        assertEquals(0, run(".").exit());
    }

    @Test
    void aFolderNamedLikeAWorkflowIsPassedOver() throws IOException {
        write("a.md", ascii("# Good\n"));
        Files.createDirectories(root.resolve(".github/workflows/folder.yml"));
        Cli.Ran ran = run(".");
        assertEquals(0, ran.exit(), () -> ran.out() + ran.err());
        assertNoTrace(ran);
    }

    @Test
    void aHostileConfigurationIsUsage() throws IOException {
        write("a.md", ascii("# Good\n"));
        for (String text :
                new String[] {bomb(), "a: &a [*a]\n", "[".repeat(1000), "exclude: \0", "- a\n", "rules: 1\n"}) {
            write(".github/gf-lint.yml", ascii(text));
            Cli.Ran ran = run(".");
            assertEquals(2, ran.exit(), () -> ran.out() + ran.err());
            assertNoTrace(ran);
        }
    }

    @Test
    void deepMarkdownAndShellEnd() throws IOException {
        write("quotes.md", ascii(">".repeat(20_000) + " x\n"));
        write("brackets.md", ascii("[".repeat(100_000) + "\n"));
        write("deep.sh", ascii("#!/bin/sh\n" + "$(".repeat(50_000) + "\n"));
        write("fence.md", ascii("```bash\n" + "\"$(".repeat(20_000) + "\n```\n"));
        write(
                ".github/workflows/deep.yml",
                ascii("on: push\njobs:\n  a:\n    if: " + "(".repeat(20_000) + "\n    steps:\n      - run: "
                        + "$(".repeat(20_000) + "\n"));
        Cli.Ran ran = run(".");
        assertTrue(ran.exit() == 0 || ran.exit() == 1, () -> ran.out() + ran.err());
        assertNoTrace(ran);
    }

    private Cli.Ran run(String... arguments) {
        return assertTimeoutPreemptively(PATIENCE, () -> new Cli(root).run(arguments));
    }

    private static void assertNoTrace(Cli.Ran ran) {
        String all = ran.out() + ran.err();
        assertFalse(all.contains("Exception") || all.contains("\tat ") || all.contains("StackOverflow"), all);
    }

    private void write(String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
