package dev.tinyland.gf.lint.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How files of a root find each other. */
class FileProjectTests {
    private static final String NIX_JOB = ".github/actions/nix-job/action.yml";
    private static final FileProject PROJECT = new FileProject(List.of(
            new SourceFile(NIX_JOB, """
                name: nix-job
                inputs: {push-cache: {default: 'true'}}
                runs:
                  using: composite
                  steps:
                    - uses: ./inner
                    - {run: echo, shell: bash}
                """),
            new SourceFile("inner/action.yaml", "runs: {using: node24, main: index.js, post: post.js}\n"),
            new SourceFile("action.yml", "runs: {using: docker, image: Dockerfile}\n"),
            new SourceFile("examples/deploy.yml", "runs: {using: composite, steps: []}\n"),
            new SourceFile(".github/workflows/reusable.yml", "on: workflow_call\njobs: {}\n"),
            new SourceFile(".github/workflows/caller.yml", """
                on: push
                jobs:
                  a:
                    uses: ./.github/workflows/reusable.yml
                  b:
                    steps:
                      - uses: ./.github/actions/nix-job
                      - uses: ./GloriousFlywheel/.github/actions/nix-job
                """),
            new SourceFile(".github/workflows/broken.yml", "on: [push\n"),
            new SourceFile("config/some.yaml", "a: 1\n")));

    @ParameterizedTest
    @CsvSource({
        "./.github/actions/nix-job, .github/actions/nix-job/action.yml, true",
        "./.github/actions/nix-job/, .github/actions/nix-job/action.yml, true",
        "./.github/actions/../actions/nix-job, .github/actions/nix-job/action.yml, true",
        "$/.github/actions/nix-job, .github/actions/nix-job/action.yml, true",
        "./inner@main, inner/action.yaml, true",
        "./, action.yml, true",
        "./GloriousFlywheel/.github/actions/nix-job, .github/actions/nix-job/action.yml, false",
        "tinyland-inc/GloriousFlywheel/.github/actions/nix-job@main, .github/actions/nix-job/action.yml, false"
    })
    void findsActions(String uses, String path, boolean certain) {
        Reference.LocalAction found = assertInstanceOf(Reference.LocalAction.class, PROJECT.resolveAction(uses));
        assertEquals(path, found.action().file().path());
        assertEquals(certain, found.certain());
    }

    @ParameterizedTest
    @CsvSource({
        "./.github/workflows/reusable.yml, true",
        "$/.github/workflows/reusable.yml, true",
        "owner/repo/.github/workflows/reusable.yml@v1, false"
    })
    void findsReusableWorkflows(String uses, boolean certain) {
        Reference.LocalWorkflow found = assertInstanceOf(Reference.LocalWorkflow.class, PROJECT.resolveWorkflow(uses));
        assertEquals(".github/workflows/reusable.yml", found.workflow().file().path());
        assertEquals(certain, found.certain());
    }

    @Test
    void knowsWhatIsNotHere() {
        assertEquals(new Reference.Absent("made/by/checkout"), PROJECT.resolveAction("./made/by/checkout"));
        assertEquals(new Reference.Remote("actions/checkout", "", "v6"), PROJECT.resolveAction("actions/checkout@v6"));
        assertEquals(
                new Reference.Remote("a/b", ".github/actions/other", "v1"),
                PROJECT.resolveAction("a/b/.github/actions/other@v1"));
        assertEquals(new Reference.ContainerImage("alpine:3"), PROJECT.resolveAction("docker://alpine:3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${{ inputs.action }}", "./${{ matrix.a }}", "", "word", "a b/c", "///"})
    void saysUndecidedOtherwise(String uses) {
        assertEquals(new Reference.Undecided(), PROJECT.resolveAction(uses));
    }

    @Test
    void anUnreadableWorkflowIsNone() {
        assertTrue(PROJECT.workflow(".github/workflows/broken.yml").isEmpty());
        assertTrue(PROJECT.workflow("config/some.yaml").isEmpty());
        assertTrue(PROJECT.workflow("not/there.yml").isEmpty());
    }

    @Test
    void anActionIsFoundByItsContentToo() {
        assertTrue(PROJECT.action("examples/deploy.yml").orElseThrow().isComposite());
        assertTrue(PROJECT.action("config/some.yaml").isEmpty());
    }

    @Test
    void readsAnAction() {
        ActionFile action = PROJECT.action(NIX_JOB).orElseThrow();
        assertEquals(
                "true",
                action.input("Push-Cache")
                        .orElseThrow()
                        .defaultValue()
                        .orElseThrow()
                        .value());
        assertEquals(2, action.steps().size());
        ActionFile node = PROJECT.action("inner/action.yaml").orElseThrow();
        assertEquals("post.js", node.post().orElseThrow().value());
        assertEquals(List.of(), node.steps());
    }

    @Test
    void knowsWhoCalls() {
        List<Caller> callers = PROJECT.callers(NIX_JOB);
        assertEquals(2, callers.size());
        assertEquals(".github/workflows/caller.yml", callers.getFirst().file().path());
        assertEquals(1, PROJECT.callers(".github/workflows/reusable.yml").size());
        assertInstanceOf(
                Caller.CallingActionStep.class,
                PROJECT.callers("inner/action.yaml").getFirst());
        assertEquals(List.of(), PROJECT.callers("action.yml"));
    }

    @Test
    void parsesAFileOnce() {
        assertSame(PROJECT.yaml(NIX_JOB).orElseThrow(), PROJECT.yaml(NIX_JOB).orElseThrow());
        assertSame(
                PROJECT.action(NIX_JOB).orElseThrow(), PROJECT.action(NIX_JOB).orElseThrow());
    }

    @Test
    void workflowsThatCallEachOtherAreNoEndlessLoop() {
        FileProject loop = new FileProject(List.of(
                new SourceFile("a/action.yml", "runs: {using: composite, steps: [{uses: ./b}]}\n"),
                new SourceFile("b/action.yml", "runs: {using: composite, steps: [{uses: ./a}]}\n")));
        assertEquals(1, loop.callers("a/action.yml").size());
    }
}
