package dev.tinyland.gf.lint.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinyland.gf.lint.model.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What guards let through. Each verdict was written by hand before it was run: T reached, U unknown, F not reached, in
 * the order pull request of the same repository, of a fork, pull_request_target, push to main with and without the token,
 * push to dev, push of a tag, schedule.
 */
class GuardTests {
    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario("pull_request", "refs/pull/1/merge", "main", "main", true, true),
            new Scenario("pull_request", "refs/pull/1/merge", "main", "main", false, true),
            new Scenario("pull_request_target", "refs/heads/main", "main", "main", true, true),
            new Scenario("push", "refs/heads/main", "", "main", true, true),
            new Scenario("push", "refs/heads/main", "", "main", false, true),
            new Scenario("push", "refs/heads/dev", "", "main", true, true),
            new Scenario("push", "refs/tags/v1.0.0", "", "main", true, true),
            new Scenario("schedule", "refs/heads/main", "", "main", true, true));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiterString = " -> ", quoteCharacter = '`', textBlock = """
        always() -> TTTTTTTT
        true -> TTTTTTTT
        false -> FFFFFFFF
        github.ref == 'refs/heads/main' && env.ATTIC_TOKEN != '' -> FFTTFFFT
        github.event_name == 'push' && github.ref == 'refs/heads/main' && env.ATTIC_TOKEN != '' -> FFFTFFFF
        github.event_name != 'pull_request' -> FFTTTTTT
        github.event_name == 'push' -> FFFTTTTF
        env.ATTIC_TOKEN != '' -> TFTTFTTT
        env.ATTIC_TOKEN -> TFTTFTTT
        !env.ATTIC_TOKEN -> FTFFTFFF
        github.ref_name == 'main' -> FFTTTFFT
        github.ref_name == 'MAIN' -> FFTTTFFT
        github.REF == 'refs/heads/Main' -> FFTTTFFT
        startsWith(github.ref, 'refs/tags/') -> FFFFFFTF
        startsWith(github.ref, 'refs/heads/') -> FFTTTTFT
        github.ref_type == 'tag' -> FFFFFFTF
        contains(github.ref, 'main') -> FFTTTFFT
        github.ref == format('refs/heads/{0}', github.event.repository.default_branch) -> FFTTTFFT
        github.ref_name == github.event.repository.default_branch -> FFTTTFFT
        github.base_ref == '' -> FFFTTTTT
        github.base_ref == 'main' -> TTTFFFFF
        !github.head_ref -> FFFTTTTT
        github.event.pull_request == null -> FFFTTTTT
        github.event.pull_request.head.repo.fork == false -> TFUTTTTT
        github.event.pull_request.head.repo.full_name == github.repository -> UUUUUUUU
        vars.PUBLISH == 'true' -> UUUUUUUU
        vars.PUBLISH == 'true' && github.ref == 'refs/heads/main' -> FFUUUFFU
        vars.FORCE == 'true' || github.ref == 'refs/heads/main' -> UUTTTUUT
        env.UNSET != '' -> UUUUUUUU
        env.ATTIC_SERVER != '' && github.event_name == 'push' -> FFFUUUUF
        success() -> TTTTTTTT
        failure() -> TTTTTTTT
        cancelled() -> TTTTTTTT
        failure() && false -> FFFFFFFF
        !cancelled() && github.ref == 'refs/heads/main' -> FFTTTFFT
        ${{ github.event_name == 'push' }} -> FFFTTTTF
        ${{ github.event_name == 'push' }} && true -> TTTTTTTT
        github.event_name != 'pull_request' && secrets.ATTIC_TOKEN != '' -> FFTTFTTT
        contains(fromJSON('["push","schedule"]'), github.event_name) -> FFFTTTTT
        github.actor == 'me' -> UUUUUUUU
        github.event.inputs.publish == 'true' -> FFFFFFFF
        inputs.publish -> FFFFFFFF
        steps.build.outputs.changed == 'true' -> UUUUUUUU
        github.ref == 'refs/heads/main' || github.event_name == 'pull_request' -> TTTTTFFT
        github.ref != 'refs/heads/main' -> TTFFFTTF
        github.event_name == 'push' && github.ref_protected -> FFFUUUUF
        hashFiles('flake.lock') != '' -> UUUUUUUU
        github.ref == 'refs/heads/main' && (env.ATTIC_TOKEN != '' || vars.X) -> FFTTUFFT
        runner.os == 'Linux' && github.ref == 'refs/heads/main' -> FFUUUFFU
        (github.ref == 'refs/heads/main') == true -> FFTTTFFT
        github.event.action == 'closed' && github.event.pull_request.merged == true -> UUUFFFFF
        matrix.publish && github.event_name == 'push' -> FFFTTTTF
        matrix.os == 'windows' -> FFFFFFFF
        needs.gate.result == 'success' -> FFTTTFFT
        needs.gate.outputs.go == 'yes' && github.event_name == 'push' -> FFFUUFFF
        """)
    void letsThrough(String guard, String expected) {
        String text = """
            on: push
            env:
              ATTIC_TOKEN: ${{ secrets.ATTIC_TOKEN }}
            jobs:
              gate:
                if: github.ref == 'refs/heads/main'
                runs-on: x
                steps: [{run: 'true'}]
              build:
                NEEDS
                runs-on: x
                strategy: {matrix: {os: [linux, mac], publish: [true, false]}}
                steps:
                  - if: >-
                      GUARD
                    run: attic push main result
            """.replace("NEEDS", guard.contains("needs.") ? "needs: gate" : "name: build")
                .replace("GUARD", guard);
        var project = Workflows.project(Map.of(Workflows.PATH, text));
        Workflow workflow = project.workflow(Workflows.PATH).orElseThrow();
        PushSite site = new PushSites(Workflows.CONTRACT, project).in(workflow).getFirst();
        Reach reach = new Reach("ATTIC_TOKEN", Set.of("ATTIC_TOKEN"));
        String verdicts = SCENARIOS.stream()
                .map(scenario -> reach.at(site.placement(), scenario, site.control())
                        .pushes()
                        .name()
                        .substring(0, 1))
                .collect(Collectors.joining());
        assertEquals(expected, verdicts);
    }
}
