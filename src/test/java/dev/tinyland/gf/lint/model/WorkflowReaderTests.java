package dev.tinyland.gf.lint.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.yaml.YamlProblem;
import dev.tinyland.gf.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workflows in every shape GitHub documents, and in shapes it does not. */
class WorkflowReaderTests {
    private static final String FULL = """
        name: build
        on:
          push:
            branches: [main, 'release/**']
            tags-ignore: v*
            paths: [src/**]
          pull_request:
            types: [opened, synchronize]
          schedule:
            - cron: 0 3 * * *
          workflow_dispatch:
            inputs:
              confirm:
                description: type it
                required: true
                type: string
              level:
                type: choice
                default: low
                options: [low, high]
          workflow_call:
            inputs:
              push-cache: {type: string, default: "false"}
            secrets:
              token: {required: true}
            outputs:
              path:
                value: ${{ jobs.build.outputs.path }}
          workflow_run:
            workflows: [ci]
            branches-ignore: [dev]
        permissions: read-all
        env:
          A: 1
          B: ${{ vars.B }}
        concurrency: group-1
        defaults: {run: {shell: bash, working-directory: sub}}
        jobs:
          build:
            name: Build
            if: github.ref == 'refs/heads/main'
            needs: [one, two]
            runs-on: [self-hosted, linux]
            permissions: {contents: read, packages: write}
            environment: {name: prod, url: https://example.com}
            concurrency: {group: g, cancel-in-progress: true}
            container: {image: 'node:24'}
            outputs: {path: '${{ steps.x.outputs.path }}'}
            strategy:
              fail-fast: false
              max-parallel: 2
              matrix:
                os: [a, b]
                dynamic: ${{ fromJSON(needs.one.outputs.list) }}
                include:
                  - os: c
                exclude:
                  - os: b
            steps:
              - uses: actions/checkout@v6
                with: {fetch-depth: 0}
              - id: x
                name: Run
                if: always()
                run: |
                  echo one
                shell: bash
                env: {TOKEN: '${{ secrets.TOKEN }}'}
                working-directory: w
                continue-on-error: true
                timeout-minutes: 5
          call:
            needs: build
            uses: ./.github/workflows/x.yml
            with: {push-cache: "true"}
            secrets: inherit
        """;

    private static Workflow read(String text) {
        FileProject project = new FileProject(List.of(new SourceFile(".github/workflows/a.yml", text)));
        return project.workflow(".github/workflows/a.yml").orElseThrow();
    }

    private static List<String> values(List<YamlScalar> scalars) {
        return scalars.stream().map(YamlScalar::value).toList();
    }

    private static String value(Optional<YamlScalar> scalar) {
        return scalar.orElseThrow().value();
    }

    @Test
    void readsTheHeadOfAWorkflow() {
        Workflow workflow = read(FULL);
        assertEquals(List.of(), workflow.problems());
        assertEquals("build", value(workflow.name()));
        assertEquals("read-all", value(workflow.permissions().orElseThrow().whole()));
        assertEquals("1", workflow.env().get("A").orElseThrow().value().value());
        assertTrue(workflow.env().get("a").isEmpty());
        assertEquals("group-1", value(workflow.concurrency().orElseThrow().group()));
        assertEquals("bash", value(workflow.defaults().shell()));
        assertTrue(workflow.isReusable());
    }

    @Test
    void readsTriggersWithTheirFilters() {
        Workflow workflow = read(FULL);
        assertEquals(
                List.of("push", "pull_request", "schedule", "workflow_dispatch", "workflow_call", "workflow_run"),
                workflow.triggers().stream().map(Trigger::event).toList());
        Trigger push = workflow.trigger("push").orElseThrow();
        assertEquals(List.of("main", "release/**"), values(push.branches()));
        assertEquals(List.of("v*"), values(push.tagsIgnore()));
        assertEquals(List.of("src/**"), values(push.paths()));
        assertEquals(
                List.of("opened", "synchronize"),
                values(workflow.trigger("pull_request").orElseThrow().types()));
        assertEquals(
                List.of("0 3 * * *"),
                values(workflow.trigger("schedule").orElseThrow().crons()));
        Trigger run = workflow.trigger("workflow_run").orElseThrow();
        assertEquals(List.of("ci"), values(run.workflows()));
        assertEquals(List.of("dev"), values(run.branchesIgnore()));
    }

    @Test
    void readsInputsOfDispatchAndCall() {
        Workflow workflow = read(FULL);
        List<Input> dispatched =
                workflow.trigger("workflow_dispatch").orElseThrow().inputs();
        assertTrue(dispatched.getFirst().isRequired());
        assertEquals("low", value(dispatched.getLast().defaultValue()));
        assertEquals(List.of("low", "high"), values(dispatched.getLast().options()));
        Trigger call = workflow.trigger("workflow_call").orElseThrow();
        assertEquals("false", value(call.inputs().getFirst().defaultValue()));
        assertEquals(List.of("token"), values(call.secrets()));
        assertTrue(call.outputs().get("path").isPresent());
    }

