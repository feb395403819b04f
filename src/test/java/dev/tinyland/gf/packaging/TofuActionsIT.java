package dev.tinyland.gf.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.kube.KubeconfigBuilder;
import dev.tinyland.gf.kube.TestCertificates;
import dev.tinyland.gf.testing.BackendText;
import dev.tinyland.gf.testing.MemoryStore;
import dev.tinyland.gf.testing.TestTools;
import dev.tinyland.gf.testing.fault.FaultProxy;
import dev.tinyland.gf.testing.fault.Faults;
import dev.tinyland.gf.testing.fault.Match;
import dev.tinyland.gf.testing.fault.StoreModes;
import dev.tinyland.gf.testing.github.GitHubFake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The three OpenTofu actions of the release tree in jobs of a consumer: real OpenTofu, a real S3 server with faults. */
@ExtendWith(ReleaseTreeExtension.class)
class TofuActionsIT {
    private static final String KEY = "attic/terraform.tfstate";

    private static final String BACKEND = BackendText.forTofu("attic");

    private static final String PASSWORD = "the-password-of-nobody-4711";

    private static final String STACK = """
        terraform {
          backend "s3" {}
        }

        variable "password" {
          type      = string
          sensitive = true
          default   = "%s"
        }

        resource "terraform_data" "one" {
          input = "one"
        }

        resource "terraform_data" "login" {
          input = var.password
        }
        """.formatted(PASSWORD);

    /** A state of one resource. */
    private static final String ONE = """
        {"version": 4, "terraform_version": "1.12.6", "serial": 3,
         "lineage": "4d7e9a1e-0000-4000-8000-000000000001", "outputs": {}, "check_results": null,
         "resources": [{"mode": "managed", "type": "terraform_data", "name": "one",
           "provider": "provider[\\"terraform.io/builtin/terraform\\"]",
           "instances": [{"schema_version": 0, "sensitive_attributes": [], "attributes": {
             "id": "0b2f7f0c-0000-4000-8000-000000000002", "triggers_replace": null,
             "input": {"value": "one", "type": "string"}, "output": {"value": "one", "type": "string"}}}]}]}
        """;

    /** What every step needs to reach state and cluster. */
    private static final String WITH = """
        stack: attic
            config: ${{ env.CONSUMER_BACKEND }}
            access-key: ${{ env.CONSUMER_ACCESS }}
            secret-key: ${{ env.CONSUMER_SECRET }}
            endpoint-override: ${{ env.STORE }}\
        """;

    private static final String REACH = WITH + """

            kubeconfig-path: ${{ steps.kubeconfig.outputs.path }}
            server-scope: loopback\
        """;

    private static final String BEGIN = """
        - uses: actions/checkout@v7
        - name: OpenTofu
          shell: bash
          run: dirname "$TOFU" >>"$GITHUB_PATH"
        - id: kubeconfig
          uses: tinyland/gf-actions/kubeconfig@v1
          with:
            kubeconfig: ${{ env.CONSUMER_KUBECONFIG }}
            server-scope: loopback
        """;

    private final ReleaseTree tree;
    private final Path place;

    TofuActionsIT(ReleaseTree tree, @TempDir Path place) throws IOException {
        this.tree = tree;
        this.place = place.toRealPath();
    }

