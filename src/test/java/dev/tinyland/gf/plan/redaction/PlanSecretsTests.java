package dev.tinyland.gf.plan.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.plan.Plans;
import dev.tinyland.gf.secret.RedactionFailedException;
import dev.tinyland.gf.secret.Redactor;
import dev.tinyland.gf.secret.Secret;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanSecretsTests {

    private static Set<String> found(byte[] plan) {
        return RedactedPlan.of(plan).secrets().secrets().stream()
                .map(Secret::reveal)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Where a secret stands, and the keys of a plan that put it there; {@code $} stands for the secret. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "under a mark before |"
                        + " `resource_changes`:[{`change`:{`before`:{`a`:`$`},`before_sensitive`:{`a`:true}}}]",
                "under a mark after |"
                    + " `resource_changes`:[{`change`:{`after`:{`a`:[{`b`:`$`}]},`after_sensitive`:{`a`:[{`b`:true}]}}}]",
                "under a mark at the root |"
                        + " `resource_changes`:[{`change`:{`after`:{`a`:{`b`:`$`}},`after_sensitive`:true}}]",
                "in drift | `resource_drift`:[{`change`:{`after`:{`a`:`$`},`after_sensitive`:{`a`:true}}}]",
                "in an output | `output_changes`:{`o`:{`after`:`$`,`after_sensitive`:true}}",
                "in an output of the configuration |"
                    + " `output_changes`:{`o`:{`after`:`$`,`after_sensitive`:false}},`configuration`:{`root_module`:{`outputs`:{`o`:{`sensitive`:true}}}}",
                "in a variable |"
                    + " `variables`:{`v`:{`value`:{`deep`:[`$`]}}},`configuration`:{`root_module`:{`variables`:{`v`:{`sensitive`:true}}}}",
                "in the default of a variable |"
                        + " `configuration`:{`root_module`:{`variables`:{`v`:{`sensitive`:true,`default`:`$`}}}}",
                "in the state before |"
                    + " `prior_state`:{`values`:{`root_module`:{`child_modules`:[{`resources`:[{`values`:{`a`:`$`},`sensitive_values`:{`a`:true}}]}]}}}",
                "in an output of the state before |"
                        + " `prior_state`:{`values`:{`outputs`:{`o`:{`sensitive`:true,`value`:`$`}}}}",
                "in planned values |"
                    + " `planned_values`:{`root_module`:{`resources`:[{`values`:{`a`:`$`},`sensitive_values`:{`a`:true}}]}}",
                "in set_sensitive |"
                    + " `resource_changes`:[{`type`:`helm_release`,`change`:{`after`:{`set_sensitive`:[{`name`:`a`,`value`:`$`}]}}}]",
                "in values that are sensitive | `resource_changes`:[{`change`:{`after`:{`values`:[`x:"
                        + " $`]},`after_sensitive`:{`values`:true}}}]",
                "in a Secret's stringData |"
                    + " `resource_changes`:[{`change`:{`after`:{`manifest`:{`kind`:`Secret`,`stringData`:{`a`:`$`}}}}}]",
                "in a Secret in YAML | `resource_changes`:[{`change`:{`after`:{`yaml_body`:`kind: Secret\\n"
                        + "stringData:\\n"
                        + "  a: $\\n"
                        + "`}}}]",
                "under a name in values | `resource_changes`:[{`change`:{`after`:{`values`:[`auth:\\n"
                        + "  password: $\\n"
                        + "`]}}}]",
                "in a variable of a container | `resource_changes`:[{`change`:{`after`:{`values`:[`env:\\n"
                        + "- name: DB_PASSWORD\\n"
                        + "  value: $\\n"
                        + "`]}}}]",
                "in metadata of a release |"
                    + " `resource_changes`:[{`change`:{`before`:{`metadata`:[{`values`:`{\\`github_token\\`:\\`$\\`}`}]}}}]",
                "in the address of a service | `variables`:{`url`:{`value`:`https://user:$@db.example/x`}}",
                "in the configuration of a provider |"
                        + " `configuration`:{`provider_config`:{`x`:{`expressions`:{`token`:{`constant_value`:`$`}}}}}",
                "in a sensitive file of settings | `resource_changes`:[{`change`:{`after`:{`env`:`A=1\\n"
                        + "export B='$'\\n"
                        + "`},`after_sensitive`:{`env`:true}}}]",
                "in values that no parser reads | `resource_changes`:[{`change`:{`after`:{`values`:[`{{ if }}\\n"
                        + "db_password: $\\n"
                        + " a: [`]}}}]",
                "in a nested document | `resource_changes`:[{`change`:{`after`:{`values`:[`inner:"
                        + " '{\\`api_key\\`:\\`$\\`}'`]}}}]"
            })
    void aSecretIsFoundWhereverItStands(String place, String keys) {
        String secret = "hJ7qPz3Lw9";
        byte[] plan =
                Plans.document(keys.replace("\\\\`", "\\\"").replace('`', '"').replace("$", secret));
        assertTrue(found(plan).contains(secret), () -> place + ": " + found(plan));
        Redactor redactor = new Redactor();
        RedactedPlan redacted = RedactedPlan.of(plan);
        redacted.secrets().secrets().forEach(redactor::learn);
        assertFalse(redacted.json(redactor).contains(secret), place);
    }

    @Test
    void dataOfASecretIsFoundAsItIsWrittenAndAsItIsMeant() {
        byte[] plan = Plans.document(
                "\"resource_changes\":[{\"change\":{\"after\":{\"manifest\":{\"kind\":\"Secret\",\"data\":"
                        + "{\"a\":\"aEo3cVB6M0x3OQ==\"}}}}}]");
        assertEquals(Set.of("aEo3cVB6M0x3OQ==", "hJ7qPz3Lw9"), found(plan));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "githubConfigSecret: github-app-secret",
                "tokenSecretName: my-token",
                "existingSecret: db-credentials",
                "image: ghcr.io/actions/actions-runner:2.334.0",
                "passwordFile: /run/secrets/password",
                "password: ${file}",
                "token: unset"
            })
    void theNameOfASecretIsNoSecret(String values) {
        assertEquals(
                Set.of(),
                found(Plans.document(
                        "\"resource_changes\":[{\"change\":{\"after\":{\"values\":[\"" + values + "\\n\"]}}}]")));
    }

    @Test
    void realPlansHoldNoSecretBesideThePlantedToken() {
        for (String line : Plans.LINES) {
            for (String scenario : Plans.scenarios()) {
                Set<String> expected =
                        scenario.equals("token-inline") ? Set.of("ghp_0000000000000000000000000000000000EX") : Set.of();
                assertEquals(expected, found(Plans.real(line, scenario)), line + " " + scenario);
            }
        }
    }

    @Test
    void everySettingOfAFileIsFoundThoughTheSameNameStandsTwice() {
        assertTrue(found(Plans.document("\"resource_changes\":[{\"change\":{\"after\":{\"f\":"
                        + "\"[a]\\ntoken=Aa11111111\\n[b]\\ntoken=Bb22222222\\n\"}}}]"))
                .containsAll(Set.of("Aa11111111", "Bb22222222")));
    }

    @Test
    void ordinaryWordsUnderAMarkAreHiddenInPlaceAndCounted() {
        byte[] plan = Plans.document("\"resource_changes\":[{\"change\":{\"after\":{\"a\":\"blue\",\"b\":\"blue\"},"
                + "\"after_sensitive\":{\"a\":true}}}]");
        RedactedPlan redacted = RedactedPlan.of(plan);
        assertEquals(1, redacted.secrets().tooShort());
        assertTrue(redacted.secrets().caveat().orElseThrow().startsWith("1 sensitive value is too short"));
        String json = redacted.json(new Redactor());
        assertTrue(json.contains("\"a\" : \"(sensitive)\""), json);
        assertTrue(json.contains("\"b\" : \"blue\""), json);
    }

    @Test
    void aSecretAProviderCopiedToAnUnmarkedAttributeIsGoneFromTheRedactedPlan() {
        byte[] plan = Plans.with(Plans.resource(
                "terraform_data.copy",
                "[\"update\"]",
                "\"before\":{\"input\":\"hunter2-hunter2\",\"output\":\"hunter2-hunter2\"},"
                        + "\"after\":{\"input\":\"hunter3-hunter3\",\"output\":\"old was hunter2-hunter2\"},"
                        + "\"before_sensitive\":{\"input\":true,\"output\":{}},\"after_sensitive\":{\"input\":true}"));
        RedactedPlan redacted = RedactedPlan.of(plan);
        Redactor redactor = new Redactor();
        redacted.secrets().secrets().forEach(redactor::learn);
        String json = redacted.json(redactor);
        assertFalse(json.contains("hunter2") || json.contains("hunter3"), json);
        assertTrue(json.contains("old was ***"), json);
    }

    @Test
    void keysThatAreSecretsAreRedactedAndStayApart() {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("first-secret-key"));
        redactor.learn(Secret.of("second-secret-key"));
        String json = RedactedPlan.of("{\"a\":{\"first-secret-key\":1,\"second-secret-key\":2}}".getBytes(UTF_8))
                .json(redactor);
        assertTrue(json.contains("\"***\" : 1") && json.contains("\"***~2\" : 2"), json);
    }

    @Test
    void whatIsNoJsonIsNeverCalledRedacted() {
        assertThrows(RedactionFailedException.class, () -> RedactedPlan.of("not json".getBytes(UTF_8)));
    }
}
