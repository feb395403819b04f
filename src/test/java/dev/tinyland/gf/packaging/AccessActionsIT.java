package dev.tinyland.gf.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.testing.BackendText;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.KubernetesApiServer;
import dev.tinyland.gf.testing.MinioServer;
import dev.tinyland.gf.testing.TestTools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The access actions of the release tree in jobs of consumers, against a real API server and a real S3 server. */
@ExtendWith(ReleaseTreeExtension.class)
class AccessActionsIT {
    private static final String KUBECONFIG = """
        - id: kubeconfig
          continue-on-error: true
          uses: tinyland/gf-actions/kubeconfig@v1
          with:
            kubeconfig: ${{ env.CONSUMER_KUBECONFIG }}
            server-scope: loopback
            verify: access
            verify-access: get pods -n arc-runners
        - id: use
          if: steps.kubeconfig.outcome == 'success'
          shell: bash
          run: |
            kubectl get pods -n arc-runners x 2>&1 | tee said || true
            echo "said=$(tail -1 said)" >>"$GITHUB_OUTPUT"
            echo "mode=$(stat -c %a "$KUBECONFIG")" >>"$GITHUB_OUTPUT"
        - id: cleanup
          if: always()
          uses: tinyland/gf-actions/kubeconfig-cleanup@v1
          with:
            path: ${{ steps.kubeconfig.outputs.path }}
            sha256: ${{ steps.kubeconfig.outputs.sha256 }}
        - id: after
          if: always()
          shell: bash
          env:
            FILE: ${{ steps.kubeconfig.outputs.path }}
          run: |
            [ -n "$FILE" ] && [ -e "$FILE" ] && echo "left=true" >>"$GITHUB_OUTPUT" || echo "left=false" >>"$GITHUB_OUTPUT"
            echo "variable=${KUBECONFIG:-}" >>"$GITHUB_OUTPUT"
        """;

    private static final String BACKEND = BackendText.forTofu("attic");

    private final ReleaseTree tree;
    private final Path place;

    AccessActionsIT(ReleaseTree tree, @TempDir Path place) throws IOException {
        this.tree = tree;
        this.place = place.toRealPath();
    }

    @Test
    void fromTheSecretToKubectlAndBack() throws Exception {
        try (KubernetesApiServer server = KubernetesApiServer.start(Files.createDirectories(place.resolve("server")))) {
            ok(server.kubectl("create", "namespace", "arc-runners"));
            ok(server.kubectl("create", "role", "reader", "--verb=get", "--resource=pods", "-n", "arc-runners"));
            ok(server.kubectl(
                    "create", "rolebinding", "reader", "--role=reader", "--user=reader", "-n", "arc-runners"));

            HarnessRun may = job("may", server.kubeconfig(KubernetesApiServer.READER));
            assertEquals("READY", may.step("kubeconfig").output("verdict"), may::toString);
            assertEquals("600", may.step("use").output("mode"));
            assertTrue(may.step("use").output("said").contains("pods \"x\" not found"), may::toString);
            assertEquals("REMOVED", may.step("cleanup").output("verdict"), may::toString);
            assertEquals("false", may.step("after").output("left"));
            assertEquals("", may.step("after").output("variable"));
            assertFalse(may.log().contains(KubernetesApiServer.READER), "the token is masked");
            assertFalse(may.report("kubeconfig", "report.json").contains(KubernetesApiServer.READER));

            HarnessRun mayNot = job("may-not", server.kubeconfig(KubernetesApiServer.NOBODY));
            assertEquals("failure", mayNot.step("kubeconfig").outcome(), mayNot::toString);
            assertEquals("REFUSED", mayNot.step("kubeconfig").output("verdict"));
            assertEquals("KC043", mayNot.step("kubeconfig").output("failure-reason"));
            assertEquals("4", mayNot.step("kubeconfig").output("exit-code"));
            assertEquals("NOTHING_THERE", mayNot.step("cleanup").output("verdict"));

            long now = Instant.now().getEpochSecond();
            String ended = server.serviceAccountToken(now - 7_200, now - 3_600);
            HarnessRun expired = job("expired", server.kubeconfig(ended));
            assertEquals("KC030", expired.step("kubeconfig").output("failure-reason"), expired::toString);
            assertFalse(expired.log().contains(ended));
        }
    }

