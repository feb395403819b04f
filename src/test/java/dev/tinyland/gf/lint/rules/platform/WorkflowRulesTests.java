package dev.tinyland.gf.lint.rules.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.lint.CollectingContext;
import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.model.FileProject;
import dev.tinyland.gf.lint.passage.HclPassages;
import dev.tinyland.gf.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowRulesTests {
    private static final String CANARY_PATH = ".github/workflows/state-authority-canary.yml";
    private static final String CANARY = """
        on: {workflow_dispatch: {}}
        jobs:
          canary:
            runs-on: tinyland-nix-operator
            steps:
              - uses: actions/checkout@v4
              - {id: ha-interim, run: a}
              - {id: attic-rca, if: always(), run: b}
              - {id: attic-nar, if: "${{ always() }}", run: c}
              - {id: scratch, run: d}
              - {id: inventory, if: always(), run: e}
              - {id: upload, if: always(), run: f}
              - {id: aggregate, if: always(), run: g}
        """;

    @Test
    void aCanaryInOrderIsFine() {
        assertEquals(List.of(), messages(new CanaryOrderRule(), CANARY_PATH, CANARY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "attic-rca, if: always() | attic-rca | The step `attic-rca` does not run when an earlier step failed.",
                "id: scratch | id: scratch, if: always() | The step `scratch` runs even where an earlier step failed.",
                "id: scratch | id: scratch, continue-on-error: true"
                        + " | The step `scratch` may fail without turning the canary red.",
                "id: inventory | id: inventari | The canary has no step `inventory`.",
            })
    void eachDepartureIsFound(String written, String broken, String message) {
        assertEquals(List.of(message), messages(new CanaryOrderRule(), CANARY_PATH, CANARY.replace(written, broken)));
    }

    @Test
    void aStepBeforeTheOneItFollowsIsFound() {
        String swapped = CANARY.replace("id: ha-interim, run: a", "id: scratch, run: d")
                .replaceFirst("\\{id: scratch, run: d}\n(\\s+- \\{id: inventory)", "{id: ha-interim, run: a}\n$1");
        List<String> messages = messages(new CanaryOrderRule(), CANARY_PATH, swapped);
        assertTrue(messages.contains("The step `attic-rca` stands before `ha-interim`."), messages::toString);
    }

    @Test
    void aCanaryIsKnownByItsStepsUnderAnyNameAndOtherWorkflowsAreNot() {
        String broken = CANARY.replace("id: scratch", "id: scratch, if: always()");
        assertEquals(
                1,
                messages(new CanaryOrderRule(), ".github/workflows/x.yml", broken)
                        .size());
        String other = "jobs: {a: {steps: [{id: upload, run: x}, {id: scratch, if: always(), run: y}]}}\n";
        assertEquals(List.of(), messages(new CanaryOrderRule(), ".github/workflows/x.yml", other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true | run: tofu apply plan | 1",
                "true | run: tofu -chdir=x apply plan | 1",
                "true | uses: tinyland/gf-actions/tofu-apply@v1 | 1",
                "false | run: tofu apply plan | 0",
                "true | run: tofu plan | 0",
                "true | run: kubectl apply -f x | 0",
                "true | run: echo tofu apply | 0",
            })
    void anApplyThatANewerRunMayCancelIsFound(String cancel, String step, int expected) {
        String ofWorkflow =
                "concurrency: {group: g, cancel-in-progress: " + cancel + "}\njobs: {a: {steps: [{" + step + "}]}}\n";
        String ofJob =
                "jobs: {a: {concurrency: {group: g, cancel-in-progress: " + cancel + "}, steps: [{" + step + "}]}}\n";
        assertEquals(
                expected,
                messages(new CancelInProgressOnApplyRule(), "w.yml", ofWorkflow).size());
        assertEquals(
                expected,
                messages(new CancelInProgressOnApplyRule(), "w.yml", ofJob).size());
    }

    @Test
    void stacksOfOneRepositoryWithTwoFamiliesAreFoundWhereTheContractIsLeft() {
        assertEquals(1, families("http", "s3"));
        assertEquals(0, families("s3", "http"));
        assertEquals(0, families("http", "http"));
        assertEquals(0, families("s3", "s3"));
    }

    /** Findings in the first stack, the second one standing beside it. */
    private static int families(String first, String second) {
        SourceFile file =
                new SourceFile("tofu/stacks/attic/backend.tf", "terraform {\n  backend \"" + first + "\" {}\n}\n");
        SourceFile other = new SourceFile(
                "tofu/stacks/arc-runners/backend.tf", "terraform {\n  backend \"" + second + "\" {}\n}\n");
        CollectingContext context = new CollectingContext(
                file, Surface.HCL, new ContractLoader().builtIn(), new FileProject(List.of(file, other)));
        Rule rule = new MixedBackendFamiliesRule();
        new HclPassages().passages(file).forEach(passage -> rule.passage(passage, context));
        return context.findings().size();
    }

    private static List<String> messages(Rule rule, String path, String text) {
        SourceFile file = new SourceFile(path, text.startsWith("on:") ? text : "on: push\n" + text);
        CollectingContext context = new CollectingContext(file, Surface.WORKFLOW, new ContractLoader().builtIn());
        rule.workflow(new FileProject(List.of(file)).workflow(path).orElseThrow(), context);
        return context.findings().stream().map(Finding::message).toList();
    }
}
