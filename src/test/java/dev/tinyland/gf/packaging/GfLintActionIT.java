package dev.tinyland.gf.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.ReadmeSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The gf-lint action of the release tree, in jobs of consumers. */
@ExtendWith(ReleaseTreeExtension.class)
class GfLintActionIT {
    private static final String GOOD = """
        on: push
        permissions:
          contents: read
        jobs:
          test:
            runs-on: ubuntu-latest
            steps:
              - run: make test
        """;

    /** No YAML: the last line's bracket is never closed. */
    private static final String BAD = "on: [push\njobs: {}\n";

    private static final String LINT = """
        - uses: actions/checkout@v7
        - id: lint
          continue-on-error: true
          uses: tinyland/gf-actions/gf-lint@v1
        """;

    @TempDir
    private Path folder;

    private ActionHarness harness;

    GfLintActionIT(ReleaseTree tree, @TempDir Path place) throws IOException {
        harness = new ActionHarness(tree, place.toRealPath());
    }

    @BeforeEach
    void layRepository() throws IOException {
        harness.file("README.md", "# A consumer\n");
        Files.createDirectories(folder);
    }

    @Test
    void aGoodRepositoryIsClean() throws Exception {
        HarnessRun run = harness.file(".github/workflows/ci.yml", GOOD).run(LINT);
        HarnessRun.Step step = run.step("lint");
        assertEquals("success", step.outcome(), run::toString);
        assertEquals("CLEAN", step.output("verdict"));
        assertEquals("0", step.output("exit-code"));
        assertEquals("", step.output("failure-reason"));
        assertEquals("0", step.output("errors"));
        assertEquals("0", step.output("warnings"));
        assertEquals(0, run.annotations().size(), run::toString);
        assertTrue(run.report("lint", "report.json").contains("\"gf.lint/v1\""));
        assertTrue(run.succeeded());
    }

    @Test
    void aBadRepositoryHasAnnotationsASummaryAndOutputsThatALaterStepReads() throws Exception {
        HarnessRun run = harness.file(".github/workflows/bad.yml", BAD).run(LINT + """
            - id: later
              shell: bash
              env:
                SEEN: ${{ steps.lint.outcome }} ${{ steps.lint.outputs.verdict }} ${{ steps.lint.outputs.errors }}
              run: echo "seen=$SEEN" >>"$GITHUB_OUTPUT"
            """);
        HarnessRun.Step step = run.step("lint");
        assertEquals("failure", step.outcome(), run::toString);
        assertEquals("success", step.conclusion());
        assertEquals("FINDINGS", step.output("verdict"));
        assertEquals("1", step.output("exit-code"));
        assertEquals("findings", step.output("failure-reason"));
        assertEquals("failure FINDINGS 1", run.step("later").output("seen"));
        assertTrue(
                run.annotations().stream()
                        .anyMatch(annotation -> annotation.level().equals("error")
                                && annotation
                                        .properties()
                                        .getOrDefault("file", "")
                                        .equals(".github/workflows/bad.yml")),
                run::toString);
        assertTrue(run.report("lint", "summary.md").contains("bad.yml"));
        assertTrue(run.succeeded());
    }

    /** The counts differ: the harness adds files of its own. */
    @Test
    void theReadmeShowsTheStepsOfAJobAndWhatItsLogSays() throws Exception {
        ReadmeSample sample = ReadmeSample.read();
        HarnessRun run =
                harness.file(".github/workflows/deploy.yml", sample.workflow()).run(sample.steps());
        assertFalse(run.succeeded(), run::toString);
        String finding = sample.output().substring(0, sample.output().indexOf("\n\n"));
        assertTrue(run.log().contains(finding), run::toString);
        assertTrue(
                run.annotations().stream()
                        .anyMatch(annotation -> annotation.level().equals("warning")
                                && ".github/workflows/deploy.yml"
                                        .equals(annotation.properties().get("file"))),
                run::toString);
    }

    @Test
    void withoutContinueOnErrorTheJobFailsAndKeepsTheOutputs() throws Exception {
        HarnessRun run =
                harness.file(".github/workflows/bad.yml", BAD).run(LINT.replace("continue-on-error: true", ""));
        assertFalse(run.succeeded(), run::toString);
        assertEquals("failure", run.step("lint").conclusion());
        assertEquals("FINDINGS", run.step("lint").output("verdict"));
    }

    @Test
    void failOnDecidesWhatFailsTheStep() throws Exception {
        HarnessRun run = harness.file(".github/workflows/bad.yml", BAD).run(LINT + "  with:\n    fail-on: never\n");
        assertEquals("success", run.step("lint").outcome(), run::toString);
        assertEquals("1", run.step("lint").output("errors"));
    }

    @Test
    void aFileThatCannotBeReadIsAFindingAndNeverClean() throws Exception {
        HarnessRun run = harness.file(".github/workflows/ci.yml", GOOD)
                .file(".github/workflows/bytes.yml", new byte[] {'o', 'n', ':', ' ', (byte) 0xff, (byte) 0xfe, 0, '\n'})
                .run(LINT);
        assertEquals("1", run.step("lint").output("exit-code"), run::toString);
        assertEquals("failure", run.step("lint").outcome());
    }

    @Test
    void aPathThatDoesNotExistIsInvalid() throws Exception {
        HarnessRun run = harness.run(LINT + "  with:\n    path: no/such/folder\n");
        assertEquals("INVALID", run.step("lint").output("verdict"), run::toString);
        assertEquals("2", run.step("lint").output("exit-code"));
        assertEquals("failure", run.step("lint").outcome());
    }