    @Test
    void fromTheSecretToARealInit() throws Exception {
        Path tofu = TestTools.binary("tofu");
        try (MinioServer store = MinioServer.start(Files.createDirectories(place.resolve("store")), "tofu-state")) {
            HarnessRun run = harness("init")
                    .file("tofu/stacks/attic/main.tf", "terraform {\n  backend \"s3\" {}\n}\n")
                    .with("CONSUMER_BACKEND", base64(BACKEND))
                    .with("CONSUMER_ACCESS", MinioServer.ACCESS_KEY)
                    .with("CONSUMER_SECRET", MinioServer.SECRET_KEY)
                    .with("STORE", store.url())
                    .with("TOFU", tofu.toString())
                    .run("""
                        - uses: actions/checkout@v7
                        - id: backend
                          uses: tinyland/gf-actions/backend-config@v1
                          with:
                            stack: attic
                            config: ${{ env.CONSUMER_BACKEND }}
                            endpoint-override: ${{ env.STORE }}
                            access-key: ${{ env.CONSUMER_ACCESS }}
                            secret-key: ${{ env.CONSUMER_SECRET }}
                        - id: init
                          shell: bash
                          env:
                            INIT_ARGS: ${{ steps.backend.outputs.init-args }}
                          run: |
                            "$TOFU" -chdir=tofu/stacks/attic init -input=false -no-color "$INIT_ARGS" | tee said
                            grep -q 'Successfully configured the backend "s3"' said
                        """);
            assertEquals("READY", run.step("backend").output("verdict"), run::toString);
            assertEquals("success", run.step("init").outcome(), run::toString);
            assertFalse(run.log().contains(MinioServer.SECRET_KEY), "the secret key is masked");
        }
    }

    @Test
    void fromTheSecretsToAStackThatIsReady() throws Exception {
        Path tofu = TestTools.binary("tofu");
        try (KubernetesApiServer server = KubernetesApiServer.start(Files.createDirectories(place.resolve("server")));
                MinioServer store = MinioServer.start(Files.createDirectories(place.resolve("store")), "tofu-state")) {
            ok(server.kubectl("create", "namespace", "arc-runners"));
            ok(server.kubectl("create", "role", "reader", "--verb=get", "--resource=pods", "-n", "arc-runners"));
            ok(server.kubectl(
                    "create", "rolebinding", "reader", "--role=reader", "--user=reader", "-n", "arc-runners"));
            HarnessRun run = harness("whole")
                    .file("tofu/stacks/attic/main.tf", "terraform {\n  backend \"s3\" {}\n}\n")
                    .file("tofu/stacks/attic/dev.tfvars", "")
                    .file("tofu/stacks/attic/.terraform.lock.hcl", "")
                    .with("CONSUMER_KUBECONFIG", base64(server.kubeconfig(KubernetesApiServer.READER)))
                    .with("CONSUMER_BACKEND", base64(BACKEND))
                    .with("CONSUMER_ACCESS", MinioServer.ACCESS_KEY)
                    .with("CONSUMER_SECRET", MinioServer.SECRET_KEY)
                    .with("STORE", store.url())
                    .with("TOFU", tofu.toString())
                    .run("""
                        - uses: actions/checkout@v7
                        - shell: bash
                          run: dirname "$TOFU" >>"$GITHUB_PATH"
                        - id: kubeconfig
                          uses: tinyland/gf-actions/kubeconfig@v1
                          with:
                            kubeconfig: ${{ env.CONSUMER_KUBECONFIG }}
                            server-scope: loopback
                            verify-access: get pods -n arc-runners
                        - id: backend
                          uses: tinyland/gf-actions/backend-config@v1
                          with:
                            stack: attic
                            config: ${{ env.CONSUMER_BACKEND }}
                            endpoint-override: ${{ env.STORE }}
                            access-key: ${{ env.CONSUMER_ACCESS }}
                            secret-key: ${{ env.CONSUMER_SECRET }}
                        - id: ready
                          continue-on-error: true
                          uses: tinyland/gf-actions/tofu-preflight@v1
                          with:
                            stack: attic
                            config-file: ${{ steps.backend.outputs.path }}
                            endpoint-scope: loopback
                            kubeconfig-path: ${{ steps.kubeconfig.outputs.path }}
                            server-scope: loopback
                            verify-access: get pods -n arc-runners
                            probe: true
                        - id: denied
                          continue-on-error: true
                          uses: tinyland/gf-actions/tofu-preflight@v1
                          with:
                            stack: attic
                            config-file: ${{ steps.backend.outputs.path }}
                            endpoint-scope: loopback
                            kubeconfig-path: ${{ steps.kubeconfig.outputs.path }}
                            server-scope: loopback
                            verify-access: delete pods -n arc-runners
                        - id: unreachable
                          continue-on-error: true
                          uses: tinyland/gf-actions/tofu-preflight@v1
                          with:
                            stack: attic
                            config-file: ${{ steps.backend.outputs.path }}
                            endpoint-override: http://127.0.0.1:1
                            kubeconfig-path: ${{ steps.kubeconfig.outputs.path }}
                            server-scope: loopback
                            probe: true
                        - id: unprepared
                          continue-on-error: true
                          uses: tinyland/gf-actions/tofu-preflight@v1
                          with:
                            stack: attic
                            env: prod
                            config-file: ${{ steps.backend.outputs.path }}
                            endpoint-scope: loopback
                            kubeconfig-path: ${{ steps.kubeconfig.outputs.path }}
                            server-scope: loopback
                        - id: init
                          shell: bash
                          env:
                            INIT_ARGS: ${{ steps.backend.outputs.init-args }}
                          run: tofu -chdir=tofu/stacks/attic init -input=false -no-color "$INIT_ARGS"
                        - id: cleanup
                          if: always()
                          uses: tinyland/gf-actions/kubeconfig-cleanup@v1
                          with:
                            path: ${{ steps.kubeconfig.outputs.path }}
                            sha256: ${{ steps.kubeconfig.outputs.sha256 }}
                        """);
            assertEquals("READY  0", told(run, "kubeconfig"), run::toString);
            assertEquals("READY  0", told(run, "backend"), run::toString);
            assertEquals("READY  0", told(run, "ready"), run::toString);
            assertEquals("honey", run.step("ready").output("context"), run::toString);
            assertEquals("REFUSED PF020 4", told(run, "denied"), run::toString);
            assertEquals("UNVERIFIED PF013 3", told(run, "unreachable"), run::toString);
            assertEquals("NOT_READY PF030 1", told(run, "unprepared"), run::toString);
            assertEquals("success", run.step("init").outcome(), run::toString);
            assertEquals("REMOVED  0", told(run, "cleanup"), run::toString);
            assertFalse(run.log().contains(MinioServer.SECRET_KEY), "the secret key is masked");
            assertFalse(run.log().contains(KubernetesApiServer.READER), "the token is masked");
        }
    }

