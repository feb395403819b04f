package dev.tinyland.gf.packaging;

import static dev.tinyland.gf.arc.inspect.Cluster.spec;
import static dev.tinyland.gf.arc.inspect.Cluster.status;
import static dev.tinyland.gf.arc.inspect.Cluster.waiting;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.arc.inspect.Cluster;
import dev.tinyland.gf.arc.inspect.RealCluster;
import dev.tinyland.gf.testing.KubernetesApiServer;
import dev.tinyland.gf.testing.github.GitHubFake;
import dev.tinyland.gf.testing.github.RunState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ARC actions of the release tree in jobs of consumers, against a real API server with ARC's kinds and a double of
 * GitHub.
 */
@ExtendWith(ReleaseTreeExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArcActionsIT {
    private static final String LONG_AGO = "2026-08-18T10:00:00Z";
    private static final String NIX = "tinyland-nix";
    private static final String FULL = "tinyland-docker";

    private static final String CLEAN_WORKFLOW =
            "on: push\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - run: make\n";
    private static final Path GOLDEN =
            Path.of("src/test/resources/plans/helm-3.1/restore-cache-attachment-1-add-5-change.json");

    private static final String KUBECONFIG = """
        - uses: actions/checkout@v7
        - id: kubeconfig
          uses: tinyland/gf-actions/kubeconfig@v1
          with:
            kubeconfig: ${{ env.CONSUMER_KUBECONFIG }}
            server-scope: loopback
        """;

    private final ReleaseTree tree;
    private final GitHubFake fake = new GitHubFake();
    private Path place = Path.of("");
    private @Nullable KubernetesApiServer server;

    ArcActionsIT(ReleaseTree tree) {
        this.tree = tree;
    }

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException {
        place = folder.toRealPath();
        Path home = Files.createDirectories(place.resolve("server"));
        server = KubernetesApiServer.start(home);
        RealCluster.ok(server(), "create", "namespace", Cluster.RUNNERS);
        RealCluster.ok(server(), "create", "namespace", Cluster.CONTROLLERS);
        RealCluster.kinds(server());
        RealCluster.create(
                server(),
                home,
                new Cluster("0.14.0", LONG_AGO)
                        .controller()
                        .lane(NIX)
                        .runner(
                                NIX,
                                "bbbbb",
                                runner -> status(runner)
                                        .put("workflowRunId", 17_001)
                                        .put("jobId", "b1"),
                                _ -> {})
                        .set(FULL, set -> {
                            spec(set).put("maxRunners", 1);
                            status(set).put("currentRunners", 1).put("runningEphemeralRunners", 1);
                        })
                        .listener(FULL, _ -> {})
                        .ephemeralSet(FULL, _ -> {})
                        .runner(FULL, "ccccc", runner -> status(runner).put("jobId", "b2"), _ -> {})
                        .lane("tinyland-dind")
                        .runner(
                                "tinyland-dind",
                                "ddddd",
                                runner -> status(runner).put("phase", "Pending"),
                                pod -> waiting(pod, "ImagePullBackOff")));
    }

    @AfterAll
    void stop() throws IOException {
        fake.close();
        server().close();
    }

    private KubernetesApiServer server() {
        return Objects.requireNonNull(server);
    }

    private ActionHarness harness(String name) throws IOException {
        return new ActionHarness(
                        tree, Files.createDirectories(place.resolve(name)).toRealPath())
                .file("README.md", "# A consumer\n")
                .with(
                        "CONSUMER_KUBECONFIG",
                        Base64.getEncoder()
                                .encodeToString(server().kubeconfig(KubernetesApiServer.ADMINISTRATOR)
                                        .getBytes(StandardCharsets.UTF_8)));
    }

    private ActionHarness withGitHub(ActionHarness harness) {
        return harness.with("GITHUB_API_URL", fake.address().toString())
                .with("FAKE_REPOSITORY", GitHubFake.REPOSITORY)
                .with("FAKE_TOKEN", GitHubFake.TOKEN);
    }

    private static String told(HarnessRun run, String step) {
        return run.step(step).output("verdict") + " " + run.step(step).output("failure-reason") + " "
                + run.step(step).output("exit-code");
    }

    @Test
    void goodAndBadLanesAreToldApartForALaterStep() throws Exception {
        HarnessRun run = harness("inspect").run(KUBECONFIG + """
            - id: good
              uses: tinyland/gf-actions/arc-inspect@v1
              with:
                kubeconfig-path: ${{ steps.kubeconfig.outputs.path }}
                lanes: tinyland-nix
            - id: all
              continue-on-error: true
              uses: tinyland/gf-actions/arc-inspect@v1
              with:
                kubeconfig-path: ${{ steps.kubeconfig.outputs.path }}
            - id: read
              shell: bash
              env:
                LANES: ${{ steps.all.outputs.lanes }}
              run: |
                printf '%s' "$LANES" | jq -r '"said=" + ([.[] | .lane + ":" + .verdict] | join(" "))' >>"$GITHUB_OUTPUT"
            - id: nowhere
              continue-on-error: true
              uses: tinyland/gf-actions/arc-inspect@v1
              with:
                kubeconfig-path: does-not-exist
            - id: cleanup
              if: always()
              uses: tinyland/gf-actions/kubeconfig-cleanup@v1
              with:
                path: ${{ steps.kubeconfig.outputs.path }}
                sha256: ${{ steps.kubeconfig.outputs.sha256 }}
            """);
        assertEquals("HEALTHY  0", told(run, "good"), run::toString);
        assertEquals("DEGRADED image-pull 1", told(run, "all"), run::toString);
        assertEquals(
                "tinyland-dind:IMAGE_PULL tinyland-docker:SATURATED tinyland-nix:OK",
                run.step("read").output("said"),
                run::toString);
        assertEquals("tinyland-dind,tinyland-docker", run.step("all").output("degraded-lanes"), run::toString);
        assertEquals("2", run.step("nowhere").output("exit-code"), run::toString);
        String summary = run.report("all", "summary.md");
        assertTrue(summary.contains("actions-runner-controller"), summary);
        assertTrue(summary.contains("ImagePullBackOff"), summary);
        assertFalse(run.log().contains(KubernetesApiServer.ADMINISTRATOR), "the token is masked");
    }

    @Test
    void canariesPromoteExplainAndRefuse() throws Exception {
        List<String> inputs = List.of("lane", "nonce", "container", "hold_seconds", "expect");
        String runner = "tinyland-nix-x7k2p-runner-bbbbb";
        fake.withWorkflow(
                "good.yml",
                inputs,
                given -> "canary " + given.get("nonce"),
                RunState.queued(NIX),
                RunState.running(NIX, runner, "default"),
                RunState.ended(
                        NIX,
                        runner,
                        "default",
                        "success",
                        "gf-runner:self-hosted=success",
                        "gf-env:ATTIC_SERVER=success",
                        "gf-net:ATTIC_SERVER=success",
                        "gf-env:ATTIC_CACHE=success",
                        "gf-env:BAZEL_REMOTE_CACHE=success",
                        "gf-net:BAZEL_REMOTE_CACHE=success",
                        "gf-runner-version:2.338.0=success"));
        fake.withWorkflow("stuck.yml", inputs, given -> "canary " + given.get("nonce"), RunState.queued(FULL));
        HarnessRun run = withGitHub(harness("canary")).run(KUBECONFIG + """
            - id: good
              continue-on-error: true
              uses: tinyland/gf-actions/arc-canary@v1
              with:
                lanes: '["tinyland-nix"]'
                repo: ${{ env.FAKE_REPOSITORY }}
                workflow: good.yml
                github-token: ${{ env.FAKE_TOKEN }}
                kubeconfig-path: ${{ steps.kubeconfig.outputs.path }}
                interval: 5s
                bake-time: 5s
            - id: stuck
              continue-on-error: true
              uses: tinyland/gf-actions/arc-canary@v1
              with:
                lanes: tinyland-docker
                repo: ${{ env.FAKE_REPOSITORY }}
                workflow: stuck.yml
                github-token: ${{ env.FAKE_TOKEN }}
                kubeconfig-path: ${{ steps.kubeconfig.outputs.path }}
                interval: 5s
                queue-timeout: 5s
            - id: itself
              continue-on-error: true
              uses: tinyland/gf-actions/arc-canary@v1
              env:
                RUNNER_NAME: tinyland-docker-x7k2p-runner-ccccc
              with:
                lanes: tinyland-docker
                repo: ${{ env.FAKE_REPOSITORY }}
                workflow: stuck.yml
                github-token: ${{ env.FAKE_TOKEN }}
                kubeconfig-path: ${{ steps.kubeconfig.outputs.path }}
            - id: nothing
              uses: tinyland/gf-actions/arc-canary@v1
              with:
                lanes: '[]'
                allow-empty: 'true'
            - id: read
              shell: bash
              env:
                ADVICE: ${{ steps.stuck.outputs.advice }}
                FAILED: ${{ steps.stuck.outputs.failed-lanes }}
              run: |
                printf 'failed=%s\\n' "$FAILED" >>"$GITHUB_OUTPUT"
                printf 'advice=%s\\n' "$(printf '%s\\n' "$ADVICE" | head -1)" >>"$GITHUB_OUTPUT"
            """);
        assertEquals("PROMOTE  0", told(run, "good"), run::toString);
        JsonNode lane =
                new ObjectMapper().readTree(run.step("good").output("lanes")).path(0);
        assertEquals(runner, lane.path("runner").asText(), lane::toString);
        assertEquals("2.338.0", lane.path("runner_version").asText(), lane::toString);
        assertEquals("ABORT lane-failed 1", told(run, "stuck"), run::toString);
        assertEquals(FULL, run.step("read").output("failed"), run::toString);
        assertTrue(
                run.step("read")
                        .output("advice")
                        .startsWith(
                                "tinyland-docker: no runner took its job within 5 s: SATURATED, all 1 runners it may"
                                        + " have are taken"),
                run::toString);
        String stuck = run.step("stuck").output("run-ids");
        assertTrue(
                fake.writes().stream().anyMatch(write -> write.contains("/runs/" + stuck + "/cancel")),
                () -> fake.writes().toString());
        assertEquals("REFUSED self-deadlock 4", told(run, "itself"), run::toString);
        assertEquals("SKIPPED  0", told(run, "nothing"), run::toString);
        assertEquals(
                2,
                fake.writes().stream()
                        .filter(write -> write.contains("/dispatches"))
                        .count(),
                () -> fake.writes().toString());
        assertFalse(run.log().contains(GitHubFake.TOKEN), "the token is masked");
    }

    /**
     * The workflow to copy, as its pull request runs it. The step that plans is replaced by a plan that was made: it needs
     * the state's store, and is run elsewhere. The API server is on this machine, which the workflow does not expect.
     */
    @Test
    void thePullRequestsCheckGathersItsVerdictsInOneComment() throws Exception {
        String workflow = Files.readString(Path.of("workflows/arc-runner-pr-check.yml"));
        String job = workflow.substring(workflow.indexOf("  check:\n"));
        String all = job.substring(job.indexOf("    steps:\n") + "    steps:\n".length());
        int plan = all.indexOf("      - id: plan\n");
        int judge = all.indexOf("      - id: judge\n");
        String steps = (all.substring(0, plan) + """
                  - id: plan
                    shell: bash
                    run: echo "plan-json=golden.json" >>"$GITHUB_OUTPUT"
            """ + all.substring(judge))
                .replace(
                        "          kubeconfig: ${{ secrets.HONEY_KUBECONFIG }}\n",
                        "          kubeconfig: ${{ secrets.HONEY_KUBECONFIG }}\n          server-scope: loopback\n")
                .indent(-6);
        fake.withPullRequest(7, "b".repeat(40), false);
        ActionHarness harness = harness("check");
        HarnessRun run = harness.on("pull_request", """
            {"action": "opened", "number": 7,
             "pull_request": {"number": 7, "labels": [], "head": {"sha": "%s", "ref": "change",
                              "repo": {"full_name": "tinyland/infra", "fork": false}},
                              "base": {"ref": "main", "repo": {"full_name": "tinyland/infra"}}},
             "repository": {"full_name": "tinyland/infra", "default_branch": "main"}}
            """.formatted("b".repeat(40)))
                .secret("GITHUB_TOKEN", GitHubFake.TOKEN)
                .secret(
                        "HONEY_KUBECONFIG",
                        Base64.getEncoder()
                                .encodeToString(server().kubeconfig(KubernetesApiServer.ADMINISTRATOR)
                                        .getBytes(StandardCharsets.UTF_8)))
                .with("GITHUB_API_URL", fake.address().toString())
                .with("GITHUB_REPOSITORY", GitHubFake.REPOSITORY)
                .file(".github/workflows/ci.yml", CLEAN_WORKFLOW)
                .file("golden.json", Files.readAllBytes(GOLDEN))
                .run(steps);
        assertEquals("CLEAN", run.step("lint").output("verdict"), run::toString);
        assertEquals("READY  0", told(run, "kubeconfig"), run::toString);
        assertEquals("2", run.step("preflight").output("exit-code"), run::toString);
        assertEquals("CLEAN  0", told(run, "judge"), run::toString);
        assertEquals("skipped", run.step("canary").outcome(), run::toString);
        assertFalse(run.succeeded(), "a preflight that is not ready fails the check");
        assertEquals(1, fake.comments(7).size(), run::toString);
        String comment = fake.comments(7).getFirst().body();
        assertTrue(comment.contains("tofu-preflight: `INVALID`"), comment);
        assertTrue(comment.contains("arc-plan: `CLEAN`"), comment);
        assertTrue(comment.contains("tinyland-nix-heavy"), comment);
        assertTrue(
                comment.indexOf("tofu-preflight") < comment.indexOf("arc-plan: `CLEAN`"), "what blocks stands first");
        assertFalse(comment.contains(KubernetesApiServer.ADMINISTRATOR), comment);
    }

    @Test
    void aPlanIsJudgedAndItsLanesAreThereForTheCanary() throws Exception {
        Path plans = Path.of("src/test/resources/plans/helm-3.1");
        HarnessRun run = harness("plan")
                .file("golden.json", Files.readAllBytes(GOLDEN))
                .file("bad.json", Files.readAllBytes(plans.resolve("controller-downgraded.json")))
                .run("""
                    - uses: actions/checkout@v7
                    - id: golden
                      uses: tinyland/gf-actions/arc-plan@v1
                      with:
                        plan-json: golden.json
                    - id: bad
                      continue-on-error: true
                      uses: tinyland/gf-actions/arc-plan@v1
                      with:
                        plan-json: bad.json
                    - id: none
                      continue-on-error: true
                      uses: tinyland/gf-actions/arc-plan@v1
                      with:
                        plan-json: README.md
                    - id: read
                      shell: bash
                      env:
                        CANARY: ${{ steps.golden.outputs.canary-lanes }}
                        NEW: ${{ steps.golden.outputs.new-lanes }}
                      run: |
                        printf 'canary=%s\\n' "$(printf '%s' "$CANARY" | jq -r 'sort | join(" ")')" >>"$GITHUB_OUTPUT"
                        printf 'new=%s\\n' "$NEW" >>"$GITHUB_OUTPUT"
                    """);
        assertEquals("CLEAN  0", told(run, "golden"), run::toString);
        assertEquals("BLOCK AP02 1", told(run, "bad"), run::toString);
        assertEquals("[]", run.step("bad").output("canary-lanes"), run::toString);
        assertEquals("UNREADABLE unreadable 2", told(run, "none"), run::toString);
        assertEquals("tinyland-nix-heavy", run.step("read").output("new"), run::toString);
        assertTrue(run.step("read").output("canary").contains(NIX), run::toString);
        assertTrue(run.report("golden", "summary.md").contains("| tinyland-nix-heavy |"), run::toString);
    }
}
