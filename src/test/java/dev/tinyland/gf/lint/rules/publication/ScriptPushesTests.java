package dev.tinyland.gf.lint.rules.publication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.lint.configuration.LintConfiguration;
import dev.tinyland.gf.lint.discovery.Discovery;
import dev.tinyland.gf.lint.discovery.Selection;
import dev.tinyland.gf.lint.discovery.WalkListing;
import dev.tinyland.gf.lint.engine.Linter;
import dev.tinyland.gf.lint.engine.Readers;
import dev.tinyland.gf.lint.rules.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pushes of pipelines, recipes and scripts, in files as a repository has them. */
class ScriptPushesTests {
    @TempDir
    private Path root;

    private List<String> found(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Contract contract = new ContractLoader().builtIn();
        Selection all = new Selection(each -> false, each -> false, List.of(), List.of());
        return new Linter(
                        Rules.all(),
                        Readers.all(contract),
                        LintConfiguration.none(),
                        () -> contract,
                        LocalDate.of(2026, 11, 21),
                        1)
                .lint(new Discovery(new WalkListing()).folder(root, all)).findings().stream()
                        .map(judged -> judged.finding()
                                        .file()
                                        .position(judged.finding().span().start())
                                        .line()
                                + " " + judged.finding().severity().word() + " "
                                + judged.finding().rule()
                                + (judged.finding().suppressible() ? "" : " certain"))
                        .toList();
    }

    @Test
    void aMergeRequestThatPushesIsAnError() throws IOException {
        assertEquals(List.of("3 error attic-push-on-pull-request certain"), found(".gitlab-ci.yml", """
            build:
              rules: [{if: $CI_MERGE_REQUEST_IID}]
              script: [attic push main ./result]
            """));
    }

    @Test
    void aTokenIsNoGateOnTheBranch() throws IOException {
        assertEquals(List.of("4 error attic-push-off-default-branch"), found(".gitlab-ci.yml", """
            build:
              script:
                - |
                  if [ -n "$ATTIC_TOKEN" ]; then attic push main ./result; fi
            """));
    }

    @Test
    void theDefaultBranchWithoutTheTokenIsAnError() throws IOException {
        assertEquals(List.of("3 error attic-push-without-token-gate"), found(".gitlab-ci.yml", """
            build:
              only: [main]
              script: [attic push main ./result]
            """));
    }

    @Test
    void aGatedJobIsFine() throws IOException {
        assertEquals(List.of(), found(".gitlab-ci.yml", """
            build:
              rules: [{if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $ATTIC_TOKEN}]
              script: [attic push main ./result]
            """));
        assertEquals(List.of(), found(".gitlab-ci.yml", """
            build:
              only: [main]
              script: ['[ -z "$ATTIC_TOKEN" ] || attic push main ./result']
            """));
    }

    @Test
    void aTemplateForOtherRepositoriesIsAWarning() throws IOException {
        assertEquals(List.of("2 warning attic-push-off-default-branch"), found("ci/nix.gitlab-ci.yml", """
            .cached:
              script: ['if [ -n "$ATTIC_TOKEN" ]; then attic push main result; fi']
            """));
        assertEquals(List.of("3 warning attic-push-on-pull-request"), found("ci/nix.gitlab-ci.yml", """
            .cached:
              extends: .job
              script: ['if [ -n "$ATTIC_TOKEN" ]; then attic push main result; fi']
            """));
    }

    @Test
    void aRecipeOrScriptThatPushesIsAWarning() throws IOException {
        assertEquals(
                List.of("2 warning attic-push-off-default-branch"),
                found("justfile", "push:\n    nix build | xargs -I{} attic push main {}\n"));
        Files.delete(root.resolve("justfile"));
        assertEquals(
                List.of("1 warning attic-push-off-default-branch"),
                found("a.sh", "sudo timeout 5m bash -c 'nix run nixpkgs#attic-client -- push main ./result'\n"));
    }

    @Test
    void aScriptThatAsksForBranchAndTokenIsFine() throws IOException {
        assertEquals(List.of(), found("a.sh", """
            if [ "$(git branch --show-current)" = main ] && [ -n "$ATTIC_TOKEN" ]; then
              attic push main ./result
            fi
            """));
        assertEquals(List.of("2 warning attic-push-without-token-gate"), found("a.sh", """
            if [ "$GITHUB_REF_NAME" = main ]; then
              attic push main ./result
            fi
            """));
    }

    @Test
    void whatOnlyNamesThePushIsNone() throws IOException {
        assertEquals(
                List.of(), found("a.sh", "echo 'attic push main ./result'\n# attic push main x\nattic use main\n"));
    }

    @Test
    void aScriptsOwnTestOfTheBranchMayHold() throws IOException {
        assertEquals(List.of("5 warning attic-push-off-default-branch"), found(".gitlab-ci.yml", """
            build:
              script:
                - |
                  if [ "$CI_COMMIT_BRANCH" = "main" ] && [ -n "$ATTIC_TOKEN" ]; then
                    attic push main ./result
                  fi
            """));
    }
}
