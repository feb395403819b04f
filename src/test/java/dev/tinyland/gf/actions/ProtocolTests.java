package dev.tinyland.gf.actions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.secret.Redactor;
import dev.tinyland.gf.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProtocolTests {
    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final WorkflowCommands commands =
            new WorkflowCommands(new PrintStream(out, true, StandardCharsets.UTF_8), () -> "stop");

    @Test
    void aValueThatHoldsTheDelimiterGetsAnother() throws IOException {
        Path file = folder.resolve("output");
        Iterator<String> words = List.of("1", "2").iterator();
        FileCommands files = new FileCommands(Map.of("GITHUB_OUTPUT", file.toString()), words::next);
        assertTrue(files.setOutput("text", "a\ngf_1\nverdict=GREEN"));
        assertEquals("text<<gf_2\na\ngf_1\nverdict=GREEN\ngf_2\n", Files.readString(file));
    }

    @Test
    void carriageReturnsDoNotReachLaterSteps() throws IOException {
        Path file = folder.resolve("output");
        FileCommands files = new FileCommands(Map.of("GITHUB_OUTPUT", file.toString()), () -> "x");
        files.setOutput("text", "a\r\nb\rc\r");
        assertEquals("text<<gf_x\na\nb\nc\n\ngf_x\n", Files.readString(file));
    }

    @Test
    void outsideAJobNothingIsWritten() throws IOException {
        FileCommands files = new FileCommands(Map.of("GITHUB_OUTPUT", ""), () -> "x");
        assertFalse(files.setOutput("a", "b"));
        assertFalse(files.appendSummary("b"));
    }

    @Test
    void namesThatWouldBreakTheFileAreRefused() {
        FileCommands files =
                new FileCommands(Map.of("GITHUB_ENV", folder.resolve("env").toString()), () -> "x");
        assertThrows(IllegalArgumentException.class, () -> files.exportVariable("A=B", "x"));
        assertThrows(IllegalArgumentException.class, () -> files.exportVariable("A\nB", "x"));
        assertThrows(IllegalArgumentException.class, () -> files.exportVariable("NODE_OPTIONS", "x"));
    }

    @Test
    void commandsAreEscapedPercentFirst() {
        commands.addMask("50%\r\n::error::x");
        commands.annotate(AnnotationLevel.ERROR, new Annotation("a:b,c%", "one\ntwo", Optional.of("d,e.yml"), 3, 4));
        assertEquals("""
            ::add-mask::50%25%0D%0A::error::x
            ::error file=d%2Ce.yml,line=3,col=4,title=a%3Ab%2Cc%25::one%0Atwo
            """, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void textOfOthersIsNeverACommand() {
        commands.verbatim("::set-env name=A::b");
        assertEquals("""
            ::stop-commands::gf_stop
            ::set-env name=A::b
            ::gf_stop::
            """, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theEleventhAnnotationOfALevelIsKeptForTheSummary() {
        Annotations annotations = new Annotations(commands, new Redactor());
        for (int i = 0; i < 13; i++) {
            annotations.add(AnnotationLevel.WARNING, Annotation.of("t", "w" + i));
        }
        annotations.add(AnnotationLevel.ERROR, Annotation.of("t", "e"));
        assertEquals(11, out.toString(StandardCharsets.UTF_8).lines().count());
        assertEquals(3, annotations.left(AnnotationLevel.WARNING).size());
        assertEquals("w10", annotations.left(AnnotationLevel.WARNING).getFirst().message());
    }

    @Test
    void annotationsHoldNoSecret() {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("very-secret-token"));
        new Annotations(commands, redactor).add(AnnotationLevel.ERROR, Annotation.of("t", "saw very-secret-token"));
        assertEquals("::error title=t::saw ***\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aMultiLineSecretIsMaskedLineByLineAndWhole() {
        Masks masks = new Masks(commands, new Redactor(), true);
        masks.add(Secret.of("-----BEGIN KEY-----\nline-one-of-it\nshort\nline-two-of-it\n-----END KEY-----\n"));
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertTrue(lines.contains("::add-mask::line-one-of-it"));
        assertTrue(lines.contains("::add-mask::line-two-of-it"));
        assertFalse(lines.contains("::add-mask::short"));
        assertFalse(lines.contains("::add-mask::-----BEGIN KEY-----"));
        assertTrue(lines.getLast().contains("line-one-of-it%0Ashort%0Aline-two-of-it"));
    }

    @Test
    void structuralWordsAreNotMasked() {
        Masks masks = new Masks(commands, new Redactor(), true);
        masks.add(Secret.of("kubernetes"));
        masks.add(Secret.of("admin"));
        assertFalse(out.toString(StandardCharsets.UTF_8).contains("::add-mask::kubernetes\n"));
        assertFalse(out.toString(StandardCharsets.UTF_8).contains("admin"));
    }

    @Test
    void outsideAJobAMaskIsNotPrintedButTheRedactorKnowsIt() {
        Redactor redactor = new Redactor();
        new Masks(commands, redactor, false).add(Secret.of("very-secret-token"));
        assertEquals("", out.toString(StandardCharsets.UTF_8));
        assertEquals("***", redactor.redact("very-secret-token"));
    }

    @Test
    void listsAreSeparatedByCommasOrLines() {
        assertEquals(List.of("a", "b", "c"), Inputs.list(" a, b\r\n c\n,"));
        assertEquals(List.of(), Inputs.list(null));
    }

    @Test
    void durations() {
        assertEquals(604_800, Inputs.duration("warn-validity", "168h").toSeconds());
        assertEquals(604_800, Inputs.duration("warn-validity", "7d").toSeconds());
        assertThrows(InputException.class, () -> Inputs.duration("warn-validity", "soon"));
    }

    @Test
    void aSecretFileMustBeOursAlone() throws IOException {
        Host host = new TestHost(folder).host();
        Path file = folder.resolve("key");
        Files.writeString(file, "value");
        for (String open : List.of("rw-r-----", "rw----r--", "rwx------", "rw--w----")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open));
            InputException refused = assertThrows(InputException.class, () -> Inputs.secret(host, "access-key", file));
            assertTrue(refused.toString().contains("chmod 600"), refused.toString());
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertEquals(
                "value", Inputs.secret(host, "access-key", file).orElseThrow().reveal());
        assertThrows(InputException.class, () -> Inputs.secret(host, "access-key", folder.resolve("none")));
    }

    @Test
    void theFileOptionStandsOverTheVariable() throws IOException {
        Host host = new TestHost(folder).with("GF_ACCESS_KEY", "from-variable").host();
        Path file = folder.resolve("key");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, "from-file");
        assertEquals(
                "from-variable",
                Inputs.secret(host, "access-key", null).orElseThrow().reveal());
        assertEquals(
                "from-file",
                Inputs.secret(host, "access-key", file).orElseThrow().reveal());
    }

    @Test
    void thePullRequestComesFromTheEvent() throws IOException {
        Path event = folder.resolve("event.json");
        Files.writeString(event, """
            {"pull_request":{"number":7,"head":{"sha":"abc","repo":{"full_name":"fork/x"}},
             "base":{"repo":{"full_name":"tinyland/x"}}}}
            """);
        Host host =
                new TestHost(folder).with("GITHUB_EVENT_PATH", event.toString()).host();
        EventPayload payload = EventPayload.of(host).orElseThrow();
        assertEquals(7, payload.pullRequest().orElseThrow());
        assertEquals("abc", payload.headSha().orElseThrow());
        assertTrue(payload.fromFork());
    }
}
