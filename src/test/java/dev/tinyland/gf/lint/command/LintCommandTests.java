package dev.tinyland.gf.lint.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as a user meets it. A page that is not UTF-8 stands for every error finding. */
class LintCommandTests {
    private static final byte[] NOT_UTF8 = {'g', 'r', (byte) 0xfc, 'n', '\n'};

    @TempDir
    private Path root;

    @BeforeEach
    void aCleanPage() throws IOException {
        write("good.md", "fine\n");
    }

    @Test
    void aCleanRunExitsZeroAndSaysWhatItJudged() {
        Cli.Ran ran = cli().run();

        assertEquals(0, ran.exit(), ran.err());
        assertTrue(ran.out().startsWith("CLEAN: 1 file judged, 0 errors, 0 warnings, 0 notes."), ran.out());
        assertEquals("", ran.err());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        error,   1
        warning, 1
        note,    1
        never,   0
        """)
    void failOnDecidesTheExit(String failOn, int exit) throws IOException {
        Files.write(root.resolve("bad.md"), NOT_UTF8);
        assertEquals(exit, cli().run("--fail-on", failOn).exit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "line", "json", "github"})
    void theFormatNeverChangesTheExit(String format) throws IOException {
        assertEquals(0, cli().run("--format", format).exit());
        Files.write(root.resolve("bad.md"), NOT_UTF8);
        assertEquals(1, cli().run("--format", format).exit());
    }

    @Test
    void judgingNothingIsNotGreen() throws IOException {
        Files.delete(root.resolve("good.md"));

        assertEquals(3, cli().run().exit());
        assertTrue(cli().run().out().startsWith("NOTHING_JUDGED: "));
        assertEquals(0, cli().run("--allow-empty").exit());
    }

    /** The usual cause in a workflow is a missing checkout, and an exit status alone does not say so. */
    @Test
    void judgingNothingInAStepIsAnnotatedWithWhatToDo() throws IOException {
        Files.delete(root.resolve("good.md"));
        Path summary = Files.createFile(root.resolve("summary"));
        Cli.Ran ran = cli().with("GITHUB_ACTIONS", "true")
                .with("GITHUB_STEP_SUMMARY", summary.toString())
                .run();

        assertEquals(3, ran.exit());
        assertTrue(ran.out().startsWith("::error title=gf-lint::No file here is of a kind gf-lint judges."), ran::out);
        assertTrue(Files.readString(summary).contains("actions/checkout"), () -> "the summary says it too");
    }

    @Test
    void aMissingPathIsSaidInOneSentence() {
        Cli.Ran ran = cli().run("nowhere");

        assertEquals(2, ran.exit());
        assertEquals("", ran.out());
        assertEquals(
                "gf-lint: there is no file or folder `nowhere`; name one that exists, from " + root + "\n", ran.err());
    }

    @Test
    void aNamedFileIsJudgedWhereverItStands() throws IOException {
        Files.createDirectories(root.resolve("docs/archive"));
        Files.write(root.resolve("docs/archive/old.md"), NOT_UTF8);

        assertEquals(0, cli().run().exit());
        Cli.Ran ran = cli().run("--format=line", "docs/archive/old.md");
        assertEquals(1, ran.exit());
        assertTrue(ran.out().startsWith("docs/archive/old.md:1:1: error: "), ran.out());
    }

    @Test
    void severalRootsShowPathsFromWhereTheUserStands() throws IOException {
        Files.createDirectories(root.resolve("one"));
        Files.createDirectories(root.resolve("two"));
        Files.write(root.resolve("one/a.md"), NOT_UTF8);
        Files.write(root.resolve("two/a.md"), NOT_UTF8);

        List<String> lines =
                cli().run("--format=line", "one", "two").out().lines().toList();

        assertTrue(lines.get(0).startsWith("one/a.md:1:1: "), lines::toString);
        assertTrue(lines.get(1).startsWith("two/a.md:1:1: "), lines::toString);
    }

    @Test
    void severalRootsInOneDocumentNeedACommonOne() throws IOException {
        write("one/a.md", "a\n");
        write("two/a.md", "a\n");
        write("three/a.md", "a\n");

        Cli.Ran refused = cli().run("--format=json", "one", "two");
        assertEquals(2, refused.exit());
        assertEquals("", refused.out());
        assertTrue(refused.err().contains("--root"), refused.err());

        assertEquals(
                2,
                json(cli().run("--format=json", "--root", ".", "one", "two"))
                        .at("/summary/files")
                        .asInt());
    }

    @Test
    void aPathOutsideTheCommonRootIsRefused() throws IOException {
        write("one/a.md", "a\n");
        assertEquals(2, cli().run("--root", "one", "good.md").exit());
    }

    @Test
    void theDocumentSaysWhatWasPassedOver() throws IOException {
        write("CHANGELOG.md", "a\n");
        write("main.py", "a\n");

        JsonNode document = json(cli().run("--format=json"));

        assertEquals("CLEAN", document.at("/verdict").asText());
        assertEquals(".", document.at("/root").asText());
        assertEquals(1, document.at("/summary/skipped/changelog").asInt());
        assertEquals(1, document.at("/summary/skipped/other-kind").asInt());
    }

    @Test
    void writesFurtherFormatsToFiles() throws IOException {
        Files.write(root.resolve("bad.md"), NOT_UTF8);

        Cli.Ran ran = cli().run("--output", "json=out/a.json", "--output", "line=out/a.txt");

        assertEquals(1, ran.exit(), ran.err());
        assertEquals(
                1,
                new ObjectMapper()
                        .readTree(root.resolve("out/a.json").toFile())
                        .at("/findings")
                        .size());
        assertTrue(Files.readString(root.resolve("out/a.txt")).startsWith("bad.md:1:1: error: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xml=a", "json", "json=", "=a"})
    void anOutputThatMeansNothingIsRefused(String output) {
        assertEquals(2, cli().run("--output", output).exit());
    }

    @ParameterizedTest
    @ValueSource(strings = {".github/gf-lint.yml", "gf-lint.yml"})
    void readsTheConfigurationOfTheRoot(String place) throws IOException {
        write("bad/a.md", "a\n");
        Files.write(root.resolve("bad/a.md"), NOT_UTF8);
        write(place, "exclude: [bad/]\n");

        assertEquals(0, cli().run().exit());
        assertEquals(1, cli().run("--no-config").exit());
    }

    @Test
    void aWrongConfigurationSaysPathLineAndWhatWasExpected() throws IOException {
        write(".github/gf-lint.yml", "exclude: [a]\nrulez: {}\n");

        Cli.Ran ran = cli().run();

        assertEquals(2, ran.exit());
        assertTrue(ran.err().contains(".github/gf-lint.yml:2:1: unknown key `rulez`"), ran.err());
    }

    @Test
    void aMissingConfigurationIsRefused() {
        assertEquals(2, cli().run("--config", "nowhere.yml").exit());
    }

    @Test
    void theEnvironmentGivesDefaultsAndOptionsWin() throws IOException {
        Files.write(root.resolve("bad.md"), NOT_UTF8);
        write("other.yml", "exclude: [bad.md]\n");

        assertEquals(0, cli().with("GF_FAIL_ON", "never").run().exit());
        assertEquals(1, cli().with("GF_FAIL_ON", "never").run("--fail-on=error").exit());
        assertEquals(0, cli().with("GF_LINT_CONFIG", "other.yml").run().exit());
        assertEquals(1, cli().with("GF_CONFIG", "other.yml").run().exit());
    }

    @Test
    void includeAndExcludeSelect() throws IOException {
        write("docs/a.md", "a\n");
        write("docs/b.md", "a\n");

        JsonNode document = json(cli().run("--format=json", "--include", "docs", "--exclude", "{b,c}.md"));

        assertEquals(1, document.at("/summary/files").asInt());
        assertEquals(2, document.at("/summary/skipped/not-selected").asInt());
    }

    @Test
    void showsEverySkippedFileWhenAsked() throws IOException {
        write("CHANGELOG.md", "a\n");
        assertEquals(
                "not judged: CHANGELOG.md (changelogs)\n",
                cli().run("--show-skipped").err());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        auto,   '',       '',          false, false
        auto,   '',       '',          true,  true
        auto,   NO_COLOR, '',          true,  false
        auto,   '',       FORCE_COLOR, false, true
        auto,   NO_COLOR, FORCE_COLOR, true,  false
        always, NO_COLOR, '',          false, true
        never,  '',       FORCE_COLOR, true,  false
        """)
    void colourFollowsFlagThenNoColorThenForceColorThenTerminal(
            String flag, String first, String second, boolean terminal, boolean expected) {
        Cli cli = cli();
        List.of(first, second).stream().filter(name -> !name.isEmpty()).forEach(name -> cli.with(name, "1"));
        if (terminal) {
            cli.onTerminal();
        }
        assertEquals(expected, cli.run("--color", flag).out().contains("\u001b["));
    }

