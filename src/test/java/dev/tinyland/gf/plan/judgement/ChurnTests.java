package dev.tinyland.gf.plan.judgement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinyland.gf.plan.Plans;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChurnTests {

    private static String churn(String address, String change) {
        PlanJudgement judgement = Plans.judged(Plans.with(Plans.resource(address, "[\"update\"]", change)));
        return judgement.resources().getFirst().churn().stream()
                .sorted()
                .map(ChurnClass::word)
                .collect(Collectors.joining(", "));
    }

    private static String release(String before, String after) {
        return churn(
                "helm_release.a",
                "\"before\":{\"name\":\"a\",\"values\":[\"" + before + "\"]},\"after\":{\"name\":\"a\",\"values\":[\""
                        + after + "\"]}");
    }

    /** Values before and after of a release, and what kind of churn that is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "imagePullSecrets: [{name: a}]                       | {}                                   |"
                        + " imagePullSecrets",
                "template: {spec: {imagePullSecrets: [{name: a}]}}   | template: {spec: {imagePullSecrets: [{name:"
                        + " b}]}} | imagePullSecrets",
                "a: 1\\n"
                        + "b: 2                                         | b: 2\\n"
                        + "a: 1                          | key order",
                "a: 'x'                                              | a: \\\"x\\\"                         | key"
                        + " order",
                "a: 1                                                | a: 2                                 | -",
                "a: 1\\nimagePullSecrets: [{name: a}]                | a: 2                                 | -",
                "a: 1                                                | a: '1'                               | -",
                "notimagePullSecrets: 1                              | notimagePullSecrets: 2               | -",
                "a: ''                                               | a: null                              | -",
                "a: [                                                | a: []                                | -"
            })
    void valuesThatDifferInNothingThatMattersAreChurn(String before, String after, String words) {
        assertEquals(words == null ? "" : words, release(before, after));
    }

    /** Attributes before and after of any resource, and what kind of churn that is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "{`a`:null}                             | {`a`:``}                               | empty or null",
                "{`a`:[]}                               | {}                                     | empty or null",
                "{`a`:{}}                               | {`a`:null}                             | empty or null",
                "{`a`:``}                               | {`a`:`b`}                              | -",
                "{`a`:0}                                | {`a`:null}                             | -",
                "{`a`:false}                            | {`a`:null}                             | -",
                "{`metadata`:[{`generation`:1}]}        | {`metadata`:[{`generation`:2}]}        | metadata",
                "{`metadata`:[{`labels`:{`a`:`1`}}]}    | {`metadata`:[{`labels`:{`a`:`2`}}]}    | -",
                "{`spec`:[{`image_pull_secrets`:[{`name`:`a`}]}]} | {`spec`:[{`image_pull_secrets`:[]}]} |"
                        + " imagePullSecrets",
                "{`policy`:`{\\`a\\`:1,\\`b\\`:2}`}     | {`policy`:`{\\`b\\`:2,\\`a\\`:1}`}     | key order",
                "{`policy`:`{\\`a\\`:1}`}               | {`policy`:`{\\`a\\`:2}`}               | -"
            })
    void attributesThatDifferInNothingThatMattersAreChurn(String before, String after, String words) {
        assertEquals(
                words == null ? "" : words,
                churn(
                        "kubernetes_deployment_v1.a",
                        "\"before\":" + before.replace('`', '"') + ",\"after\":" + after.replace('`', '"')));
    }

    @Test
    void whatIsKnownAfterTheApplyIsNoChurn() {
        assertEquals(
                "", churn("terraform_data.a", "\"before\":{\"a\":\"x\"},\"after\":{},\"after_unknown\":{\"a\":true}"));
        assertEquals(
                "",
                churn(
                        "helm_release.a",
                        "\"before\":{\"name\":\"a\",\"values\":[\"a: 1\"]},\"after\":{\"name\":\"a\"},"
                                + "\"after_unknown\":{\"values\":true}"));
    }

    @Test
    void aSensitiveValueThatDiffersIsNoChurn() {
        String sides = "\"before\":{\"a\":\"\",\"b\":{}},\"after\":{\"a\":null,\"b\":{}}";
        assertEquals("empty or null", churn("terraform_data.a", sides));
        assertEquals("", churn("terraform_data.a", sides + ",\"before_sensitive\":{\"a\":true}"));
    }

    @Test
    void aReplacementIsNeverChurn() {
        PlanJudgement judgement = Plans.judged(Plans.with(Plans.resource(
                "terraform_data.a", "[\"delete\",\"create\"]", "\"before\":{\"a\":\"\"},\"after\":{\"a\":null}")));
        assertEquals(0, judgement.churnUpdates());
    }

    @Test
    void aPlanIsChurnOnlyWhenNothingElseIsInIt() {
        String churn = Plans.resource("terraform_data.a", "[\"update\"]", "\"before\":{\"a\":\"\"},\"after\":{}");
        String change =
                Plans.resource("terraform_data.b", "[\"update\"]", "\"before\":{\"a\":\"\"},\"after\":{\"a\":\"b\"}");
        assertEquals(true, Plans.judged(Plans.with(churn)).isChurnOnly());
        assertEquals(false, Plans.judged(Plans.with(churn, change)).isChurnOnly());
        assertEquals(false, Plans.judged(Plans.with()).isChurnOnly());
    }
}
