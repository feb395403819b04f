package dev.tinyland.gf.lint.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.lint.configuration.LintConfiguration;
import dev.tinyland.gf.lint.discovery.Discovery;
import dev.tinyland.gf.lint.discovery.Selection;
import dev.tinyland.gf.lint.discovery.WalkListing;
import dev.tinyland.gf.lint.engine.LintResult;
import dev.tinyland.gf.lint.engine.Linter;
import dev.tinyland.gf.lint.engine.Readers;
import dev.tinyland.gf.lint.engine.Stopwatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workflow that names nothing any rule looks for, and uses an action of its root that does. */
class FollowedActionTests {
    private static final String ACTION = """
        name: warm
        inputs:
          publish:
            default: "false"
        runs:
          using: composite
          steps:
            - if: inputs.publish == 'true'
              shell: bash
              run: attic push main ./result
        """;

    private static final String WORKFLOW = """
        on: pull_request
        jobs:
          a:
            runs-on: ubuntu-latest
            steps:
              - uses: ./.github/actions/warm
                with:
                  publish: "true"
        """;

    @TempDir
    private Path root;

    @Test
    void isJudgedByWhatTheActionHolds() throws IOException {
        write(".github/workflows/a.yml", WORKFLOW);
        assertEquals(List.of(), findings());

        write(".github/actions/warm/action.yml", ACTION);

        assertEquals(List.of(".github/workflows/a.yml:6 attic-push-on-pull-request"), findings());
    }

    private List<String> findings() throws IOException {
        Contract contract = new ContractLoader().builtIn();
        LintResult result = new Linter(
                        Rules.all(),
                        Readers.all(contract),
                        LintConfiguration.none(),
                        () -> contract,
                        LocalDate.of(2026, 11, 22),
                        1,
                        Stopwatch.stopped())
                .lint(new Discovery(new WalkListing()).folder(root, Selection.everything()));
        assertEquals(List.of(), result.failures());
        return result.findings().stream()
                .map(judged -> judged.finding().file().path() + ":"
                        + judged.finding()
                                .file()
                                .position(judged.finding().span().start())
                                .line() + " " + judged.finding().rule())
                .toList();
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