    @Test
    void inAnActionAnnotationsSummaryOutputsAndReportAreWritten() throws IOException {
        write("workspace/sub/ok.md", "a\n");
        Files.write(root.resolve("workspace/sub/bad.md"), NOT_UTF8);
        Cli cli = new Cli(root.resolve("workspace"))
                .with("GITHUB_ACTIONS", "true")
                .with("GITHUB_WORKSPACE", root.resolve("workspace").toString())
                .with("GITHUB_OUTPUT", root.resolve("output").toString())
                .with("GITHUB_STEP_SUMMARY", root.resolve("summary").toString())
                .with("RUNNER_TEMP", root.resolve("temp").toString());

        Cli.Ran ran = cli.run("sub");

        assertEquals(1, ran.exit(), ran.err());
        assertTrue(ran.out().startsWith("::error file=sub/bad.md,line=1,"), ran.out());
        assertTrue(ran.out().contains("::stop-commands::"), ran.out());
        assertTrue(Files.readString(root.resolve("summary")).contains("sub/bad.md:1"));
        String outputs = Files.readString(root.resolve("output"));
        assertTrue(outputs.indexOf("INCOMPLETE") < outputs.indexOf("FINDINGS"), outputs);
        assertTrue(outputs.contains("errors<<"), outputs);
        Path report = onlyFile(root.resolve("temp/gf-reports"));
        assertEquals(
                "bad.md",
                new ObjectMapper()
                        .readTree(report.resolve("report.json").toFile())
                        .at("/findings/0/path")
                        .asText());
    }

