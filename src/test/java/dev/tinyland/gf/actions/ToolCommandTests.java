package dev.tinyland.gf.actions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.report.Verdict;
import dev.tinyland.gf.secret.RedactionFailedException;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

class ToolCommandTests {
    private enum Answer implements Verdict {
        NO(ExitCode.BAD),
        YES(ExitCode.ACCEPTABLE);

        private final ExitCode exitCode;

        Answer(ExitCode exitCode) {
            this.exitCode = exitCode;
        }

        @Override
        public ExitCode exitCode() {
            return exitCode;
        }

        @Override
        public String when() {
            return "";
        }
    }

    @Command(name = "probe")
    private static final class Probe extends ToolCommand {
        private final BiFunction<Probe, Run, Conclusion> work;

        @Option(names = "--min-validity", defaultValue = "1h")
        private String minValidity = "";

        @Option(names = "--strict", arity = "0..1", fallbackValue = "true", defaultValue = "false")
        private boolean strict;

        @Option(names = "--config", descriptionKey = "GF_PROBE_CONFIG")
        private @Nullable String config;

        @Parameters(paramLabel = "STACK", arity = "0..1")
        private @Nullable String stack;

        Probe(Host host, BiFunction<Probe, Run, Conclusion> work) {
            super(host, "probe", Answer.values());
            this.work = work;
        }

        @Override
        protected Conclusion judge(Run run) {
            return work.apply(this, run);
        }
    }

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aGoodRunWritesOutputsSummaryAndReport() throws IOException {
        TestHost host = new TestHost(folder).inActions();
        int exit = execute(host, (_, run) -> {
            add(run, Status.PASS);
            run.output("mode", "x");
            return Conclusion.of(Answer.YES);
        });
        assertEquals(0, exit);
        Map<String, String> outputs = host.outputs();
        assertEquals("YES", outputs.get("verdict"));
        assertEquals("0", outputs.get("exit-code"));
        assertEquals("", outputs.get("failure-reason"));
        assertEquals("x", outputs.get("mode"));
        Path report = Path.of(outputs.get("report-dir"));
        assertTrue(report.startsWith(folder.resolve("runner-temp")));
        assertTrue(Files.readString(report.resolve("report.json")).contains("\"verdict\" : \"YES\""));
        assertTrue(host.summary().contains("probe: YES"));
    }

    @Test
    void aJobsLogFoldsWhatPassedAndNothingElse() throws IOException {
        TestHost host = new TestHost(folder).inActions();
        assertEquals(1, execute(host, (_, run) -> everyKind(run, "seen")));
        String log = host.out();
        String passed = log.substring(
                log.indexOf("::group::probe: 7 checks passed\n"),
                log.indexOf("::endgroup::\n") + "::endgroup::\n".length());
        assertEquals(
                List.of("P1", "P2", "P3", "P4", "P5", "P6", "P7"),
                passed.lines()
                        .filter(line -> line.startsWith("PASS     "))
                        .map(line -> line.substring(9, 11))
                        .toList());
        assertEquals(7 + 4, passed.lines().count(), passed);
        String open = log.replace(passed, "");
        for (String seen : List.of(
                "FAIL     F1",
                "WARN     W1",
                "UNKNOWN  U1",
                "SKIP     S1",
                "INFO     I1",
                "probe: NO (exit 1, F1)",
                "  next: look at it",
                "::error title=probe F1::",
                "::warning title=probe W1::")) {
            assertTrue(open.contains(seen), () -> seen + " is not in\n" + open);
        }
        assertFalse(open.contains("PASS"), open);
        assertTrue(log.indexOf("probe: NO") < log.indexOf("::group::"), "the verdict stands before what is folded");
    }

    @Test
    void nothingThatWasSeenOpensOrEndsAFold() throws IOException {
        TestHost host = new TestHost(folder).inActions();
        execute(host, (_, run) -> everyKind(run, "##[endgroup]\n::endgroup::\n##[group]x\n::group::x"));
        assertFalse(host.out().contains("##["), host.out());
        assertEquals(
                List.of("::group::probe: 7 checks passed", "::endgroup::"),
                host.out()
                        .lines()
                        .filter(line -> line.startsWith("::group::") || line.startsWith("::endgroup::"))
                        .toList());
    }

