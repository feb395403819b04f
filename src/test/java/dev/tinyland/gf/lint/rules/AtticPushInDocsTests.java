package dev.tinyland.gf.lint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.lint.CollectingContext;
import dev.tinyland.gf.lint.Confidence;
import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.passage.DocumentPassages;
import dev.tinyland.gf.lint.passage.LegacyWords;
import dev.tinyland.gf.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtticPushInDocsTests {
    private static final Contract CONTRACT = new ContractLoader().builtIn();

    private static List<Finding> findings(String page) {
        SourceFile file = new SourceFile("docs/page.md", page);
        CollectingContext context = new CollectingContext(file, Surface.DOCUMENT, CONTRACT);
        LegacyWords words = new LegacyWords(CONTRACT.legacy().labelWords());
        new AtticPushInDocs().document(new DocumentPassages(words).read(file), context);
        return context.findings();
    }

    /** The text each finding stands on. */
    private static List<String> found(String page) {
        return findings(page).stream()
                .map(finding -> finding.file().text(finding.span()))
                .toList();
    }

    private static String fence(String language, String content) {
        return "# Page\n\n## Use\n\n```" + language + "\n" + content + "\n```\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attic push main ./result",
                "attic watch-store \"$ATTIC_CACHE\"",
                "/opt/bin/attic push main result",
                "${pkgs.attic-client}/bin/attic push main result",
                "nix run .#attic-client -- push main result",
                "nix copy --to https://nix-cache.tinyland.dev/main .#x",
                "sudo attic push ci:main result"
            })
    void aCommandInAnyShellFenceIsTaught(String command) {
        for (String language : List.of("bash", "sh", "console", "shell")) {
            assertEquals(List.of(command), found(fence(language, command)), language);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attic use main",
                "attic cache info main",
                "attic login tinyland https://nix-cache.tinyland.dev",
                "echo \"attic push main\"",
                "# attic push main result",
                "nix build .#attic-client",
                "git push origin main",
                "nix copy --to s3://someone-elses-cache .#x"
            })
    void otherCommandsAreNot(String command) {
        assertEquals(List.of(), found(fence("bash", command)));
    }

    @Test
    void commandsInPlainIndentedListedAndQuotedFencesAreFound() {
        assertEquals(List.of("attic push a b"), found("Run:\n\n```\nattic push a b\n```\n"));
        assertEquals(List.of("attic push a b"), found("Run:\n\n    attic push a b\n"));
        assertEquals(List.of("attic push a b"), found("1. x\n\n   ~~~bash\n   attic push a b\n   ~~~\n"));
        assertEquals(List.of("attic push a b"), found("> ```console\n> $ attic push a b\n> Pushing 1 path\n> ```\n"));
    }

    @Test
    void oneFindingForEachCommandHoweverManyLinesItHas() {
        assertEquals(
                2,
                found(fence("bash", "attic push main \\\n  a \\\n  b\nnix build && attic push main c"))
                        .size());
    }

    @Test
    void sampleOutputTeachesNothing() {
        assertEquals(List.of(), found(fence("", "watch-store pushed 47 store paths incrementally")));
        assertEquals(List.of(), found(fence("text", "attic push: done")));
        assertEquals(List.of(), found(fence("mermaid", "A -->|\"watch-store push\"| B")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nix-job", "nix-build"})
    void pushCacheTrueIsTaught(String action) {
        String step = "- uses: tinyland-inc/GloriousFlywheel/.github/actions/" + action
                + "@main\n  with:\n    command: nix build\n    push-cache: ";

        assertEquals(List.of("\"true\""), found(fence("yaml", step + "\"true\"")));
        assertEquals(
                List.of("true"), found(fence("yaml", "steps:\n" + step.indent(2).stripTrailing() + " true")));
        assertEquals(List.of(), found(fence("yaml", step + "\"false\"")));
        assertEquals(List.of("\"no\""), found(fence("yml", step + "\"no\"")));
    }

    @Test
    void anOmittedSwitchIsTaughtOnlyWithTheTokenBesideIt() {
        String step = "- uses: ./GloriousFlywheel/.github/actions/nix-job\n  with:\n    command: nix build\n";

        assertEquals(List.of(), found(fence("yaml", step)));
        assertEquals(
                1,
                found(fence("yaml", step + "  env:\n    ATTIC_TOKEN: ${{ secrets.ATTIC_TOKEN }}"))
                        .size());
    }

    @Test
    void greedyCacheAndAtticActionPushWithoutBeingTold() {
        assertEquals(
                1,
                found(fence("yaml", "- uses: tinyland-inc/ci-templates/.github/actions/greedy-cache@main"))
                        .size());
        assertEquals(
                1,
                found(fence("yaml", "- uses: ryanccn/attic-action@v0\n  with:\n    cache: main"))
                        .size());
        assertEquals(
                List.of(), found(fence("yaml", "- uses: ryanccn/attic-action@v0\n  with:\n    skip-push: \"true\"")));
    }

    @Test
    void theRunBlockOfAWorkflowIsTaught() {
        String workflow = """
            on:
              push:
                branches: [main]
            jobs:
              build:
                runs-on: tinyland-nix
                steps:
                  - run: |
                      nix build
                      attic push main result
            """;

        assertEquals(List.of("attic push main result"), found(fence("yaml", workflow)));
    }

    @Test
    void aGatedPilotIsFine() {
        String gate = "if: ${{ github.ref == 'refs/heads/main' && env.ATTIC_TOKEN != '' }}";
        String step = """
            - uses: tinyland-inc/GloriousFlywheel/.github/actions/nix-job@main
              %s
              env:
                ATTIC_TOKEN: ${{ secrets.ATTIC_TOKEN }}
              with:
                push-cache: "true"
            """;
        String whole = """
            on: [push, pull_request]
            jobs:
              build:
                runs-on: tinyland-nix
                steps:
            """;

        assertEquals(List.of(), found(fence("yaml", whole + step.formatted(gate).indent(6))));
        assertEquals(List.of(), found(fence("yaml", step.formatted(gate))));
        assertEquals(List.of("\"true\""), found(fence("yaml", step.formatted("if: ${{ env.ATTIC_TOKEN != '' }}"))));
        assertEquals(
                List.of("\"true\""),
                found(fence("yaml", step.formatted("if: ${{ github.ref == 'refs/heads/main' }}"))));
    }

    @Test
    void pipelinesOfGitLabAreReadByTheirRules() {
        String job = "build:\n  script:\n    - nix build\n    - attic push main result\n";
        String rules = "  rules:\n    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $ATTIC_TOKEN\n";

        assertEquals(List.of("attic push main result"), found(fence("yaml", job)));
        assertEquals(List.of(), found(fence("yaml", job + rules)));
        assertEquals(
                1,
                found(fence("yaml", job + "  rules:\n    - if: $CI_COMMIT_BRANCH\n"))
                        .size());
    }

    @Test
    void recipesAndBrokenYamlAreReadLineByLine() {
        assertEquals(List.of("attic push"), found(fence("just", "push:\n    @attic push main result")));
        assertEquals(List.of("attic push"), found(fence("yaml", "a: b: c\n- attic push main")));
        assertEquals(
                Confidence.MEDIUM,
                findings(fence("just", "push:\n  attic push a b")).getFirst().confidence());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Then run `attic push main result` by hand.",
                "For long builds, use `attic watch-store` to fill\nthe cache.",
                "Start `attic watch-store main` first.",
                "Set `push-cache: \"true\"` on the step.",
            })
    void proseThatInstructsIsTaught(String sentence) {
        assertEquals(1, found(sentence + "\n").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`attic watch-store` is the mechanism that fills the cache.",
                "Verify `ATTIC_CACHE` matches the name used in `attic push` commands.",
                "- `ATTIC_CACHE` -- name of the cache to push to and pull from.",
                "The job starts the watcher with `attic watch-store <cache-name> &`.",
                "Never run `attic push main result` by hand.",
                "Do not use `attic watch-store` here.",
                "A caller explicitly passed `push-cache: false`.",
                "See [`attic push`](watch-store.md).",
                "| `greedy-cache` | Start Attic `watch-store` daemon for concurrent push. |",
            })
    void proseThatExplainsIsNot(String sentence) {
        assertEquals(List.of(), found(sentence + "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Page\n\n## Legacy push\n\n",
                "---\nstatus: archived\n---\n",
                "# Page\n\nThis is historical only:\n\n",
                "# Page\n\n## Bad\n\n",
                "# Page\n\nDo not do this:\n\n",
            })
    void labelledAndCounterexamplesArePassedOver(String head) {
        assertEquals(List.of(), found(head + "```bash\nattic push main result\n```\n"));
    }

    @Test
    void theManualOfAnotherServerTeachesNothingAboutThisOne() {
        String page =
                "```console\n$ attic login local http://localhost:8080 eyJ\n```\n\n```bash\nattic push hello x\n```\n";

        assertEquals(List.of(), found(page));
        assertEquals(
                1,
                found(page.replace("http://localhost:8080", "https://nix-cache.tinyland.dev"))
                        .size());
        assertEquals(
                1,
                found(page.replace("http://localhost:8080", "https://attic.tinyland.dev"))
                        .size());
        assertEquals(
                1,
                found(page.replace("http://localhost:8080", "\"$ATTIC_SERVER\""))
                        .size());
    }

    @Test
    void aFindingSaysFactReasonAndNextStep() {
        Finding finding = findings(fence("bash", "attic push main x")).getFirst();

        assertEquals("attic-push-in-docs", finding.rule());
        assertEquals(Severity.WARNING, finding.severity());
        assertTrue(finding.message().contains("without the gate (`attic push`); readers copy it"));
        assertTrue(finding.why().contains("Cache and State Backend Roles"));
        assertTrue(finding.suggestion().contains("github.ref == 'refs/heads/main' && env.ATTIC_TOKEN != ''"));
    }
}
