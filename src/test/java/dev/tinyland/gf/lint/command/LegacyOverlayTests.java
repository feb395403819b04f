package dev.tinyland.gf.lint.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.lint.Golden;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.rules.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The example repository, which shows everything gf-lint finds, and this repository, which shows nothing of it. */
class LegacyOverlayTests {
    private static final String OVERLAY = "examples/legacy-overlay";

    private final Cli cli = new Cli(Path.of("").toAbsolutePath()).with("PATH", System.getenv("PATH"));

    @Test
    void theOverlayIsJudgedAsAccepted() {
        Cli.Ran ran = cli.run(OVERLAY);

        assertEquals(1, ran.exit());
        assertEquals("", ran.err());
        Golden.check("lint/legacy-overlay.txt", ran.out());
    }

    @Test
    void theOverlayShowsEveryRule() throws IOException {
        JsonNode document =
                new ObjectMapper().readTree(cli.run(OVERLAY, "--format", "json").out());
        Set<String> shown = new TreeSet<>();
        document.at("/findings")
                .forEach(finding -> shown.add(finding.at("/rule").asText()));
        Set<String> known = new TreeSet<>();
        Rules.all().rules().stream()
                .map(rule -> rule.info())
                .filter(RuleInfo::onByDefault)
                .forEach(info -> known.add(info.id()));

        assertEquals(known, shown);
    }

    @Test
    void theExclusionOfThisRepositoryDoesNotReachTheOverlayAsARoot() {
        assertEquals(1, cli.run("--format=line", OVERLAY + "/README.md").exit());
    }

    @Test
    void thisRepositoryKeepsItsOwnRules() {
        Cli.Ran ran = cli.run("--format=line", "--min-severity=warning", ".");

        assertEquals("", ran.out());
        assertEquals(0, ran.exit(), ran.err());
    }
}