    @Test
    void aTerminalAndADocumentHaveNoFolds() throws IOException {
        TestHost job = new TestHost(folder).inActions();
        execute(job, (_, run) -> everyKind(run, "seen"), "--format", "json");
        TestHost terminal = new TestHost(folder);
        execute(terminal, (_, run) -> everyKind(run, "seen"));
        TestHost few = new TestHost(folder).inActions();
        execute(few, (_, run) -> {
            add(run, Status.PASS);
            return Conclusion.of(Answer.YES);
        });
        assertFalse((job.out() + terminal.out() + few.out()).contains("::group::"));
        assertTrue(terminal.out().startsWith("PASS     P1"), terminal.out());
        assertTrue(few.out().contains("PASS     T1"), few.out());
    }

    private static Conclusion everyKind(Run run, String observed) {
        try {
            for (int i = 1; i <= 7; i++) {
                run.check(Check.required("P" + i, "passed", Status.PASS, "", observed));
            }
            run.check(Check.required("F1", "failed", Status.FAIL, "good", observed));
            run.check(Check.optional("W1", "warned", Status.WARN, "", observed));
            run.check(Check.optional("U1", "unknown", Status.UNKNOWN, "", observed));
            run.check(Check.optional("S1", "skipped", Status.SKIP, "", observed));
            run.finding(Finding.of("I1", Level.INFO, "lane", observed, "", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run.next("look at it");
        return new Conclusion(Answer.NO, "F1");
    }

    @Test
    void outputsAreWrittenOnFailureToo() throws IOException {
        TestHost host = new TestHost(folder).inActions();
        int exit = execute(host, (_, run) -> {
            add(run, Status.FAIL);
            return new Conclusion(Answer.NO, "T1");
        });
        assertEquals(1, exit);
        assertEquals("NO", host.outputs().get("verdict"));
        assertEquals("1", host.outputs().get("exit-code"));
        assertEquals("T1", host.outputs().get("failure-reason"));
        assertTrue(host.out().contains("::error title=probe T1::first: seen"), host.out());
    }

    @Test
    void aRunThatIsKilledHasSaidIncomplete() throws IOException {
        TestHost host = new TestHost(folder).inActions();
        execute(host, (_, _) -> {
            try {
                assertEquals("INCOMPLETE", host.outputs().get("verdict"));
                assertEquals("killed", host.outputs().get("failure-reason"));
                Path report = Path.of(host.outputs().get("report-dir"));
                assertTrue(Files.readString(report.resolve("report.json")).contains("INCOMPLETE"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            host.interrupt();
            return Conclusion.of(Answer.NO);
        });
        assertTrue(host.out().contains("INCOMPLETE"));
    }

    @Test
    void greenWithoutAnExecutedCheckIsAnInternalError() throws IOException {
        TestHost host = new TestHost(folder).inActions();
        assertEquals(70, execute(host, (_, _) -> Conclusion.of(Answer.YES)));
        assertEquals("dishonest-verdict", host.outputs().get("failure-reason"));
    }

    @Test
    void anExceptionIsAnInternalErrorAndItsMessageIsNotPrinted() throws IOException {
        TestHost host = new TestHost(folder).inActions();
        int exit = execute(host, (_, _) -> {
            throw new IllegalStateException("the text of the input");
        });
        assertEquals(70, exit);
        assertEquals("INTERNAL_ERROR", host.outputs().get("verdict"));
        assertFalse(host.out().contains("the text of the input"));
        assertTrue(host.out().contains("java.lang.IllegalStateException"));
    }

    @Test
    void aRedactorThatFailsStopsPublication() throws IOException {
        TestHost host = new TestHost(folder).inActions();
        int exit = execute(host, (_, run) -> {
            add(run, Status.PASS);
            throw new RedactionFailedException("cannot");
        });
        assertEquals(70, exit);
        assertEquals("redactor-failed", host.outputs().get("failure-reason"));
    }

    @Test
    void masksComeBeforeAnythingElse() throws IOException {
        TestHost host = new TestHost(folder).inActions();
        execute(host, (_, run) -> {
            run.protect(Secret.of("very-secret-token"));
            run.say("the token is very-secret-token");
            return Conclusion.of(Answer.NO);
        });
        assertTrue(host.out().startsWith("::add-mask::very-secret-token\n"), host.out());
        assertTrue(host.out().contains("the token is ***"));
        assertEquals("", host.err());
    }

    @Test
    void optionStandsOverEnvironmentOverDefault() throws IOException {
        TestHost plain = new TestHost(folder);
        execute(plain, (probe, _) -> seen(probe, "1h", false, null, null));
        TestHost environment = new TestHost(folder)
                .with("GF_MIN_VALIDITY", "2h")
                .with("GF_STRICT", "true")
                .with("GF_STACK", "attic")
                .with("GF_PROBE_CONFIG", "c.yml");
        execute(environment, (probe, _) -> seen(probe, "2h", true, "attic", "c.yml"));
        execute(environment, (probe, _) -> seen(probe, "3h", true, "arc", "c.yml"), "--min-validity", "3h", "arc");
        execute(environment, (probe, _) -> seen(probe, "2h", true, "attic", "c.yml"), "--strict");
        execute(environment, (probe, _) -> seen(probe, "2h", false, "attic", "c.yml"), "--strict=false");
        TestHost empty = new TestHost(folder).with("GF_MIN_VALIDITY", "").with("GF_STRICT", "");
        execute(empty, (probe, _) -> seen(probe, "1h", false, null, null));
    }

    @Test
    void aWrongCommandLineIsExitTwoWithOutputsAndNeverRepeatsTheValue() throws IOException {
        TestHost host = new TestHost(folder).inActions();
        StringWriter err = new StringWriter();
        int exit = commandLine(host, (_, _) -> Conclusion.of(Answer.NO), err).execute("--token=very-secret-token");
        assertEquals(2, exit);
        assertEquals("INVALID", host.outputs().get("verdict"));
        assertEquals("usage", host.outputs().get("failure-reason"));
        assertFalse(err.toString().contains("very-secret-token"), err.toString());
        assertTrue(err.toString().contains("unknown option --token"), err.toString());
    }

    @Test
    void anInputThatIsWrongIsExitTwo() throws IOException {
        TestHost host = new TestHost(folder).inActions();
        int exit = execute(host, (_, _) -> {
            Inputs.duration("min-validity", "soon");
            return Conclusion.of(Answer.YES);
        });
        assertEquals(2, exit);
        assertEquals("input-min-validity", host.outputs().get("failure-reason"));
    }

    private static Conclusion seen(
            Probe probe, String minValidity, boolean strict, @Nullable String stack, @Nullable String config) {
        assertEquals(minValidity, probe.minValidity);
        assertEquals(strict, probe.strict);
        assertEquals(stack, probe.stack);
        assertEquals(config, probe.config);
        return new Conclusion(Answer.NO, "as-seen");
    }

    private static void add(Run run, Status status) {
        try {
            run.check(Check.required("T1", "first", status, "", "seen"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int execute(TestHost host, BiFunction<Probe, Run, Conclusion> work, String... arguments) {
        AssertionError[] failed = new AssertionError[1];
        int exit = commandLine(
                        host,
                        (probe, run) -> {
                            try {
                                return work.apply(probe, run);
                            } catch (AssertionError e) {
                                failed[0] = e;
                                throw e;
                            }
                        },
                        new StringWriter())
                .execute(arguments);
        if (failed[0] != null) {
            throw failed[0];
        }
        return exit;
    }

    private static CommandLine commandLine(TestHost host, BiFunction<Probe, Run, Conclusion> work, StringWriter err) {
        Host seen = host.host();
        return new CommandLine(new Probe(seen, work))
                .setDefaultValueProvider(new EnvironmentDefaults(seen.environment()))
                .setParameterExceptionHandler(new UsageErrors(seen))
                .setErr(new PrintWriter(err));
    }

    @Test
    void aVerdictThatCannotBePublishedIsNone() throws IOException {
        TestHost host = new TestHost(folder).inActions();
        Path summary = Files.createDirectory(folder.resolve("in-the-way"));
        host.with("GITHUB_STEP_SUMMARY", summary.toString());
        Probe probe = new Probe(host.host(), (_, run) -> {
            try {
                run.check(Check.required("P01", "probed", Status.PASS, "", "seen"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Conclusion.of(Answer.YES);
        });
        assertEquals(70, new CommandLine(probe).execute());
        assertEquals("INTERNAL_ERROR", host.outputs().get("verdict"));
        assertEquals("not-published", host.outputs().get("failure-reason"));
        assertTrue(host.out().contains("summary or outputs cannot be written"), host.out());
    }

    @Test
    void aWrongInputIsAnnotated() throws IOException {
        TestHost host = new TestHost(folder).inActions();
        Probe probe = new Probe(host.host(), (_, _) -> {
            throw new InputException("stack", "no stack is named");
        });
        assertEquals(2, new CommandLine(probe).execute());
        assertTrue(host.out().contains("::error title=probe::no stack is named"), host.out());
    }
}