    @Test
    void readsAJob() {
        Job job = read(FULL).job("BUILD").orElseThrow();
        assertEquals("github.ref == 'refs/heads/main'", value(job.condition()));
        assertEquals(List.of("one", "two"), values(job.needs()));
        assertEquals(List.of("self-hosted", "linux"), values(job.runsOn().labels()));
        assertEquals(
                "write",
                job.permissions()
                        .orElseThrow()
                        .get("packages")
                        .orElseThrow()
                        .value()
                        .value());
        assertEquals("prod", value(job.environment()));
        assertEquals("true", value(job.concurrency().orElseThrow().cancelInProgress()));
        assertEquals("node:24", value(job.container()));
        Strategy strategy = job.strategy().orElseThrow();
        assertEquals(2, strategy.axes().size());
        assertEquals(2, strategy.axes().getFirst().values().size());
        assertTrue(strategy.axes().getLast().expression().isPresent());
        assertEquals(1, strategy.includes().size());
        assertEquals(1, strategy.excludes().size());
    }

    @Test
    void readsSteps() {
        List<Step> steps = read(FULL).job("build").orElseThrow().steps();
        assertEquals("actions/checkout@v6", value(steps.getFirst().uses()));
        assertEquals(
                "0",
                steps.getFirst()
                        .with()
                        .input("Fetch-Depth")
                        .orElseThrow()
                        .value()
                        .value());
        Step run = steps.getLast();
        assertEquals(1, run.index());
        assertEquals("echo one\n", value(run.run()));
        assertEquals("always()", value(run.condition()));
        assertEquals(
                "${{ secrets.TOKEN }}",
                run.env().get("TOKEN").orElseThrow().value().value());
        assertEquals("true", value(run.continueOnError()));
    }

    @Test
    void readsACallOfAReusableWorkflow() {
        Job job = read(FULL).job("call").orElseThrow();
        ReusableCall call = job.call().orElseThrow();
        assertEquals(List.of("build"), values(job.needs()));
        assertTrue(call.inheritsSecrets());
        assertEquals(
                "true", call.with().input("push-cache").orElseThrow().value().value());
    }

    @Test
    void onMayBeOneEventOrAList() {
        assertEquals("push", read("on: push\njobs: {}\n").triggers().getFirst().event());
        assertEquals(2, read("on: [push, pull_request]\njobs: {}\n").triggers().size());
        assertEquals(1, read("'on': {push: }\njobs: {}\n").triggers().size());
    }

    @Test
    void aRunnerGroupIsRead() {
        RunsOn runsOn = read("on: push\njobs: {a: {runs-on: {group: g, labels: [l]}}}\n")
                .jobs()
                .getFirst()
                .runsOn();
        assertEquals("g", value(runsOn.group()));
        assertEquals(List.of("l"), values(runsOn.labels()));
    }

    @Test
    void aWholeMappingMayBeAnExpression() {
        Step step = read("on: push\njobs: {a: {steps: [{uses: x/y@v1, with: '${{ fromJSON(vars.W) }}'}]}}\n")
                .jobs()
                .getFirst()
                .steps()
                .getFirst();
        assertTrue(step.with().whole().isPresent());
    }

    @Test
    void absentValuesAreAbsentKeys() {
        Workflow workflow = read("on:\n  push:\nenv:\njobs:\n  a:\n    if:\n    steps:\n");
        assertEquals(List.of(), workflow.problems());
        assertTrue(workflow.jobs().getFirst().condition().isEmpty());
    }

    @Test
    void anAbsentDefaultIsAnEmptyOne() {
        Workflow workflow = read("on: {workflow_call: {inputs: {a: {default: }, b: }}}\njobs: {}\n");
        List<Input> inputs = workflow.triggers().getFirst().inputs();
        assertEquals("", value(inputs.getFirst().defaultValue()));
        assertTrue(inputs.getLast().defaultValue().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "on: {push: [main]}\njobs: {}\n",
                "on: {schedule: daily}\njobs: {}\n",
                "on: push\njobs: [a]\n",
                "on: push\njobs: {a: [b]}\n",
                "on: push\njobs: {a: {steps: {run: x}}}\n",
                "on: push\njobs: {a: {steps: [x]}}\n",
                "on: push\njobs: {a: {steps: [{run: [x]}]}}\n",
                "on: push\njobs: {a: {needs: {b: c}}}\n",
                "on: push\njobs: {a: {env: [x]}}\n",
                "on: push\njobs: {a: {strategy: {matrix: {os: {x: y}}}}}\n",
                "on: push\njobs: {a: {strategy: {matrix: {include: {x: y}}}}}\n",
                "on: push\nenv: {A: [1]}\njobs: {}\n",
                "on: [{push: main}]\njobs: {}\n"
            })
    void aWrongShapeIsAProblemAndLeftOut(String text) {
        List<YamlProblem> problems = read(text).problems();
        assertEquals(1, problems.size(), problems::toString);
    }
}