    @Test
    void inAnActionAWrongInputIsAnOutputToo() throws IOException {
        Cli cli = cli().with("GITHUB_ACTIONS", "true")
                .with("GITHUB_OUTPUT", root.resolve("output").toString());

        assertEquals(2, cli.run("nowhere").exit());
        String outputs = Files.readString(root.resolve("output"));
        assertTrue(outputs.contains("INVALID"), outputs);
        assertTrue(outputs.contains("input-path"), outputs);
    }

    @Test
    void outsideAnActionNoReportIsWrittenUnlessAskedFor() throws IOException {
        cli().run();
        assertFalse(Files.exists(root.resolve("report.json")));

        cli().run("--report-dir", "reports");
        assertTrue(Files.exists(root.resolve("reports/report.json")));
        assertTrue(Files.exists(root.resolve("reports/summary.md")));
    }

    @Test
    void helpShowsExamplesAndExits() {
        Cli.Ran ran = cli().run("--help");

        assertEquals(0, ran.exit());
        assertTrue(ran.out().contains("Examples:"), ran.out());
        assertTrue(ran.out().contains("Exit codes:"), ran.out());
    }

    @Test
    void printsACompletionScript() {
        Cli.Ran ran = cli().run("generate-completion");

        assertEquals(0, ran.exit(), ran.err());
        assertTrue(ran.out().contains("_complete_gf-lint"), ran.out());
    }

    @Test
    void anUnknownOptionIsUsage() {
        assertEquals(2, cli().run("--colour").exit());
    }

    @Test
    void listsAndExplainsRules() {
        assertTrue(cli().run("rules").out().contains("unreadable-file"));
        assertEquals(0, cli().run("rules", "--format=json").exit());
        assertTrue(cli().run("explain", "unreadable-file").out().startsWith("# unreadable-file\n"));

        Cli.Ran unknown = cli().run("explain", "unreadable-fiel");
        assertEquals(2, unknown.exit());
        assertTrue(unknown.err().contains("did you mean `unreadable-file`?"), unknown.err());
    }

    private Cli cli() {
        return new Cli(root);
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static JsonNode json(Cli.Ran ran) throws IOException {
        assertEquals("", ran.err());
        return new ObjectMapper().readTree(ran.out());
    }

    private static Path onlyFile(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertEquals(1, all.size());
            return all.getFirst();
        }
    }
}
