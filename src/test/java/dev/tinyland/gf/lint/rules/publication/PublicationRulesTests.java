package dev.tinyland.gf.lint.rules.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.contract.ContractLoader;
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

class PublicationRulesTests {

    private static List<Finding> workflow(String text) {
        SourceFile file = new SourceFile(".github/workflows/a.yml", text);
        CollectingContext context = new CollectingContext(file, Surface.WORKFLOW, new ContractLoader().builtIn());
        var workflow = new FileProject(List.of(file)).workflow(file.path()).orElseThrow();
        for (Rule rule : PublicationRules.all()) {
            rule.workflow(workflow, context);
        }
        return context.findings();
    }

    private static List<Finding> action(String text) {
        SourceFile file = new SourceFile("a/action.yml", text);
        CollectingContext context = new CollectingContext(file, Surface.ACTION, new ContractLoader().builtIn());
        var action = new FileProject(List.of(file)).action(file.path()).orElseThrow();
        for (Rule rule : PublicationRules.all()) {
            rule.action(action, context);
        }
        return context.findings();
    }

    @Test
    void aCertainPushOnAPullRequestCannotBeSilenced() {
        List<Finding> findings = workflow("on: [push, pull_request]\njobs: {a: {steps: [{run: attic push main x}]}}\n");
        assertEquals(1, findings.size());
        Finding finding = findings.getFirst();
        assertEquals(Severity.ERROR, finding.severity());
        assertEquals(Confidence.HIGH, finding.confidence());
        assertFalse(finding.suppressible());
        assertEquals("attic push main x", finding.file().text(finding.span()));
        assertEquals(2, finding.related().size());
        assertTrue(
                finding.suggestion()
                        .contains(
                                "if: github.event_name == 'push' && github.ref == 'refs/heads/main' && env.ATTIC_TOKEN"
                                        + " != ''"),
                finding.suggestion());
    }

    @Test
    void anUnknownGateIsAWarningThatCanBeSilenced() {
        Finding finding = workflow(
                        "on: pull_request\njobs: {a: {steps: [{if: \"vars.X == 'y'\", run: attic push main x}]}}\n")
                .getFirst();
        assertEquals("attic-push-on-pull-request", finding.rule());
        assertEquals(Severity.WARNING, finding.severity());
        assertEquals(Confidence.MEDIUM, finding.confidence());
        assertTrue(finding.suppressible());
        assertTrue(finding.why().contains("vars.X"), finding.why());
    }

    @Test
    void aWarningDoesNotHideWhatIsCertainElsewhere() {
        Finding finding = workflow("""
            on: [push, pull_request]
            jobs:
              a:
                steps:
                  - if: github.event_name == 'push' || vars.X
                    run: attic push main x
            """).getFirst();
        assertEquals("attic-push-on-pull-request", finding.rule());
        assertEquals(Severity.ERROR, finding.severity());
        assertTrue(finding.suppressible());
    }

    @Test
    void conditionsOfTheScriptAreShownBesideTheFinding() {
        Finding finding = workflow("""
            on: pull_request
            jobs:
              a:
                steps:
                  - run: |
                      if [ "$BRANCH" = main ]; then
                        attic push main x
                      fi
            """).getFirst();
        assertTrue(
                finding.related().stream()
                        .anyMatch(related -> related.file().text(related.span()).contains("$BRANCH")),
                finding.related().toString());
    }

    @Test
    void theDefaultOfAnActionsOwnInputIsFoundAtTheDefault() {
        Finding finding = action("""
            inputs:
              push-cache:
                default: "true"
            runs:
              using: composite
              steps:
                - uses: o/attic-action@v0
                  with:
                    skip-push: ${{ inputs.push-cache == 'false' }}
            """).getFirst();
        assertEquals("attic-action-pushes-by-default", finding.rule());
        assertEquals("\"true\"", finding.file().text(finding.span()));
        assertEquals(Severity.ERROR, finding.severity());
    }

    @Test
    void aTokenForTheWholeJobOnAPullRequestThatReadsIsANote() {
        List<Finding> findings = workflow("""
            on: pull_request
            jobs:
              a:
                env:
                  ATTIC_TOKEN: ${{ secrets.ATTIC_TOKEN }}
                steps:
                  - run: nix build
            """);
        assertEquals(
                List.of("attic-login-on-pull-request"),
                findings.stream().map(Finding::rule).toList());
        assertEquals(Severity.NOTE, findings.getFirst().severity());
    }
}