    @Test
    void fromANewStackThroughALostStateToAnAppliedPlan() throws Exception {
        try (MemoryStore store = MemoryStore.start("tofu-state");
                FaultProxy proxy = FaultProxy.before(store.uri());
                Switchboard world = new Switchboard()) {
            world.on("lose", () -> proxy.mode(StoreModes.rustfs101ObjectQuorumLost(KEY)));
            HarnessRun run = harness(proxy, world).run(job("""
                - id: unknown
                  continue-on-error: true
                  uses: tinyland/gf-actions/tofu-plan@v1
                  with:
                    REACH
                - id: plan
                  uses: tinyland/gf-actions/tofu-plan@v1
                  with:
                    REACH
                    allow-greenfield: true
                - id: read
                  shell: bash
                  env:
                    ADDS: ${{ steps.plan.outputs.adds }}
                    CLASSES: ${{ steps.plan.outputs.danger-classes }}
                    TEXT: ${{ steps.plan.outputs.plan-text }}
                    PLAN: ${{ steps.plan.outputs.plan-file }}
                    META: ${{ steps.plan.outputs.plan-meta }}
                  run: |
                    echo "adds=$ADDS" >>"$GITHUB_OUTPUT"
                    echo "classes=$CLASSES" >>"$GITHUB_OUTPUT"
                    echo "line=$(grep '^Plan:' "$TEXT")" >>"$GITHUB_OUTPUT"
                    echo "mode=$(stat -c %a "$PLAN")" >>"$GITHUB_OUTPUT"
                    echo "digest=$(sha256sum "$PLAN" | cut -d' ' -f1)" >>"$GITHUB_OUTPUT"
                    cp "$META" "$HARNESS/plan.meta.json"
                - id: unconfirmed
                  continue-on-error: true
                  uses: tinyland/gf-actions/tofu-apply@v1
                  with:
                    REACH
                    plan-file: ${{ steps.plan.outputs.plan-file }}
                    plan-meta: ${{ steps.plan.outputs.plan-meta }}
                    allow-greenfield: true
                - id: apply
                  uses: tinyland/gf-actions/tofu-apply@v1
                  with:
                    REACH
                    plan-file: ${{ steps.plan.outputs.plan-file }}
                    plan-meta: ${{ steps.plan.outputs.plan-meta }}
                    confirm: apply-attic
                    allow-greenfield: true
                - id: calm
                  uses: tinyland/gf-actions/tofu-plan@v1
                  with:
                    REACH
                    receipt: ${{ steps.apply.outputs.receipt }}
                - name: The store loses the object
                  shell: bash
                  run: curl -fsS "$SWITCH/lose"
                - id: fake
                  continue-on-error: true
                  uses: tinyland/gf-actions/tofu-plan@v1
                  with:
                    REACH
                    receipt: ${{ steps.apply.outputs.receipt }}
                """));
            assertEquals("GREENFIELD_UNVERIFIED greenfield-unverified 3", told(run, "unknown"), run::toString);
            assertEquals("", run.step("unknown").output("plan-file"));
            assertEquals("CHANGES  0", told(run, "plan"), run::toString);
            assertEquals("2", run.step("read").output("adds"));
            assertEquals("", run.step("read").output("classes"));
            assertEquals(
                    "Plan: 2 to add, 0 to change, 0 to destroy.",
                    run.step("read").output("line"));
            assertEquals("600", run.step("read").output("mode"));
            assertTrue(
                    Files.readString(run.folder().resolve("plan.meta.json"))
                            .contains(run.step("read").output("digest")),
                    run::toString);
            assertEquals("REFUSED TA-CONFIRM 4", told(run, "unconfirmed"), run::toString);
            assertEquals("APPLIED  0", told(run, "apply"), run::toString);
            assertEquals("NO_CHANGES  0", told(run, "calm"), run::toString);
            assertEquals("false", run.step("calm").output("has-changes"));
            assertEquals(run.step("apply").output("lineage"), run.step("calm").output("lineage"));
            assertEquals("FAKE_GREENFIELD receipt 1", told(run, "fake"), run::toString);
            assertEquals("failure", run.step("fake").outcome());
            assertEquals("", run.step("fake").output("plan-file"), "nothing is offered to an apply");
            assertTrue(run.succeeded(), run::toString);
            nothingSecret(run);
        }
    }

