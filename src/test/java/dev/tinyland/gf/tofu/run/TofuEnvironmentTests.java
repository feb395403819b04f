package dev.tinyland.gf.tofu.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinyland.gf.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TofuEnvironmentTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TF_CLI_ARGS",
                "TF_CLI_ARGS_plan",
                "TF_CLI_CONFIG_FILE",
                "TERRAFORM_CONFIG",
                "TF_DATA_DIR",
                "TF_WORKSPACE",
                "TF_LOG",
                "TF_REATTACH_PROVIDERS",
                "TF_HTTP_ADDRESS",
                "AWS_ENDPOINT_URL_S3",
                "AWS_S3_ENDPOINT",
                "AWS_PROFILE",
                "AWS_CONFIG_FILE",
                "GITHUB_ENV",
                "GITHUB_OUTPUT",
                "ACTIONS_RUNTIME_TOKEN",
                "GF_SECRET_KEY",
                "GF_GITHUB_TOKEN"
            })
    void whatDecidesBehindOurBackIsTakenOut(String name) {
        assertEquals(
                Map.of("CHECKPOINT_DISABLE", "1", "TF_IN_AUTOMATION", "1"),
                TofuEnvironment.of(Map.of(name, "x"), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATH",
                "HOME",
                "TF_VAR_cluster_context",
                "TF_TOKEN_registry_example_com",
                "TF_ENCRYPTION",
                "TF_PLUGIN_CACHE_DIR",
                "AWS_ACCESS_KEY_ID",
                "AWS_SECRET_ACCESS_KEY",
                "KUBECONFIG",
                "GITLAB_TOKEN",
                "HTTPS_PROXY"
            })
    void whatProvidersNeedStays(String name) {
        assertEquals("x", TofuEnvironment.of(Map.of(name, "x"), false).get(name));
    }

    @Test
    void theHttpBackendIsSetUpByVariables() {
        assertEquals(
                "x", TofuEnvironment.of(Map.of("TF_HTTP_PASSWORD", "x"), true).get("TF_HTTP_PASSWORD"));
    }

    @Test
    void credentialsOfTheInputsTakeThePlaceOfAllOthers() {
        Map<String, String> job = new TreeMap<>(
                Map.of("AWS_ACCESS_KEY_ID", "other", "AWS_SECRET_ACCESS_KEY", "other", "AWS_SESSION_TOKEN", "other"));
        assertEquals(
                Map.of(
                        "AWS_ACCESS_KEY_ID", "access",
                        "AWS_SECRET_ACCESS_KEY", "secret",
                        "AWS_CONFIG_FILE", "/dev/null",
                        "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
                        "AWS_EC2_METADATA_DISABLED", "true"),
                TofuEnvironment.withCredentials(
                        job,
                        List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"),
                        List.of(Secret.of("access"), Secret.of("secret"))));
        assertEquals(job, TofuEnvironment.withCredentials(job, List.of("AWS_ACCESS_KEY_ID"), List.of()));
    }

    /** A push has no configuration and no provider, so nothing of the job but where programs and certificates are. */
    @Test
    void aCommandOnAStateAloneSeesNextToNothing() {
        Map<String, String> job = Map.of(
                "PATH", "/bin",
                "HOME", "/home/runner",
                "TF_VAR_cluster_context", "x",
                "TF_ENCRYPTION", "x",
                "AWS_SESSION_TOKEN", "x",
                "AWS_PROFILE", "x",
                "HTTPS_PROXY", "x",
                "GITHUB_TOKEN", "x");
        assertEquals(
                Map.of(
                        "PATH", "/bin",
                        "HOME", "/home/runner",
                        "TF_IN_AUTOMATION", "1",
                        "TF_INPUT", "0",
                        "CHECKPOINT_DISABLE", "1",
                        "AWS_CONFIG_FILE", "/dev/null",
                        "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
                        "AWS_EC2_METADATA_DISABLED", "true",
                        "AWS_ACCESS_KEY_ID", "access"),
                TofuEnvironment.ofState(job, List.of("AWS_ACCESS_KEY_ID"), List.of(Secret.of("access"))));
    }
}