    @Test
    void badInputIsRefusedWithOutputs() throws Exception {
        HarnessRun run = harness("bad")
                .file("tofu/stacks/attic/main.tf", "terraform {\n  backend \"http\" {}\n}\n")
                .run("""
                    - uses: actions/checkout@v7
                    - id: kubeconfig
                      continue-on-error: true
                      uses: tinyland/gf-actions/kubeconfig@v1
                      with:
                        kubeconfig: ''
                    - id: backend
                      continue-on-error: true
                      uses: tinyland/gf-actions/backend-config@v1
                      with:
                        stack: attic
                    - id: attachment
                      continue-on-error: true
                      uses: tinyland/gf-actions/cache-attachment@v1
                      env:
                        BAZEL_REMOTE_CACHE: ''
                    - id: broken
                      continue-on-error: true
                      uses: tinyland/gf-actions/cache-attachment@v1
                      with:
                        strict: 'true'
                    - id: preflight
                      continue-on-error: true
                      uses: tinyland/gf-actions/tofu-preflight@v1
                      with:
                        stack: attic
                    - id: cleanup
                      continue-on-error: true
                      uses: tinyland/gf-actions/kubeconfig-cleanup@v1
                    """);
        assertEquals("MALFORMED KC001 2", told(run, "kubeconfig"), run::toString);
        assertEquals("INVALID BC001 2", told(run, "backend"), run::toString);
        assertEquals("COMPATIBILITY_LOCAL_ONLY  0", told(run, "attachment"), run::toString);
        assertEquals("CONTRACT_BROKEN CA006 1", told(run, "broken"), run::toString);
        assertEquals("INVALID PF011 2", told(run, "preflight"), run::toString);
        assertEquals("NOTHING_THERE  0", told(run, "cleanup"), run::toString);
    }

    private static String told(HarnessRun run, String step) {
        return run.step(step).output("verdict") + " " + run.step(step).output("failure-reason") + " "
                + run.step(step).output("exit-code");
    }

    private HarnessRun job(String name, String kubeconfig) throws Exception {
        return harness(name).with("CONSUMER_KUBECONFIG", base64(kubeconfig)).run(KUBECONFIG);
    }

    private ActionHarness harness(String name) throws IOException {
        return new ActionHarness(
                        tree, Files.createDirectories(place.resolve(name)).toRealPath())
                .file("README.md", "# A consumer\n");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void ok(CommandResult result) {
        assertEquals(0, result.exitCode(), result::errors);
    }
}