    @Test
    void aStateThatWasNotPersistedIsKeptAndPushed() throws Exception {
        try (MemoryStore store = MemoryStore.start("tofu-state");
                FaultProxy proxy = FaultProxy.before(store.uri());
                Switchboard world = new Switchboard()) {
            world.on(
                            "refuse-writes",
                            () -> proxy.on(
                                    Match.object("PUT", "terraform.tfstate"), Faults.status(403, "AccessDenied")))
                    .on("heal", proxy::heal);
            HarnessRun run = harness(proxy, world)
                    .action("actions/upload-artifact@v9", """
                        name: upload
                        inputs:
                          path:
                            required: true
                        runs:
                          using: composite
                          steps:
                            - shell: bash
                              env:
                                PATHS: ${{ inputs.path }}
                              run: |
                                mkdir -p "$HARNESS/uploaded"
                                printf '%s\\n' "$PATHS" | while read -r each; do
                                  [ -z "$each" ] || cp -R "$each" "$HARNESS/uploaded/"
                                done
                        """)
                    .run(job("""
                        - id: first
                          uses: tinyland/gf-actions/tofu-plan@v1
                          with:
                            REACH
                            allow-greenfield: true
                        - uses: tinyland/gf-actions/tofu-apply@v1
                          with:
                            REACH
                            plan-file: ${{ steps.first.outputs.plan-file }}
                            plan-meta: ${{ steps.first.outputs.plan-meta }}
                            confirm: apply-attic
                            allow-greenfield: true
                        - name: Somebody adds a resource
                          shell: bash
                          run: printf 'resource "terraform_data" "two" {}\\n' >>tofu/stacks/attic/main.tf
                        - id: plan
                          uses: tinyland/gf-actions/tofu-plan@v1
                          with:
                            REACH
                        - name: The store refuses to write the state
                          shell: bash
                          run: curl -fsS "$SWITCH/refuse-writes"
                        - id: apply
                          continue-on-error: true
                          uses: tinyland/gf-actions/tofu-apply@v1
                          with:
                            REACH
                            plan-file: ${{ steps.plan.outputs.plan-file }}
                            plan-meta: ${{ steps.plan.outputs.plan-meta }}
                            confirm: apply-attic
                        - name: Keep the report
                          if: always()
                          uses: actions/upload-artifact@v9
                          with:
                            path: |
                              ${{ steps.apply.outputs.report-dir }}/report.json
                              ${{ steps.apply.outputs.report-dir }}/summary.md
                              ${{ steps.apply.outputs.errored-state-encrypted-path }}
                        - id: custody
                          shell: bash
                          env:
                            FILE: ${{ steps.apply.outputs.errored-state-path }}
                          run: echo "mode=$(stat -c %a "$FILE")" >>"$GITHUB_OUTPUT"
                        - name: The store is well again
                          shell: bash
                          run: curl -fsS "$SWITCH/heal"
                        - id: phrase
                          continue-on-error: true
                          uses: tinyland/gf-actions/tofu-state-push@v1
                          with:
                            WITH
                            errored-state: ${{ steps.apply.outputs.errored-state-path }}
                        - id: push
                          uses: tinyland/gf-actions/tofu-state-push@v1
                          with:
                            WITH
                            errored-state: ${{ steps.apply.outputs.errored-state-path }}
                            confirm: ${{ steps.phrase.outputs.confirm-phrase }}
                        - id: after
                          uses: tinyland/gf-actions/tofu-plan@v1
                          with:
                            REACH
                        """));
            assertEquals("CHANGES  0", told(run, "plan"), run::toString);
            assertEquals("1", run.step("plan").output("adds"));
            assertEquals("STATE_NOT_PERSISTED errored-state 1", told(run, "apply"), run::toString);
            assertEquals("600", run.step("custody").output("mode"));
            assertEquals("", run.step("apply").output("errored-state-encrypted-path"), "no key was given");
            assertEquals(List.of("report.json", "summary.md"), uploaded(run));
            assertEquals("REFUSED", run.step("phrase").output("verdict"), run::toString);
            assertNotEquals("", run.step("phrase").output("confirm-phrase"));
            assertEquals("PUSHED  0", told(run, "push"), run::toString);
            assertEquals("NO_CHANGES  0", told(run, "after"), run::toString);
            assertTrue(run.succeeded(), run::toString);
            nothingSecret(run);
            for (String name : uploaded(run)) {
                assertFalse(
                        Files.readString(run.folder().resolve("uploaded").resolve(name))
                                .contains(PASSWORD),
                        name);
            }
        }
    }

