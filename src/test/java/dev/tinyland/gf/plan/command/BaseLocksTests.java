package dev.tinyland.gf.plan.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.Interrupts;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.plan.judgement.Doubt;
import dev.tinyland.gf.plan.judgement.LockChange;
import dev.tinyland.gf.process.Git;
import dev.tinyland.gf.process.ProcessRunner;
import dev.tinyland.gf.secret.Redactor;
import dev.tinyland.gf.testing.GitRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock file of a pull request and of the branch it goes to, in real checkouts. */
class BaseLocksTests {
    private static final String HELM = "registry.opentofu.org/hashicorp/helm";

    @TempDir
    private Path place;

    private GitRepository origin;

    @BeforeEach
    void aBranchThatTakesAnotherHelm() throws Exception {
        origin = GitRepository.create(place.resolve("origin"));
        commit("2.16.0");
        commit("2.17.0");
        origin.git("checkout", "--quiet", "-b", "change");
        commit("3.1.2");
        origin.git("checkout", "--quiet", "main");
        origin.git("checkout", "--quiet", "-b", "merge");
        origin.git("merge", "--quiet", "--no-ff", "--no-edit", "change");
    }

    @Test
    void aPullRequestIsComparedWithTheBaseOfItsMergeCommit() throws Exception {
        Path checkout = checkout("--depth=2", "--branch=merge");
        assertEquals(List.of(new LockChange(HELM, "2.17.0", "3.1.2", false)), seen(checkout, true));
    }

    @Test
    void aPullRequestWhoseHeadIsCheckedOutIsComparedWithTheEventsBase() throws Exception {
        Path checkout = checkout("--branch=change");
        assertEquals(List.of(new LockChange(HELM, "2.17.0", "3.1.2", false)), seen(checkout, true));
    }

    @Test
    void aShallowCheckoutKnowsNothingAndSaysSo() throws Exception {
        Path checkout = checkout("--depth=1", "--branch=merge");
        BaseLocks.Difference.Unseen unseen =
                assertInstanceOf(BaseLocks.Difference.Unseen.class, difference(checkout, true));
        assertEquals(
                "the commit of the base branch is not in this checkout",
                unseen.doubt().observed());
        assertTrue(
                unseen.doubt().next().contains("fetch-depth: 2"),
                () -> unseen.doubt().next());
    }

    @Test
    void aBranchOnALaptopIsComparedWithTheDefaultBranch() throws Exception {
        origin.git("checkout", "--quiet", "main");
        Path checkout = checkout();
        assertEquals(List.of(), seen(checkout, false), "the default branch itself");
        new GitRepository(checkout).git("checkout", "--quiet", "change");
        assertEquals(List.of(new LockChange(HELM, "2.17.0", "3.1.2", false)), seen(checkout, false));
    }

    @Test
    void aFolderThatIsInNoCheckoutKnowsNothing() throws Exception {
        Path folder = Files.createDirectories(place.resolve("bare/stack"));
        Files.writeString(folder.resolve(".terraform.lock.hcl"), lock("2.17.0"));
        BaseLocks.Difference.Unseen unseen =
                assertInstanceOf(BaseLocks.Difference.Unseen.class, new BaseLocks(git(), host(false), folder).look());
        assertTrue(
                unseen.doubt().observed().contains("no git checkout"),
                () -> unseen.doubt().observed());
    }

    @Test
    void aStackThatTheBaseBranchDoesNotHaveChangesNothing() throws Exception {
        Path checkout = checkout("--branch=change");
        Path stack = Files.createDirectories(checkout.resolve("tofu/stacks/new"));
        Files.writeString(stack.resolve(".terraform.lock.hcl"), lock("1.0.0"));
        assertEquals(
                List.of(),
                assertInstanceOf(BaseLocks.Difference.Seen.class, new BaseLocks(git(), host(true), stack).look())
                        .changes());
    }