    @Test
    void aWrongInputIsInvalid() throws Exception {
        HarnessRun run = harness.run(LINT + "  with:\n    fail-on: sometimes\n");
        assertEquals("INVALID", run.step("lint").output("verdict"), run::toString);
        HarnessRun java = harness.run(LINT + "  with:\n    java: maybe\n");
        assertEquals("INVALID", java.step("lint").output("verdict"), java::toString);
        assertEquals("input-java", java.step("lint").output("failure-reason"));
    }

    @Test
    void writesSarifForCodeScanningAndSaysWhere() throws Exception {
        HarnessRun run = harness.file(".github/workflows/bad.yml", BAD)
                .run(LINT + "  with:\n    sarif-file: ${{ runner.temp }}/out/lint.sarif\n");
        assertEquals("1", run.step("lint").output("exit-code"), run::toString);
        assertTrue(run.step("lint").output("sarif-file").endsWith("/out/lint.sarif"), run::toString);
        String sarif = Files.readString(run.folder().resolve("temp/out/lint.sarif"));
        assertTrue(sarif.contains("\"uri\" : \".github/workflows/bad.yml\""), sarif);
    }

    @Test
    void withoutBeingAskedThereIsNoSarif() throws Exception {
        HarnessRun run = harness.file(".github/workflows/ci.yml", GOOD).run(LINT);
        assertEquals("", run.step("lint").output("sarif-file"), run::toString);
    }

    @Test
    void aRunnerWithoutJavaInstallsOne() throws Exception {
        HarnessRun run =
                harness.file(".github/workflows/ci.yml", GOOD).withoutJava(true).run(LINT);
        assertTrue(run.log().contains("stub of setup-java runs"), run::toString);
        assertEquals("CLEAN", run.step("lint").output("verdict"), run::toString);
    }

    @Test
    void aRunnerWithJavaInstallsNone() throws Exception {
        HarnessRun run = harness.file(".github/workflows/ci.yml", GOOD).run(LINT);
        assertFalse(run.log().contains("stub of setup-java runs"), run::toString);
    }

    @Test
    void aRunnerThatMustHaveJavaSaysWhatToInstall() throws Exception {
        HarnessRun run = harness.withoutJava(true).run(LINT + "  with:\n    java: require\n");
        assertFalse(run.log().contains("stub of setup-java runs"), run::toString);
        assertTrue(run.log().contains("Java 25 or newer is needed"), run::toString);
        assertTrue(run.annotations().stream()
                .anyMatch(annotation -> annotation.message().contains("Java 25")));
        assertEquals("INVALID", run.step("lint").output("verdict"));
        assertEquals("java-missing", run.step("lint").output("failure-reason"));
        assertEquals("failure", run.step("lint").outcome());
    }

    @Test
    void aFailedInstallationSaysWhatIsMissing() throws Exception {
        HarnessRun run = harness.withoutJava(false).run(LINT);
        assertTrue(run.log().contains("stub of setup-java runs"), run::toString);
        assertEquals("java-missing", run.step("lint").output("failure-reason"), run::toString);
        assertEquals("failure", run.step("lint").outcome());
    }

    @Test
    void pathsWithSpacesAreOnePath() throws Exception {
        HarnessRun run = harness.file("a folder/.github/workflows/bad file.yml", BAD)
                .run(LINT + "  with:\n    path: a folder\n    report-dir: ${{ runner.temp }}/my reports\n");
        assertEquals("FINDINGS", run.step("lint").output("verdict"), run::toString);
        assertTrue(run.report("lint", "summary.md").contains("bad file.yml"));
    }

    @Test
    void aCheckoutInASubfolderIsJudgedThereAndAnnotatedFromTheWorkspace() throws Exception {
        HarnessRun run = harness.file("sub/folder/.github/workflows/bad.yml", BAD)
                .run(LINT + "  with:\n    working-directory: sub/folder\n");
        assertEquals("FINDINGS", run.step("lint").output("verdict"), run::toString);
        assertEquals("1", run.step("lint").output("errors"), run::toString);
        assertTrue(
                run.annotations().stream()
                        .anyMatch(annotation -> annotation
                                .properties()
                                .getOrDefault("file", "")
                                .equals("sub/folder/.github/workflows/bad.yml")),
                run::toString);
    }

    @Test
    void textOfTheRepositoryNeverBecomesACommand() throws Exception {
        HarnessRun run = harness.file(
                        ".github/workflows/bad.yml",
                        "on: [push\n::error file=owned.yml::owned\n::set-output name=x::y\n")
                .run(LINT);
        assertTrue(
                run.annotations().stream()
                        .noneMatch(annotation -> annotation.message().equals("owned")),
                run::toString);
    }

    @Test
    void aCancelledJobLeavesAReportThatSaysIncomplete() throws Exception {
        for (int file = 0; file < 3000; file++) {
            harness.file(".github/workflows/w" + file + ".yml", GOOD);
        }
        Path reports = harness.folder().resolve("reports");
        ChildProcess act = harness.command(LINT + "  with:\n    report-dir: " + reports + "\n");
        Process process =
                act.start(harness.folder().resolve("out"), harness.folder().resolve("err"));
        Path report = reports.resolve("report.json");
        Instant deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (!begun(report) && process.isAlive() && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        assertTrue(
                begun(report),
                () -> "the step never began: " + read(harness.folder().resolve("out")));
        process.destroy();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertTrue(Files.readString(report).contains("INCOMPLETE"), () -> read(report));
    }

    private static boolean begun(Path report) throws IOException {
        return Files.exists(report) && Files.readString(report).endsWith("}\n");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
