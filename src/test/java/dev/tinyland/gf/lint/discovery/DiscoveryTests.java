package dev.tinyland.gf.lint.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.Interrupts;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.process.Git;
import dev.tinyland.gf.process.ProcessRunner;
import dev.tinyland.gf.secret.Redactor;
import dev.tinyland.gf.testing.GitRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscoveryTests {
    private static final FileListing WALK = new WalkListing();

    @TempDir
    private Path root;

    @Test
    void walksAFolderThatIsNoWorkTree() throws IOException {
        write("docs/a.md", "a");
        write("README.md", "b");
        write("Main.java", "c");

        Discovered found = new Discovery(WALK).folder(root, Selection.everything());

        assertEquals(List.of("README.md", "docs/a.md"), paths(found));
        assertEquals(List.of(new Skipped("Main.java", SkipReason.OTHER_KIND)), found.skipped());
    }

    @Test
    void asksGitAtTheTopOfAWorkTree() throws Exception {
        GitRepository repository = GitRepository.create(root);
        write(".gitignore", "ignored/\n");
        write("ignored/a.md", "a");
        write("tracked.md", "b");
        write("new.md", "c");
        repository.git("add", "tracked.md");

        Discovered found = new Discovery(listing("git")).folder(root, Selection.everything());

        assertEquals(List.of("new.md", "tracked.md"), paths(found));
        assertEquals(List.of(), found.notes());
    }

    @Test
    void aFileDeletedFromTheWorkTreeIsNotThere() throws Exception {
        GitRepository repository = GitRepository.create(root);
        write("gone.md", "a");
        repository.git("add", "gone.md");
        Files.delete(root.resolve("gone.md"));

        assertEquals(List.of(), paths(new Discovery(listing("git")).folder(root, Selection.everything())));
    }

    @Test
    void saysThatGitFailedAndWalks() throws IOException {
        Files.writeString(root.resolve(".git"), "gitdir: /nowhere/at/all\n");
        write("a.md", "a");

        Discovered found = new Discovery(listing("git")).folder(root, Selection.everything());

        assertEquals(List.of("a.md"), paths(found));
        assertTrue(found.notes().getFirst().startsWith("git could not list this work tree ("), found.notes()::toString);
    }

    @Test
    void saysThatThereIsNoGitAndWalks() throws IOException {
        Files.createDirectory(root.resolve(".git"));
        write("a.md", "a");

        Discovered found = new Discovery(listing("no-such-program")).folder(root, Selection.everything());

        assertEquals(List.of("a.md"), paths(found));
        assertTrue(found.notes().getFirst().contains("there is no git on the PATH"), found.notes()::toString);
    }

    @Test
    void doesNotWaitForeverForGit(@TempDir Path tools) throws Exception {
        Path git = tools.resolve("git");
        Files.writeString(git, "#!/bin/sh\nexec sleep 600\n");
        assertTrue(git.toFile().setExecutable(true));
        GitRepository.create(root);
        write("a.md", "a");
        GitListing hanging = listing(git.toString(), System.getenv(), Duration.ofMillis(200));

        Discovered found = new Discovery(hanging).folder(root, Selection.everything());

        assertEquals(List.of("a.md"), paths(found));
        assertTrue(found.notes().getFirst().contains("git gave no answer within"), found.notes()::toString);
    }

    @Test
    void aHooksVariablesDoNotTurnGitToAnotherRepository(@TempDir Path other) throws Exception {
        GitRepository.create(root);
        write("a.md", "a");
        Map<String, String> hook = new TreeMap<>(System.getenv());
        hook.put("GIT_DIR", other.resolve(".git").toString());
        hook.put("GIT_INDEX_FILE", other.resolve("index").toString());

        Discovered found =
                new Discovery(listing("git", hook, Duration.ofSeconds(60))).folder(root, Selection.everything());

        assertEquals(List.of("a.md"), paths(found));
        assertEquals(List.of(), found.notes());
    }

    @Test
    void aLoopOfLinksEndsAndLinksAreCounted() throws IOException {
        write("docs/a.md", "a");
        Files.createSymbolicLink(root.resolve("docs/loop"), root);
        Files.createSymbolicLink(root.resolve("b.md"), Path.of("docs/a.md"));

        Discovered found = new Discovery(WALK).folder(root, Selection.everything());

        assertEquals(List.of("docs/a.md"), paths(found));
        assertTrue(found.skipped().contains(new Skipped("b.md", SkipReason.SYMBOLIC_LINK)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        CHANGELOG.md,                        CHANGELOG
        docs/changelog/2026.md,              CHANGELOG
        docs/archive/civo.md,                ARCHIVE
        evidence/run.md,                     EVIDENCE
        vendor/action/action.yml,            VENDORED
        .terraform/modules/x/main.tf,        VENDORED
        pnpm-lock.yaml,                      LOCK_FILE
        .terraform.lock.hcl,                 LOCK_FILE
        tests/fixtures/bad.yml,              FIXTURE
        """)
    void passesOverTheRecordOfThePastAndOtherPeoplesTrees(String path, SkipReason reason) throws IOException {
        write(path, "a: b\n");

        Discovered found = new Discovery(WALK).folder(root, Selection.everything());

        assertEquals(List.of(new Skipped(path, reason)), found.skipped());
    }

    @Test
    void aWorkflowIsJudgedWhateverItIsCalled() throws IOException {
        write(".github/workflows/changelog.yml", "on: push\n");
        Selection all = new Selection(path -> true, path -> true, List.of(), List.of());

        assertEquals(List.of(".github/workflows/changelog.yml"), paths(new Discovery(WALK).folder(root, all)));
    }

    @Test
    void countsWhatConfigurationAndOptionsLeaveOut() throws IOException {
        write("examples/a.md", "a");
        write("docs/b.md", "b");
        write("docs/c.md", "c");
        Selection selection = new Selection(
                path -> path.startsWith("examples/"),
                path -> false,
                List.of(Glob.of("docs")),
                List.of(Glob.of("c.md")));

        Discovered found = new Discovery(WALK).folder(root, selection);

        assertEquals(List.of("docs/b.md"), paths(found));
        assertEquals(
                List.of(
                        new Skipped("docs/c.md", SkipReason.NOT_SELECTED),
                        new Skipped("examples/a.md", SkipReason.EXCLUDED)),
                found.skipped());
    }

    @Test
    void aNamedFileIsJudgedWhateverTheRulesSay() throws IOException {
        write("docs/archive/civo.md", "a");

        Discovered found = Discovery.file(root, root.resolve("docs/archive/civo.md"));

        assertEquals(List.of("docs/archive/civo.md"), paths(found));
    }

    @Test
    void theRootOfAFileIsTheNearestRepository() throws IOException {
        write("one/.github/workflows/ci.yml", "a");
        write("one/docs/deep/a.md", "a");

        assertEquals(root.resolve("one"), Discovery.rootOf(root.resolve("one/docs/deep/a.md")));
    }

    @Test
    void readsUtf8WithoutItsMark() throws IOException {
        write("a.md", "\uFEFFgrün");
        assertEquals("grün", ((Loaded.Text) load("a.md")).file().text());
    }

    @Test
    void refusesOtherEncodings() throws IOException {
        Files.write(root.resolve("a.md"), "grün".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(root.resolve("b.md"), "\uFEFFgrün".getBytes(StandardCharsets.UTF_16LE));
        write("c.md", "a\0b");

        assertEquals("is not UTF-8", ((Loaded.Unreadable) load("a.md")).problem());
        assertEquals("is UTF-16, not UTF-8", ((Loaded.Unreadable) load("b.md")).problem());
        assertEquals("holds a NUL character, so it is no text", ((Loaded.Unreadable) load("c.md")).problem());
    }

    @Test
    void aHugeWorkflowIsAnErrorAndOtherHugeYamlIsPassedOver() throws IOException {
        String large = "a: b\n".repeat(300_000);
        write(".github/workflows/big.yml", large);
        write("deploy/crds.yaml", large);

        assertEquals(Surface.WORKFLOW, ((Loaded.Unreadable) load(".github/workflows/big.yml")).surface());
        assertEquals(new Loaded.PassedOver(SkipReason.TOO_LARGE), load("deploy/crds.yaml"));
    }

    @Test
    void aFileWithoutAnEndingIsReadWhenItIsAScript() throws IOException {
        write("scripts/push", "#!/bin/sh\necho a\n");
        write("LICENSE", "All rights\n");

        assertEquals(Surface.SHELL, ((Loaded.Text) load("scripts/push")).surface());
        assertEquals(new Loaded.PassedOver(SkipReason.OTHER_KIND), load("LICENSE"));
    }

    private Loaded load(String path) {
        return new FileLoader().load(new Candidate(path, root.resolve(path), FileKinds.byPath(path), false));
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static GitListing listing(String git) {
        return listing(git, System.getenv(), Duration.ofSeconds(60));
    }

    private static GitListing listing(String git, Map<String, String> environment, Duration patience) {
        return new GitListing(WALK, new Git(git, runner(), environment, patience));
    }

    private static ProcessRunner runner() {
        return new ProcessRunner(Interrupts.none(), new Redactor());
    }

    private static List<String> paths(Discovered found) {
        return found.candidates().stream().map(Candidate::path).toList();
    }
}