    @Test
    void aPullRequestIsToldWhatItsPlanDoes() throws Exception {
        String head = "b".repeat(40);
        try (MemoryStore store = MemoryStore.start("tofu-state");
                FaultProxy proxy = FaultProxy.before(store.uri());
                Switchboard world = new Switchboard();
                GitHubFake fake = new GitHubFake().withPullRequest(7, head, false)) {
            world.on("disagree", () -> proxy.on(Match.object("HEAD", KEY), Faults.head404()));
            store.put("tofu-state", KEY, ONE.getBytes(StandardCharsets.UTF_8));
            HarnessRun run = harness(proxy, world)
                    .with("CONSUMER_TOKEN", GitHubFake.TOKEN)
                    .with("GITHUB_API_URL", fake.address().toString())
                    .with("GITHUB_REPOSITORY", GitHubFake.REPOSITORY)
                    .on("pull_request", """
                        {"pull_request":{"number":7,"head":{"sha":"%s","ref":"change","repo":{"full_name":"%2$s"}},
                         "base":{"ref":"main","repo":{"full_name":"%2$s"}}}}\
                        """.formatted(head, GitHubFake.REPOSITORY))
                    .run(job("""
                        - id: plan
                          uses: tinyland/gf-actions/tofu-plan@v1
                          with:
                            REACH
                            comment: true
                            github-token: ${{ env.CONSUMER_TOKEN }}
                        - name: Two calls of the store disagree
                          shell: bash
                          run: |
                            curl -fsS -H "Authorization: Bearer $CONSUMER_TOKEN" \
                              "$GITHUB_API_URL/repos/$GITHUB_REPOSITORY/issues/7/comments" >"$HARNESS/first.json"
                            curl -fsS "$SWITCH/disagree"
                        - id: red
                          continue-on-error: true
                          uses: tinyland/gf-actions/tofu-plan@v1
                          with:
                            REACH
                            comment: true
                            github-token: ${{ env.CONSUMER_TOKEN }}
                        """));
            assertEquals("CHANGES  0", told(run, "plan"), run::toString);
            String first = Files.readString(run.folder().resolve("first.json"));
            assertTrue(first.contains("tofu-plan attic: CHANGES"), first);
            assertTrue(first.contains("terraform&#95;data.login"), first);
            assertFalse(first.contains(PASSWORD), first);
            assertEquals("GUARD_RED calls-disagree 4", told(run, "red"), run::toString);
            assertEquals(1, fake.comments(7).size());
            String text = fake.comments(7).getFirst().body();
            assertTrue(text.contains("tofu-plan attic: GUARD_RED"), text);
            assertEquals(
                    Long.toString(fake.comments(7).getFirst().id()),
                    run.step("red").output("comment-id"));
            assertFalse(run.log().contains(GitHubFake.TOKEN), run::toString);
            nothingSecret(run);
        }
    }

    private static List<String> uploaded(HarnessRun run) throws IOException {
        try (Stream<Path> files = Files.walk(run.folder().resolve("uploaded"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static void nothingSecret(HarnessRun run) {
        assertFalse(run.log().contains(MemoryStore.SECRET_KEY), "the secret key is masked");
        assertFalse(run.log().contains(PASSWORD), "what the configuration says is sensitive is masked");
    }

    private static String told(HarnessRun run, String step) {
        return run.step(step).output("verdict") + " " + run.step(step).output("failure-reason") + " "
                + run.step(step).output("exit-code");
    }

    /** The steps of a job, with what they all need put in. */
    private static String job(String steps) {
        return BEGIN + steps.replace("    REACH", "    " + REACH).replace("    WITH", "    " + WITH);
    }

    private ActionHarness harness(FaultProxy proxy, Switchboard world) throws IOException {
        KubeconfigBuilder kubeconfig = new KubeconfigBuilder();
        kubeconfig.server = "https://127.0.0.1:1";
        Instant now = Instant.now();
        kubeconfig.authority = TestCertificates.certificate(
                TestCertificates.ecKey(), "authority", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(30)));
        return new ActionHarness(tree, place)
                .file("README.md", "# A consumer\n")
                .file("tofu/stacks/attic/main.tf", STACK)
                .file("tofu/stacks/attic/dev.tfvars", "")
                .file("tofu/stacks/attic/.terraform.lock.hcl", "# no provider but the built-in one\n")
                .with("CONSUMER_KUBECONFIG", KubeconfigBuilder.base64(kubeconfig.text()))
                .with("CONSUMER_BACKEND", KubeconfigBuilder.base64(BACKEND))
                .with("CONSUMER_ACCESS", MemoryStore.ACCESS_KEY)
                .with("CONSUMER_SECRET", MemoryStore.SECRET_KEY)
                .with("STORE", proxy.uri().toString())
                .with("SWITCH", world.address())
                .with("TOFU", TestTools.binary("tofu").toString());
    }
}
