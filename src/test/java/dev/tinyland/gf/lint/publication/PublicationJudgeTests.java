package dev.tinyland.gf.lint.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinyland.gf.lint.PathClass;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationJudgeTests {
    private static final String NIX_JOB = """
        inputs:
          push-cache: {default: "true"}
        runs:
          using: composite
          steps:
            - if: env.ATTIC_SERVER != '' && env.ATTIC_TOKEN != ''
              uses: ryanccn/attic-action@v0
              with:
                token: ${{ env.ATTIC_TOKEN }}
                skip-push: ${{ inputs.push-cache == 'false' }}
        """;

    /** A step on pull requests and pushes with the token, gated as given. */
    private static String step(String on, String step) {
        return """
            on: ON
            jobs:
              build:
                runs-on: x
                env: {ATTIC_TOKEN: "${{ secrets.ATTIC_TOKEN }}"}
                steps:
                  - STEP
            """.replace("ON:", "on:").replaceFirst("ON\n", on + "\n").replace("STEP", step);
    }

    @ParameterizedTest(name = "on {0}, {1}")
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
        [push, pull_request] -> run: attic push main result -> ON_PULL_REQUEST TRUE at 7: attic push main result (pull_request on refs/pull/1/merge)
        push -> run: attic push main result -> OFF_DEFAULT_BRANCH TRUE at 7: attic push main result (push on refs/heads/dev)
        {push: {branches: [main]}} -> run: attic push main result -> WITHOUT_TOKEN TRUE at 7: attic push main result (push on refs/heads/main)
        {push: {branches: [main, 'release/**']}} -> {if: env.ATTIC_TOKEN, run: attic push main result} -> OFF_DEFAULT_BRANCH TRUE at 7: attic push main result (push on refs/heads/release/x)
        {push: {tags: ['v*']}} -> {if: env.ATTIC_TOKEN, run: attic push main result} -> OFF_DEFAULT_BRANCH TRUE at 7: attic push main result (push on refs/tags/vx)
        {push: {branches: [main]}} -> {if: env.ATTIC_TOKEN, run: attic push main result} -> ``
        {push: {branches-ignore: [main]}} -> {if: env.ATTIC_TOKEN, run: attic push main result} -> OFF_DEFAULT_BRANCH TRUE at 7: attic push main result (push on refs/heads/dev)
        schedule -> {if: env.ATTIC_TOKEN, run: attic watch-store main} -> ``
        workflow_dispatch -> {if: env.ATTIC_TOKEN, run: attic watch-store main} -> OFF_DEFAULT_BRANCH TRUE at 7: attic watch-store main (workflow_dispatch on refs/heads/dev)
        pull_request_target -> {if: "github.ref == 'refs/heads/main' && env.ATTIC_TOKEN != ''", run: attic push main x} -> ON_PULL_REQUEST TRUE at 7: attic push main x (pull_request_target on refs/heads/main)
        [push, pull_request] -> {if: "vars.X == 'y'", run: attic push main x} -> ON_PULL_REQUEST UNKNOWN at 7: attic push main x (pull_request on refs/pull/1/merge)
        {push: {branches: [main]}} -> run: 'if [ -n "$ATTIC_TOKEN" ]; then attic push main x; fi' -> ``
        push -> run: 'if [ -n "$ATTIC_TOKEN" ]; then attic push main x; fi' -> OFF_DEFAULT_BRANCH TRUE at 7: attic push main x (push on refs/heads/dev)
        pull_request -> run: 'echo attic push main x' -> ``
        pull_request -> run: '# attic push main x' -> ``
        pull_request -> run: attic use main -> ``
        pull_request -> run: nix build | xargs attic push main -> ON_PULL_REQUEST TRUE at 7: xargs attic push main (pull_request on refs/pull/1/merge)
        pull_request -> run: /opt/bin/attic push main x || true -> ON_PULL_REQUEST TRUE at 7: /opt/bin/attic push main x (pull_request on refs/pull/1/merge)
        pull_request -> run: nix run nixpkgs#attic-client -- push main x -> ON_PULL_REQUEST TRUE at 7: nix run nixpkgs#attic-client -- push main x (pull_request on refs/pull/1/merge)
        pull_request -> run: bash -c "attic push main x" -> ON_PULL_REQUEST TRUE at 7: attic push main x (pull_request on refs/pull/1/merge)
        pull_request -> run: nix copy --to s3://cache?region=x ./result -> ON_PULL_REQUEST TRUE at 7: nix copy --to s3://cache?region=x ./result (pull_request on refs/pull/1/merge)
        pull_request -> run: nix copy --to "$ATTIC_SERVER/main" ./result -> ON_PULL_REQUEST TRUE at 7: nix copy --to "$ATTIC_SERVER/main" ./result (pull_request on refs/pull/1/merge)
        pull_request -> run: nix copy --to ssh://host ./result -> ``
        pull_request -> {uses: a/b@v1, with: {extra_nix_config: 'post-build-hook = /etc/push'}} -> ON_PULL_REQUEST TRUE at 7: post-build-hook = /etc/push (pull_request on refs/pull/1/merge)
        pull_request -> uses: ryanccn/attic-action@v0 -> ON_PULL_REQUEST TRUE at 7: ryanccn/attic-action@v0 (pull_request on refs/pull/1/merge)
        pull_request -> {uses: other/attic-action@v0, with: {skip-push: "true"}} -> ``
        pull_request -> {uses: other/attic-action@v0, with: {skip-push: true}} -> ``
        pull_request -> {uses: other/attic-action@v0, with: {skip-push: "yes"}} -> ON_PULL_REQUEST TRUE at 7: "yes" (pull_request on refs/pull/1/merge)
        [push, pull_request] -> {uses: o/attic-action@v0, with: {skip-push: "${{ github.event_name == 'pull_request' }}"}} -> OFF_DEFAULT_BRANCH TRUE at 7: "${{ github.event_name == 'pull_request' }}" (push on refs/heads/dev)
        {push: {branches: [main]}} -> {if: env.ATTIC_TOKEN, uses: o/attic-action@v0} -> BY_DEFAULT TRUE at 7: o/attic-action@v0 (push on refs/heads/main)
        {push: {branches: [main]}} -> {if: env.ATTIC_TOKEN, uses: o/attic-action@v0, with: {skip-push: "false"}} -> ``
        [push, pull_request] -> {uses: o/attic-action@v0, with: {skip-push: "${{ vars.SKIP }}"}} -> UNDECIDED UNKNOWN at 7: "${{ vars.SKIP }}" (pull_request on refs/pull/1/merge)
        [push, pull_request] -> {uses: o/attic-action@v0, with: "${{ fromJSON(vars.ALL) }}"} -> UNDECIDED UNKNOWN at 7: "${{ fromJSON(vars.ALL) }}" (pull_request on refs/pull/1/merge)
        pull_request -> {uses: "./GF/.github/actions/nix-job", with: {push-cache: "false"}} -> ``
        pull_request -> {uses: "./GF/.github/actions/nix-job", with: {push-cache: False}} -> ``
        pull_request -> {uses: "./GF/.github/actions/nix-job", with: {push-cache: "FALSE"}} -> ``
        pull_request -> {uses: "./GF/.github/actions/nix-job", with: {push-cache: no}} -> ON_PULL_REQUEST TRUE at 7: no (pull_request on refs/pull/1/merge)
        pull_request -> {uses: "./GF/.github/actions/nix-job", with: {push-cache: off}} -> ON_PULL_REQUEST TRUE at 7: off (pull_request on refs/pull/1/merge)
        pull_request -> {uses: "./GF/.github/actions/nix-job", with: {push-cache: 0}} -> ON_PULL_REQUEST TRUE at 7: 0 (pull_request on refs/pull/1/merge)
        pull_request -> {uses: "./GF/.github/actions/nix-job", with: {push-cache: ''}} -> ON_PULL_REQUEST TRUE at 7: '' (pull_request on refs/pull/1/merge)
        pull_request -> {uses: "x/GF/.github/actions/nix-build@main", with: {command: x}} -> ON_PULL_REQUEST TRUE at 7: "x/GF/.github/actions/nix-build@main" (pull_request on refs/pull/1/merge)
        pull_request -> {uses: "x/y/.github/actions/greedy-cache@v3"} -> ON_PULL_REQUEST TRUE at 7: "x/y/.github/actions/greedy-cache@v3" (pull_request on refs/pull/1/merge)
        pull_request -> {uses: "cachix/cachix-action@v1", with: {skipPush: false}} -> ``
        pull_request -> {uses: "some/unrelated@v1", with: {push-cache: "true", skip-push: "false"}} -> ``
        """)
    void judgesAStep(String on, String step, String expected) {
        assertEquals(expected, Workflows.show(Workflows.judge(step(on, step))));
    }

    @Test
    void onePlaceIsOneVerdictWithTheRestBesideIt() {
        PushVerdict verdict = Workflows.judge(step("[push, pull_request]", "run: attic push main x"))
                .getFirst();
        assertEquals(
                "[OFF_DEFAULT_BRANCH, WITHOUT_TOKEN]",
                verdict.also().stream().map(PushVerdict.Reached::kind).toList().toString());
    }

    @Test
    void anInputThatPublishesUnlessToldNotToIsTheActionsFault() {
        String path = ".github/actions/nix-job/action.yml";
        assertEquals(
                "INPUT_DEFAULT TRUE at 2: \"true\" (pull_request on refs/pull/1/merge)",
                Workflows.show(Workflows.judge(Map.of(path, NIX_JOB), path, PathClass.PILOT)));
        assertEquals(
                "",
                Workflows.show(Workflows.judge(
                        Map.of(path, NIX_JOB.replace("\"true\"", "\"false\"")), path, PathClass.PILOT)));
    }

    @Test
    void theDefaultOfTheActionInThisRepositoryCounts() {
        String workflow = step("pull_request", "uses: ./.github/actions/nix-job");
        String path = ".github/actions/nix-job/action.yml";
        assertEquals(
                "",
                Workflows.show(Workflows.judge(
                        Map.of(path, NIX_JOB.replace("\"true\"", "\"false\""), Workflows.PATH, workflow),
                        Workflows.PATH,
                        PathClass.PILOT)));
        assertEquals(
                1,
                Workflows.judge(Map.of(path, NIX_JOB, Workflows.PATH, workflow), Workflows.PATH, PathClass.PILOT)
                        .size());
    }

    @Test
    void anActionOfThisRepositoryIsFollowedWhereItsInputsDecide() {
        String action = "publish/action.yml";
        String body = """
            inputs: {publish: {default: "false"}}
            runs:
              using: composite
              steps:
                - if: inputs.publish == 'yes'
                  shell: bash
                  run: attic push main result
            """;
        String on = step("pull_request", "{uses: ./publish, with: {publish: yes}}");
        String off = step("pull_request", "{uses: ./publish}");
        assertEquals(
                "ON_PULL_REQUEST TRUE at 7: ./publish (pull_request on refs/pull/1/merge)",
                Workflows.show(
                        Workflows.judge(Map.of(action, body, Workflows.PATH, on), Workflows.PATH, PathClass.PILOT)));
        assertEquals(
                "",
                Workflows.show(
                        Workflows.judge(Map.of(action, body, Workflows.PATH, off), Workflows.PATH, PathClass.PILOT)));
        assertEquals("", Workflows.show(Workflows.judge(Map.of(action, body), action, PathClass.PILOT)));
    }

    @Test
    void aPublishingCommandOfAnActionWithoutBranchGateIsUncertainAsItsCallersAre() {
        String body = """
            runs:
              using: composite
              steps:
                - if: steps.health.outputs.ok == 'true'
                  shell: bash
                  run: |
                    attic watch-store main \\
                      --jobs 8 &
            """;
        assertEquals(
                "ON_PULL_REQUEST UNKNOWN at 7: attic watch-store main \\ (pull_request on refs/pull/1/merge)",
                Workflows.show(
                        Workflows.judge(Map.of("greedy/action.yml", body), "greedy/action.yml", PathClass.PILOT)));
    }

    @Test
    void aReusableWorkflowIsJudgedWithItsCallers() {
        String reusable = """
            on:
              workflow_call:
                inputs: {publish: {type: boolean, default: true}}
                secrets: {ATTIC_TOKEN: {}}
            jobs:
              build:
                runs-on: x
                env: {ATTIC_TOKEN: "${{ secrets.ATTIC_TOKEN }}"}
                steps:
                  - if: inputs.publish && env.ATTIC_TOKEN != ''
                    run: attic push main result
            """;
        String caller = """
            on: EVENT
            jobs:
              call:
                uses: ./.github/workflows/reusable.yml
                with: {publish: VALUE}
                secrets: inherit
            """;
        String path = ".github/workflows/reusable.yml";
        assertEquals(
                "INPUT_DEFAULT TRUE at 3: true (pull_request on refs/pull/1/merge)",
                Workflows.show(Workflows.judge(Map.of(path, reusable), path, PathClass.PILOT)));
        assertEquals(
                "ON_PULL_REQUEST TRUE at 11: attic push main result (pull_request on refs/pull/1/merge)",
                Workflows.show(Workflows.judge(
                        Map.of(
                                path,
                                reusable,
                                Workflows.PATH,
                                caller.replace("EVENT", "pull_request").replace("VALUE", "true")),
                        path,
                        PathClass.PILOT)));
        assertEquals(
                "",
                Workflows.show(Workflows.judge(
                        Map.of(
                                path,
                                reusable,
                                Workflows.PATH,
                                caller.replace("EVENT", "pull_request").replace("VALUE", "false")),
                        path,
                        PathClass.PILOT)));
        assertEquals(
                "",
                Workflows.show(Workflows.judge(
                        Map.of(
                                path,
                                reusable,
                                Workflows.PATH,
                                caller.replace("EVENT", "{push: {branches: [main]}}")
                                        .replace("VALUE", "true")),
                        path,
                        PathClass.PILOT)));
    }

    @Test
    void secretsInheritedIntoAReusableWorkflowThatPublishes() {
        String caller = """
            on: pull_request
            jobs:
              call:
                uses: jzbor/nix-flake-workflow/.github/workflows/build.yml@main
                with: {binary-cache: VALUE}
                secrets: inherit
            """;
        assertEquals(
                "ON_PULL_REQUEST TRUE at 5: true (pull_request on refs/pull/1/merge)",
                Workflows.show(Workflows.judge(caller.replace("VALUE", "true"))));
        assertEquals("", Workflows.show(Workflows.judge(caller.replace("VALUE", "false"))));
    }

    @Test
    void aJobAfterAGatedJobIsGatedToo() {
        String workflow = """
            on: [push, pull_request]
            jobs:
              gate:
                if: github.event_name == 'push' && github.ref == 'refs/heads/main'
                runs-on: x
                steps: [{run: "true"}]
              push:
                needs: gate
                IF
                runs-on: x
                env: {ATTIC_TOKEN: "${{ secrets.ATTIC_TOKEN }}"}
                steps:
                  - if: env.ATTIC_TOKEN != ''
                    run: attic push main x
            """;
        assertEquals("", Workflows.show(Workflows.judge(workflow.replace("IF", "name: push"))));
        assertEquals(
                "ON_PULL_REQUEST TRUE at 14: attic push main x (pull_request on refs/pull/1/merge)",
                Workflows.show(Workflows.judge(workflow.replace("IF", "if: always()"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"true\"", "no", "${{ 'false' }}", "''"})
    void aProofSaysTheLiteralFalse(String value) {
        String path = ".github/workflows/platform-proof.yml";
        String workflow = step("workflow_dispatch", "{uses: ./.github/actions/nix-job, with: {push-cache: VALUE}}");
        assertEquals(
                "NOT_QUARANTINED TRUE at 7: " + value,
                Workflows.show(Workflows.judge(
                                Map.of(
                                        path,
                                        workflow.replace("VALUE", value.contains("$") ? "\"" + value + "\"" : value)),
                                path,
                                PathClass.PROOF))
                        .replace("\"$", "$")
                        .replace("}\"", "}"));
        assertEquals(
                "",
                Workflows.show(
                        Workflows.judge(Map.of(path, workflow.replace("VALUE", "\"false\"")), path, PathClass.PROOF)));
    }

    @ParameterizedTest(name = "{0}, {1}, {2} -> {3}")
    @CsvSource(delimiterString = " ; ", quoteCharacter = '`', textBlock = """
        workflow_dispatch: {inputs: {confirm: {}}} ; "inputs.confirm == 'probe-attic-publication'" ; true ; ``
        workflow_dispatch: {inputs: {confirm: {}}} ; "github.event.inputs.confirm == 'x'" ; true ; UNCONFIRMED UNKNOWN
        workflow_dispatch: {inputs: {confirm: {}}} ; "startsWith(inputs.confirm, 'probe-attic-publication')" ; true ; UNCONFIRMED TRUE
        workflow_dispatch: {inputs: {confirm: {}}} ; "contains(inputs.confirm, 'probe-attic')" ; true ; UNCONFIRMED TRUE
        workflow_dispatch: {inputs: {confirm: {}}} ; "inputs.confirm != ''" ; true ; UNCONFIRMED TRUE
        workflow_dispatch: {inputs: {confirm: {}}} ; "true" ; true ; UNCONFIRMED TRUE
        workflow_dispatch: {inputs: {confirm: {}}} ; "true" ; '[ "$CONFIRM" = probe-attic-publication ] || exit 1' ; ``
        workflow_dispatch: {inputs: {confirm: {}}} ; "true" ; 'case "$CONFIRM" in probe-attic-publication*) ;; *) exit 1 ;; esac' ; UNCONFIRMED TRUE
        {push: , workflow_dispatch: {inputs: {confirm: {}}}} ; "inputs.confirm == 'probe-attic-publication'" ; true ; UNCONFIRMED TRUE
        """)
    void theProbeAsksForItsExactPhrase(String on, String guard, String check, String expected) {
        String path = ".github/workflows/attic-publication-probe.yml";
        String workflow = """
            on: {ON}
            jobs:
              probe:
                runs-on: x
                steps:
                  - run: CHECK
                  - if: GUARD
                    run: attic push main result
            """.replace("{ON}", on.startsWith("{") ? on : "{" + on + "}")
                .replace("CHECK", check)
                .replace("GUARD", guard);
        String shown = Workflows.show(Workflows.judge(Map.of(path, workflow), path, PathClass.PROBE));
        assertEquals(expected, shown.isEmpty() ? "" : shown.substring(0, shown.indexOf(" at ")));
    }

    @Test
    void whatIsKeptForTheRecordIsNotJudged() {
        assertEquals(
                "",
                Workflows.show(Workflows.judge(
                        Map.of("docs/archive/ci.yml", step("pull_request", "run: attic push main x")),
                        "docs/archive/ci.yml",
                        PathClass.LEGACY)));
    }
}