    @Test
    void aFolderOfAnyNameIsCompared() throws Exception {
        Path strange = Path.of("tofu/stacks/a \"b\"\n:(top)*é");
        origin.git("checkout", "--quiet", "main");
        origin.write(strange + "/.terraform.lock.hcl", lock("1.0.0")).commitAll("strange");
        Path checkout = checkout();
        new GitRepository(checkout).git("checkout", "--quiet", "-b", "topic");
        new GitRepository(checkout)
                .write(strange + "/.terraform.lock.hcl", lock("1.1.0"))
                .commitAll("another");
        BaseLocks.Difference difference = new BaseLocks(git(), host(false), checkout.resolve(strange)).look();
        assertEquals(List.of(new LockChange(HELM, "1.0.0", "1.1.0", false)), difference.changes());
        assertEquals(List.of(), difference.doubts());
    }

    @Test
    void withoutGitNothingIsKnownAndNothingIsSaidAboutTheCheckout() throws Exception {
        Path checkout = checkout("--branch=change");
        Git missing = new Git(runner(), Map.of("PATH", place.toString()));
        assertEquals(
                "git could not be asked what the base branch locks (there is no git on the PATH)",
                unseen(missing, checkout).observed());
    }

    @Test
    void aGitThatDoesNotEndIsNoGreenAnswer() throws Exception {
        Path checkout = checkout("--branch=change");
        Path hanging = Files.writeString(place.resolve("hanging"), "#!/bin/sh\nexec sleep 600\n");
        assertTrue(hanging.toFile().setExecutable(true));
        Git git = new Git(hanging.toString(), runner(), Map.of("PATH", "/usr/bin:/bin"), Duration.ofMillis(200));
        assertTrue(unseen(git, checkout).observed().contains("git gave no answer within"));
    }

    private Doubt unseen(Git git, Path checkout) throws Exception {
        return assertInstanceOf(
                        BaseLocks.Difference.Unseen.class,
                        new BaseLocks(git, host(true), checkout.resolve("tofu/stacks/attic")).look())
                .doubt();
    }

    private List<LockChange> seen(Path checkout, boolean pullRequest) throws Exception {
        return assertInstanceOf(BaseLocks.Difference.Seen.class, difference(checkout, pullRequest))
                .changes();
    }

    private BaseLocks.Difference difference(Path checkout, boolean pullRequest) throws Exception {
        return new BaseLocks(git(), host(pullRequest), checkout.resolve("tofu/stacks/attic")).look();
    }

    private Host host(boolean pullRequest) throws Exception {
        TestHost host = new TestHost(place).with("PATH", "/usr/bin:/bin").with("HOME", place.toString());
        if (pullRequest) {
            Path event = place.resolve("event.json");
            Files.writeString(
                    event,
                    "{\"pull_request\":{\"number\":7,\"head\":{\"sha\":\"%s\"},\"base\":{\"sha\":\"%s\"}}}"
                            .formatted(commitOf("change"), commitOf("main")));
            host.with("GITHUB_EVENT_PATH", event.toString()).with("GITHUB_EVENT_NAME", "pull_request");
        }
        return host.host();
    }

    private static Git git() {
        return new Git(runner(), Map.of("PATH", "/usr/bin:/bin", "HOME", "/nonexistent"));
    }

    private static ProcessRunner runner() {
        return new ProcessRunner(Interrupts.none(), new Redactor());
    }

    private Path checkout(String... options) throws Exception {
        Path checkout = place.resolve("checkout");
        List<String> arguments = new ArrayList<>(List.of("clone", "--quiet"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("file://" + origin.folder(), checkout.toString()));
        GitRepository.run(place, arguments.toArray(String[]::new));
        return checkout;
    }

    private void commit(String version) throws Exception {
        origin.write("tofu/stacks/attic/.terraform.lock.hcl", lock(version)).commitAll(version);
    }

    private static String lock(String version) {
        return "provider \"" + HELM + "\" {\n  version = \"" + version + "\"\n  hashes  = []\n}\n";
    }

    private String commitOf(String branch) throws Exception {
        return origin.git("rev-parse", branch).strip();
    }
}
