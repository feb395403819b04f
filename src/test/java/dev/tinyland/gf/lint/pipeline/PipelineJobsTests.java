package dev.tinyland.gf.lint.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinyland.gf.expression.Truth;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.yaml.YamlParser;
import dev.tinyland.gf.yaml.YamlResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pipelines have a job. Source of the cases: GitLab's reference of `rules`, `only` and CI/CD expressions. */
class PipelineJobsTests {
    private static final PipelineRun MERGE = PipelineRun.mergeRequest("main", "ATTIC_TOKEN");
    private static final PipelineRun TOPIC = PipelineRun.branch("topic", "main", "ATTIC_TOKEN", true);
    private static final PipelineRun TAG = PipelineRun.tag("v1", "main", "ATTIC_TOKEN");
    private static final PipelineRun MAIN = PipelineRun.branch("main", "main", "ATTIC_TOKEN", true);
    private static final PipelineRun NO_TOKEN = PipelineRun.branch("main", "main", "ATTIC_TOKEN", false);

    /** Merge request, topic branch, tag, default branch, default branch without the token: T, F or ?. */
    private static String runs(String job, String file) {
        if (!(YamlParser.parse(Fragment.whole(new SourceFile(".gitlab-ci.yml", file)))
                instanceof YamlResult.Parsed parsed)) {
            throw new IllegalArgumentException(file);
        }
        PipelineJobs jobs = new PipelineJobs(parsed);
        StringBuilder found = new StringBuilder();
        for (PipelineRun run : new PipelineRun[] {MERGE, TOPIC, TAG, MAIN, NO_TOKEN}) {
            found.append(
                    switch (jobs.runs(job, run)) {
                        case TRUE -> 'T';
                        case FALSE -> 'F';
                        case UNKNOWN -> '?';
                    });
        }
        return found.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "FTTTT # {script: x}",
                "FFFTT # {rules: [{if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'}]}",
                "FFFTF # {rules: [{if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $ATTIC_TOKEN'}]}",
                "FFFTT # {rules: [{if: '$CI_COMMIT_BRANCH == \"main\"'}]}",
                "TFFFF # {rules: [{if: '$CI_PIPELINE_SOURCE == \"merge_request_event\"'}]}",
                "TFFFF # {rules: [{if: $CI_MERGE_REQUEST_IID}]}",
                "FTTTT # {rules: [{if: $CI_MERGE_REQUEST_IID, when: never}, {when: always}]}",
                "FFTFF # {rules: [{if: '$CI_COMMIT_TAG =~ /^v\\d+/'}]}",
                "FFFTT # {rules: [{if: '$CI_COMMIT_TAG == null && $CI_COMMIT_REF_NAME == \"main\"'}]}",
                "????? # {rules: [{if: $DEPLOY}]}",
                "???TT # {rules: [{if: '$DEPLOY || $CI_COMMIT_BRANCH == \"main\"'}]}",
                "FFF?? # {rules: [{if: '$CI_COMMIT_BRANCH == \"main\"', changes: [a/*]}]}",
                "TFFTT # {rules: [{if: '($CI_COMMIT_BRANCH == \"main\" || $CI_MERGE_REQUEST_ID) &&"
                        + " $CI_PIPELINE_SOURCE'}]}",
                "????? # {rules: [{if: '$CI_COMMIT_BRANCH == '}]}",
                "????? # {rules: [{if: '$CI_COMMIT_BRANCH =~ /(/'}]}",
                "FFFTT # {only: [main]}",
                "FFFTT # {only: main}",
                "TFFTT # {only: [main, merge_requests]}",
                "FTFTT # {only: [branches]}",
                "FTFFF # {only: [branches], except: [main]}",
                "FFTFF # {only: [/^v/]}",
                "FFFTF # {only: {refs: [main], variables: [$ATTIC_TOKEN]}}",
                "????? # {extends: .elsewhere}"
            })
    void aJobIsPartOfTheseRuns(String expected, String job) {
        assertEquals(expected, runs("job", "job: " + job + "\n"));
    }

    @Test
    void rulesAreInheritedAndTheNearestCount() {
        String file = """
            .gated: {rules: [{if: '$CI_COMMIT_BRANCH == "main"'}]}
            .middle: {extends: .gated}
            job: {extends: .middle}
            other: {extends: .gated, rules: [{when: on_success}]}
            """;

        assertEquals("FFFTT", runs("job", file));
        assertEquals("TTTTT", runs("other", file));
    }

    @Test
    void ofSeveralTheLastOneExtendedCounts() {
        assertEquals("FFTFF", runs("job", """
            .one: {only: [main]}
            .two: {only: [tags]}
            job: {extends: [.one, .two]}
            """));
    }

    @Test
    void aTemplateRunsAsWhatExtendsIt() {
        assertEquals("FFFTT", runs(".base", """
            .base: {script: x}
            job: {extends: .base, only: [main]}
            """));
        assertEquals("F????", runs(".base", ".base: {script: x}\n"));
    }

    @Test
    void theWorkflowsOwnRulesHoldForAllJobs() {
        assertEquals("FFFTT", runs("job", """
            workflow: {rules: [{if: '$CI_COMMIT_BRANCH == "main"'}]}
            job: {rules: [{when: always}]}
            """));
    }

    @Test
    void whatStandsAboveAllJobsIsPartOfSomeNobodyKnows() {
        assertEquals("?????", runs("before_script", "before_script: [x]\njob: {script: x}\n"));
        assertEquals("?????", runs("default", "default: {before_script: [x]}\n"));
    }

    @Test
    void jobsThatExtendEachOtherDoNotRunForEver() {
        assertEquals("FTTTT", runs("a", "a: {extends: b}\nb: {extends: a}\n"));
    }

    @Test
    void anExpressionNestedWithoutEndIsUnknown() {
        String text = "(".repeat(900) + "$A" + ")".repeat(900);

        assertEquals(Truth.UNKNOWN, PipelineExpression.evaluate(text, MAIN));
    }
}
