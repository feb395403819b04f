package dev.tinyland.gf.plan.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.Interrupts;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.plan.judgement.LockChange;
import dev.tinyland.gf.process.ProcessRunner;
import dev.tinyland.gf.secret.Redactor;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock file of a pull request and of the branch it goes to, in real checkouts. */
class BaseLocksTests {
    private static final String HELM = "registry.opentofu.org/hashicorp/helm";

    @TempDir
    private Path place;

    private Path origin;

    @BeforeEach
    void aBranchThatTakesAnotherHelm() throws Exception {
        origin = Files.createDirectories(place.resolve("origin"));
        git(origin, "init", "--quiet", "--initial-branch=main");
        commit("2.16.0");
        commit("2.17.0");
        git(origin, "checkout", "--quiet", "-b", "change");
        commit("3.1.2");
        git(origin, "checkout", "--quiet", "main");
        git(origin, "checkout", "--quiet", "-b", "merge");
        git(origin, "merge", "--quiet", "--no-ff", "--no-edit", "change");
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
        git(origin, "checkout", "--quiet", "main");
        Path checkout = checkout();
        assertEquals(List.of(), seen(checkout, false), "the default branch itself");
        git(checkout, "checkout", "--quiet", "change");
        assertEquals(List.of(new LockChange(HELM, "2.17.0", "3.1.2", false)), seen(checkout, false));
    }

    @Test
    void aFolderThatIsInNoCheckoutKnowsNothing() throws Exception {
        Path folder = Files.createDirectories(place.resolve("bare/stack"));
        Files.writeString(folder.resolve(".terraform.lock.hcl"), lock("2.17.0"));
        BaseLocks.Difference.Unseen unseen = assertInstanceOf(
                BaseLocks.Difference.Unseen.class, new BaseLocks(runner(), host(false), folder).look());
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
                assertInstanceOf(BaseLocks.Difference.Seen.class, new BaseLocks(runner(), host(true), stack).look())
                        .changes());
    }

    private List<LockChange> seen(Path checkout, boolean pullRequest) throws Exception {
        return assertInstanceOf(BaseLocks.Difference.Seen.class, difference(checkout, pullRequest))
                .changes();
    }

    private BaseLocks.Difference difference(Path checkout, boolean pullRequest) throws Exception {
        return new BaseLocks(runner(), host(pullRequest), checkout.resolve("tofu/stacks/attic")).look();
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

    private static ProcessRunner runner() {
        return new ProcessRunner(Interrupts.none(), new Redactor());
    }

    private Path checkout(String... options) throws Exception {
        Path checkout = place.resolve("checkout");
        List<String> arguments = new ArrayList<>(List.of("clone", "--quiet"));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("file://" + origin, checkout.toString()));
        git(place, arguments.toArray(String[]::new));
        return checkout;
    }

    private void commit(String version) throws Exception {
        Path stack = Files.createDirectories(origin.resolve("tofu/stacks/attic"));
        Files.writeString(stack.resolve(".terraform.lock.hcl"), lock(version));
        git(origin, "add", "-A");
        git(origin, "commit", "--quiet", "-m", version);
    }

    private static String lock(String version) {
        return "provider \"" + HELM + "\" {\n  version = \"" + version + "\"\n  hashes  = []\n}\n";
    }

    private String commitOf(String branch) throws Exception {
        return git(origin, "rev-parse", branch).strip();
    }

    private String git(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "gc.auto=0"));
        command.addAll(List.of(arguments));
        CommandResult result = ChildProcess.of(command)
                .in(folder)
                .with("PATH", "/usr/bin:/bin")
                .with("HOME", place.toString())
                .run();
        assertEquals(0, result.exitCode(), result::errors);
        return result.output();
    }
}
