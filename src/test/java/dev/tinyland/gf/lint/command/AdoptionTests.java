package dev.tinyland.gf.lint.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.testing.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A team turns gf-lint on for a repository with old sins: baseline, changed lines, fixes, standard input. */
class AdoptionTests {
    private static final String OLD = "run: kubectl -n attic-cache-dev get pods\n";
    private static final String PUSHING = """
        on: pull_request
        jobs:
          push:
            runs-on: tinyland-nix
            steps:
              - run: attic push main ./result
        """;

    @TempDir
    Path root;

    @BeforeEach
    void aRepository() throws IOException {
        write("gf-lint.yml", "exclude: []\n");
        write("values.yaml", "namespace: attic-cache-dev\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String read(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    private Cli cli() {
        return new Cli(root).with("PATH", System.getenv("PATH"));
    }

    private static JsonNode json(Cli.Ran ran) throws IOException {
        return new ObjectMapper().readTree(ran.out());
    }

    @Test
    void aBaselineLetsOnlyNewFindingsCountWhereverTheOldOnesMoveTo() throws IOException {
        assertEquals(0, cli().run("--write-baseline", "b.json").exit());

        write("values.yaml", "# moved\n\n\nnamespace: attic-cache-dev\n");
        Cli.Ran same = cli().run("--baseline", "b.json");
        assertEquals(0, same.exit(), same.out());
        assertTrue(same.out().contains("1 in the baseline"), same.out());

        write("more.yaml", "namespace: attic-cache-dev\n");
        Cli.Ran more = cli().run("--baseline", "b.json", "--format", "line");
        assertEquals(1, more.exit());
        assertEquals(1, more.out().lines().count(), more.out());
        assertTrue(more.out().startsWith("more.yaml:1:12: error: "), more.out());
    }

    @Test
    void writingABaselineSaysHowManyFindingsItListsAndWhatComesNext() throws IOException {
        Cli.Ran one = cli().run("--write-baseline", "b.json");
        assertTrue(
                one.err()
                        .contains(": b.json is written and lists 1 finding; commit it, and run with --baseline b.json"),
                one.err());

        write("more.yaml", "namespace: attic-cache-dev\n");
        String two = cli().run("--write-baseline", "b.json").err();
        assertTrue(two.contains(": b.json is written and lists 2 findings; "), two);

        Files.delete(root.resolve("more.yaml"));
        write("values.yaml", "namespace: nix-cache\n");
        String none = cli().run("--write-baseline", "b.json").err();
        assertTrue(none.contains(": b.json is written and lists nothing"), none);
    }

    @Test
    void theDocumentTellsWhatTheBaselineExcuses() throws IOException {
        cli().run("--write-baseline", "b.json");

        JsonNode document = json(cli().run("--baseline", "b.json", "--format", "json"));

        assertEquals("CLEAN", document.get("verdict").asText());
        assertEquals(1, document.at("/summary/baselined").asInt());
        assertEquals("baseline", document.at("/findings/0/suppressedBy").asText());
    }

    @Test
    void anEntryForAFindingThatIsGoneIsSaid() throws IOException {
        cli().run("--write-baseline", "b.json");
        Files.delete(root.resolve("values.yaml"));
        write("a.md", "text\n");

        Cli.Ran ran = cli().run("--baseline", "b.json");

        assertEquals(0, ran.exit());
        assertTrue(ran.out().contains("1 entry for findings that are gone: values.yaml [retired-endpoint]"), ran.out());
    }

    @Test
    void aProtectedRuleCannotBeBaselined() throws IOException {
        write(".github/workflows/push.yml", PUSHING);

        Cli.Ran ran = cli().run("--write-baseline", "b.json", "--format", "line");

        assertEquals(1, ran.exit());
        assertTrue(ran.out().contains("[attic-push-on-pull-request]"), ran.out());
        assertFalse(read("b.json").contains("attic-push-on-pull-request"), read("b.json"));
    }

    @Test
    void aBaselineThatIsNoneIsAMistakeOfTheCall() throws IOException {
        write("b.json", "{}");

        assertEquals(2, cli().run("--baseline", "b.json").exit());
        assertEquals(2, cli().run("--baseline", "missing.json").exit());
        assertEquals("{}", read("b.json"));
        assertEquals(2, cli().run("--write-baseline", "b.json").exit());
    }

    @Test
    void onlyWhatChangedSinceARevisionCounts() throws Exception {
        write("gone.yaml", "x: 1\nnamespace: attic-cache-dev\n");
        GitRepository repository = GitRepository.create(root).commitAll("old");
        repository.git("checkout", "-qb", "topic");
        write("values.yaml", "namespace: attic-cache-dev\nother: attic-cache-dev\n");
        repository.git("commit", "-qam", "new");
        write("untracked.yaml", "namespace: attic-cache-dev\n");

        Cli.Ran ran = cli().run("--changed-since", "main", "--format", "line");

        assertEquals(1, ran.exit(), ran.err());
        assertEquals(
                List.of("untracked.yaml:1:12", "values.yaml:2:8"),
                ran.out()
                        .lines()
                        .map(line -> line.substring(0, line.indexOf(": error")))
                        .toList());
        assertEquals(
                2,
                json(cli().run("--changed-since", "main", "--format", "json"))
                        .at("/summary/unchanged")
                        .asInt());
    }

    @Test
    void whatTheBaseBranchDidMeanwhileDoesNotCount() throws Exception {
        write("a.md", "one\n");
        GitRepository repository = GitRepository.create(root).commitAll("old");
        repository.git("branch", "topic");
        write("values.yaml", "namespace: other\n");
        repository.git("commit", "-qam", "mended on main");
        repository.git("checkout", "-q", "topic");

        assertEquals(0, cli().run("--changed-since", "main").exit());
    }

    @Test
    void aGuardThatIsTakenAwayBringsTheProtectedFinding() throws Exception {
        String guarded =
                PUSHING.replace("    steps:", "    if: github.event_name == 'push'\n    env: {X: \"1\"}\n    steps:");
        write(".github/workflows/push.yml", guarded);
        GitRepository repository = GitRepository.create(root).commitAll("guarded");
        repository.git("checkout", "-qb", "topic");
        write(".github/workflows/push.yml", guarded.replace("    if: github.event_name == 'push'\n", ""));
        repository.git("commit", "-qam", "unguarded");

        Cli.Ran ran = cli().run("--changed-since", "main", "--format", "line");

        assertEquals(1, ran.exit(), ran.err());
        assertTrue(ran.out().contains("[attic-push-on-pull-request]"), ran.out());
    }

    @Test
    void anUnknownRevisionIsAMistakeOfTheCallAndNotClean() throws Exception {
        GitRepository.create(root).commitAll("old");

        Cli.Ran unknown = cli().run("--changed-since", "origin/main");
        assertEquals(2, unknown.exit());
        assertTrue(unknown.err().contains("fetch-depth: 0"), unknown.err());
        assertEquals(2, cli().run("--changed-since", "--output=x").exit());
    }

    @Test
    void withoutARepositoryNothingIsKnownOfChanges() {
        assertEquals(2, cli().run("--changed-since", "main").exit());
    }

    @Test
    void fixesAreShownWrittenAndJudgedAgain() throws IOException {
        write("a.sh", "kubectl get pods # gf-lint: ignore[retired-endpoint] no longer needed\n");

        Cli.Ran shown = cli().run("--fix", "--diff");
        assertEquals(1, shown.exit());
        assertTrue(shown.out().contains("-namespace: attic-cache-dev\n+namespace: nix-cache\n"), shown.out());
        assertTrue(shown.out().contains("+kubectl get pods\n"), shown.out());
        assertEquals("namespace: attic-cache-dev\n", read("values.yaml"));

        Cli.Ran written = cli().run("--fix");
        assertEquals(0, written.exit(), written.out());
        assertTrue(written.err().contains("2 fixes in 2 files written"), written.err());
        assertEquals("namespace: nix-cache\n", read("values.yaml"));
        assertEquals("kubectl get pods\n", read("a.sh"));
    }

    @Test
    void anUnusedSuppressionAloneOnItsLineTakesTheLineWithIt() throws IOException {
        write("a.sh", "one\n  # gf-lint: ignore[retired-endpoint, legacy-civo-access] old\ntwo\n");

        cli().run("--fix");

        assertEquals("one\ntwo\n", read("a.sh"));
    }

    @Test
    void ofAnAnnotatedDiffNothingActsAsACommand() throws IOException {
        write(
                "values.yaml",
                "# one\n  ::add-mask::x\nnamespace: attic-cache-dev\n".replace("  ::add-mask::x", "# ::add-mask::x"));

        Cli.Ran ran = cli().with("GITHUB_ACTIONS", "true").run("--diff");

        assertTrue(ran.out().startsWith("::stop-commands::"), ran.out());
    }

    @Test
    void standardInputIsJudgedAsTheFileItWillBe() throws IOException {
        Cli.Ran ran = cli().typing(OLD + "namespace: attic-cache-dev\n")
                .run("-", "--stdin-filename", "values.yaml", "--format", "line");

        assertEquals(1, ran.exit(), ran.err());
        assertTrue(ran.out().lines().allMatch(line -> line.startsWith("values.yaml:")), ran.out());
        assertTrue(ran.out().contains("values.yaml:2:12: error"), ran.out());
        assertEquals("namespace: attic-cache-dev\n", read("values.yaml"));
    }

    @Test
    void aFileThatIsNotThereYetHasTheKindOfItsName() {
        Cli.Ran ran =
                cli().typing("FROM x\nattic-cache-dev\n").run("-", "--stdin-filename", "new.md", "--format", "line");

        assertEquals(1, ran.exit(), ran.err());
        assertTrue(ran.out().startsWith("new.md:2:1: warning"), ran.out());
        assertEquals(3, cli().typing("x").run("-", "--stdin-filename", "x.py").exit());
    }

    @Test
    void standardInputNeedsANameAndTheNameStandardInput() {
        assertEquals(2, cli().typing("x").run("-").exit());
        assertEquals(2, cli().run("--stdin-filename", "a.md").exit());
        assertEquals(
                2, cli().typing("x").run("-", "--stdin-filename", "none/a.md").exit());
        assertEquals(
                2,
                cli().typing("x").run("-", "--stdin-filename", "a.md", "--fix").exit());
    }

    @Test
    void statisticsAndTimingGoToStandardError() {
        Cli.Ran ran = cli().run("--statistics", "--timing", "--format", "json");

        assertEquals(1, ran.exit());
        assertTrue(ran.out().startsWith("{"), ran.out());
        assertTrue(ran.err().contains("     1  retired-endpoint "), ran.err());
        assertTrue(ran.err().contains(" ms  judge\n"), ran.err());
        assertTrue(ran.err().contains(" ms  retired-endpoint\n"), ran.err());
    }

    @Test
    void theExitNeverDependsOnTheForm() {
        for (String format : List.of("text", "line", "json", "github", "sarif", "checkstyle")) {
            assertEquals(1, cli().run("--format", format).exit(), format);
            assertEquals(0, cli().run("--format", format, "--fail-on", "never").exit(), format);
        }
        assertEquals(1, cli().run("--sarif-file", "out/x.sarif").exit());
        assertTrue(Files.isRegularFile(root.resolve("out/x.sarif")));
    }
}
