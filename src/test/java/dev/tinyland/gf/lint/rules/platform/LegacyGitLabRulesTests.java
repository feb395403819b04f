package dev.tinyland.gf.lint.rules.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegacyGitLabRulesTests {
    private final RuleBench state = new RuleBench(new LegacyGitLabStateRule());
    private final RuleBench credential = new RuleBench(new GitLabCredentialForStateRule());
    private final RuleBench variables = new RuleBench(new LegacyHttpVariablesRule());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tofu init -backend-config=\"address=https://gitlab.com/api/v4/projects/1/terraform/state/attic\"",
                """
                tofu init \\
                  -backend-config="address=${CI_API_V4_URL}/projects/${CI_PROJECT_ID}/terraform/state/x" \\
                  -backend-config="lock_address=${CI_API_V4_URL}/projects/${CI_PROJECT_ID}/terraform/state/x/lock"
                """,
                "tofu init -backend-config=address={{gitlab_api}}/projects/{{gitlab_project}}/terraform/state/{{name}}",
                "glab api projects/42/terraform/state | jq .",
                "tofu init -backend-config=\"address=.../terraform/state/attic-new\"",
                "echo \"TF_HTTP_PASSWORD not set (required for GitLab state backend)\"",
            })
    void stateAtGitLabIsFoundOncePerCommand(String script) {
        assertEquals(1, state.script(script).size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tofu init -backend-config=arc-runners.s3.hcl",
                "cp infra/terraform/state/foo.tfstate .",
                "curl --header \"JOB-TOKEN: $CI_JOB_TOKEN\" ${CI_API_V4_URL}/projects/1/packages/generic/x",
                "helm upgrade gitlab-runner gitlab/gitlab-runner",
                "just tofu-init-gitlab-legacy attic",
                "# tofu init -backend-config=address=https://gitlab.com/api/v4/projects/1/terraform/state/x",
                "echo 'job state is shown in GitLab'",
            })
    void gitLabAsForgeRunnerAndRegistryIsNot(String script) {
        assertEquals(List.of(), state.script(script));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Each stack uses a GitLab HTTP backend for remote state.",
                "Each overlay project stores its own tofu state in the GitLab HTTP backend.",
                "State backend on GitLab, CI/CD Components",
            })
    void proseThatKeepsStateAtGitLabIsFound(String sentence) {
        List<Finding> findings = state.prose(sentence);
        assertEquals(1, findings.size());
        assertEquals(Severity.WARNING, findings.getFirst().severity());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GitLab HTTP state is compatibility only.",
                "The GitLab state backend is no longer used.",
                "Do not use the GitLab state backend.",
                "GloriousFlywheel supports both GitLab CI and GitHub Actions.",
                "Create a private GitLab repo for your overlay.",
                "GitLab token passed to the tofu GitLab provider.",
                "Tofu state is kept in the S3-compatible backend.",
                "GitLab states the reason for each failed job.",
            })
    void proseThatDeniesOrSpeaksOfOtherThingsIsNot(String sentence) {
        assertEquals(List.of(), state.prose(sentence));
    }

    @Test
    void aGitLabTokenAsStatePasswordIsFound() {
        assertEquals(
                1,
                credential.script("export TF_HTTP_PASSWORD=\"$CI_JOB_TOKEN\"").size());
        assertEquals(
                1,
                credential
                        .script("export TF_HTTP_PASSWORD=glpat-your-token-here")
                        .size());
        assertEquals(
                1,
                credential
                        .value("variables TF_HTTP_PASSWORD", "${CI_JOB_TOKEN}")
                        .size());
        assertEquals(
                1,
                credential
                        .value("variables TF_HTTP_USERNAME", "gitlab-ci-token")
                        .size());
        assertEquals(
                1,
                credential
                        .script("tofu init -backend-config=password=\"$GITLAB_PAT\"")
                        .size());
        assertEquals(
                1,
                credential
                        .script("echo \"add: TF_HTTP_PASSWORD=glpat-your-token-here\"")
                        .size());
        assertEquals(
                1,
                credential
                        .script("echo \"Edit .env and set TF_HTTP_PASSWORD to your GitLab PAT\"")
                        .size());
        assertEquals(
                1,
                credential
                        .script("curl -X DELETE -H \"PRIVATE-TOKEN: ${TF_HTTP_PASSWORD}\" \\\n"
                                + "  \"https://gitlab.com/api/v4/projects/1/terraform/state/x/lock\"")
                        .size());
        assertEquals(
                1,
                credential.prose("GitLab PAT for the tofu HTTP state backend").size());
    }

    @Test
    void gitLabTokensForOtherThingsAreNot() {
        assertEquals(List.of(), credential.script("export TF_VAR_gitlab_token=glpat-XXXX"));
        assertEquals(List.of(), credential.script("PLAN_FLAGS+=(-var=\"gitlab_token=${GITLAB_RUNNER_TOKEN}\")"));
        assertEquals(
                List.of(),
                credential.script("curl -H \"JOB-TOKEN: $CI_JOB_TOKEN\" $CI_API_V4_URL/projects/1/packages/x"));
        assertEquals(List.of(), credential.script("export TF_HTTP_PASSWORD=\"$STATE_PASSWORD\""));
        assertEquals(List.of(), credential.prose("GitLab token passed to the tofu GitLab provider"));
        assertEquals(List.of(), credential.prose("Token used by CI jobs for GitLab API calls (status checks)."));
    }

    @Test
    void variablesOfTheHttpBackendAreFoundOncePerGroup() {
        String script = """
            export TF_HTTP_ADDRESS=https://state.example.com/a
            # the lock
            export TF_HTTP_LOCK_ADDRESS=https://state.example.com/a/lock

            tofu plan
            echo $TF_HTTP_ADDRESS
            """;
        assertEquals(2, variables.script(script).size());
        assertEquals(
                1,
                variables
                        .value("env TF_HTTP_ADDRESS", "https://state.example.com")
                        .size());
    }

    @Test
    void aLocalAddressIsNobodysAuthority() {
        assertEquals(List.of(), variables.script("export TF_HTTP_ADDRESS=http://localhost:8080/state"));
        assertEquals(List.of(), variables.value("env TF_HTTP_ADDRESS", "http://127.0.0.1:6061/x"));
    }

    @Test
    void aPageCountsOnlyWhereItSpeaksOfThePlatform() {
        assertEquals(List.of(), variables.inlineCode("The http backend of OpenTofu.", "TF_HTTP_ADDRESS"));
        assertEquals(
                1,
                variables
                        .inlineCode("Run it in tofu/stacks/attic.", "TF_HTTP_ADDRESS")
                        .size());
        assertEquals(
                1,
                variables.inlineCode("State is at GitLab.", "TF_HTTP_PASSWORD").size());
    }

    @Test
    void otherVariablesAreLeftAlone() {
        assertEquals(List.of(), variables.script("export TOFU_BACKEND_S3_BUCKET=tofu-state MY_TF_HTTP_X=1"));
        assertEquals(List.of(), variables.value(Surface.WORKFLOW, "env TF_LOG", "debug"));
    }
}
