package dev.tinyland.gf.lint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.lint.CollectingContext;
import dev.tinyland.gf.lint.Confidence;
import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.model.FileProject;
import dev.tinyland.gf.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions that GitHub refuses, and conditions that are none. */
class ConditionRulesTests {
    private static final Rule SECRETS = new SecretsInCondition();
    private static final Rule ALWAYS_TRUE = new AlwaysTrueCondition();

    private static List<Finding> step(Rule rule, String condition) {
        return workflow(rule, "on: push\njobs:\n  a:\n    steps:\n      - run: x\n        if: " + condition + "\n");
    }

    private static List<Finding> workflow(Rule rule, String text) {
        SourceFile file = new SourceFile(".github/workflows/a.yml", text);
        CollectingContext context = new CollectingContext(file, Surface.WORKFLOW);
        rule.workflow(new FileProject(List.of(file)).workflow(file.path()).orElseThrow(), context);
        return context.findings();
    }

    private static List<Finding> action(Rule rule, String condition) {
        SourceFile file = new SourceFile(
                "action.yml",
                "runs:\n  using: composite\n  steps:\n    - run: x\n      shell: bash\n      if: " + condition + "\n");
        CollectingContext context = new CollectingContext(file, Surface.ACTION);
        rule.action(new FileProject(List.of(file)).action(file.path()).orElseThrow(), context);
        return context.findings();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "secrets.ATTIC_TOKEN != ''|secrets.ATTIC_TOKEN",
                "${{ secrets.ATTIC_TOKEN != '' }}|secrets.ATTIC_TOKEN",
                "github.ref == 'x' && Secrets['T']|Secrets['T']",
                "contains(toJSON(secrets), 'x')|secrets",
                "\"!!secrets.A\"|secrets.A",
                "${{ secrets.A }} && ${{ secrets.B }}|secrets.A"
            })
    void aSecretInAnIfIsFoundInItsPlace(String condition, String place) {
        List<Finding> findings = step(SECRETS, condition);
        assertEquals(1, findings.size());
        Finding finding = findings.getFirst();
        assertEquals(place, finding.file().text(finding.span()));
        assertEquals(Severity.ERROR, finding.severity());
        assertEquals(Confidence.HIGH, finding.confidence());
        assertTrue(finding.suggestion().contains("env.TOKEN != ''"), finding.suggestion());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "github.ref == 'refs/heads/main'",
                "env.SECRETS != ''",
                "github.event.inputs.secrets == 'x'",
                "vars.X == 'secrets.A'",
                "needs.secrets.outputs.x",
                "steps.x.outputs.has-secrets.y"
            })
    void theWordAloneIsNoSecret(String condition) {
        assertEquals(List.of(), step(SECRETS, condition));
    }

    @Test
    void aConditionThatCannotBeReadIsSearched() {
        Finding finding = step(SECRETS, "secrets.TOKEN != \"\"").getFirst();
        assertEquals("secrets.TOKEN", finding.file().text(finding.span()));
        assertEquals(Confidence.MEDIUM, finding.confidence());
    }

    @Test
    void aJobIsToldToUseAnOutput() {
        Finding finding = workflow(SECRETS, "on: push\njobs:\n  a:\n    if: secrets.A\n    steps: []\n")
                .getFirst();
        assertTrue(finding.suggestion().contains("needs.<job>.outputs"), finding.suggestion());
    }

    @Test
    void aCompositeStepIsToldToUseAnInput() {
        Finding finding = action(SECRETS, "secrets.A != ''").getFirst();
        assertTrue(finding.suggestion().contains("inputs.<name>"), finding.suggestion());
    }

    @Test
    void secretsInEnvAndWithAreFine() {
        String text = """
            on: push
            jobs:
              a:
                env: {A: '${{ secrets.A }}'}
                steps:
                  - uses: x/y@v1
                    with: {token: '${{ secrets.A }}'}
                    if: env.A != ''
            """;
        assertEquals(List.of(), workflow(SECRETS, text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "${{ a.b }} && ${{ c.d }};if: a.b && c.d",
                "${{ github.ref }} == 'refs/heads/main';if: github.ref == 'refs/heads/main'",
                "${{ a.b || c.d }} && e;if: (a.b || c.d) && e",
                "always() && ${{ contains(a.b, 'x') }};if: always() && contains(a.b, 'x')",
                "\"${{ a.b }} \";if: a.b",
                "'!${{ a.b }}';if: !a.b"
            })
    void textBesideBracesIsAlwaysTrue(String condition, String repaired) {
        List<Finding> findings = step(ALWAYS_TRUE, condition);
        assertEquals(1, findings.size());
        assertEquals(Severity.WARNING, findings.getFirst().severity());
        assertTrue(
                findings.getFirst().suggestion().contains("`" + repaired + "`"),
                findings.getFirst().suggestion());
    }

    @ParameterizedTest
    @ValueSource(strings = {"|\n          ${{ a.b == 'x' }}", ">\n          ${{ a.b ==\n          'x' }}"})
    void theLineBreakOfABlockScalarIsText(String condition) {
        Finding finding = step(ALWAYS_TRUE, condition).getFirst();
        assertTrue(finding.message().contains("a line break"), finding.message());
        assertTrue(finding.suggestion().contains("`if: a.b == 'x'`"), finding.suggestion());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|\n          a.b == 'x'",
                "|-\n          ${{ a.b == 'x' }}",
                ">-\n          ${{ a.b == 'x' }}",
                "${{ a.b }}",
                "a.b && c.d",
                "true",
                "${{ contains(a.b, '}}') }}"
            })
    void oneExpressionIsACondition(String condition) {
        assertEquals(List.of(), step(ALWAYS_TRUE, condition));
    }

    @Test
    void compositeActionsAndJobsAreJudgedToo() {
        assertEquals(1, action(ALWAYS_TRUE, "${{ inputs.a }} == 'x'").size());
        assertEquals(
                1,
                workflow(ALWAYS_TRUE, "on: push\njobs:\n  a:\n    if: ${{ vars.A }} == 'x'\n    steps: []\n")
                        .size());
    }
}
