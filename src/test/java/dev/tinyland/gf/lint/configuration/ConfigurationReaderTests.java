package dev.tinyland.gf.lint.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.lint.PathClass;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.text.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTests {
    private static final RuleSet RULES =
            new RuleSet(List.of(rule("retired-endpoint", false), rule("proof-rule", true)));

    @Test
    void readsEveryKey() {
        LintConfiguration read = loaded("""
            exclude:
              - examples/
            rules:
              retired-endpoint:
                severity: note
                paths:
                  docs/old/**: off
                  docs/old/now.md: error
              proof-rule: error
            defaultBranch: trunk
            pathClasses:
              proof: [".github/workflows/*-check.yml"]
            contract: config/contract.yaml
            """);

        assertTrue(read.excludes("examples/a.md"));
        assertEquals(Optional.of(new RuleLevel.At(Severity.NOTE)), read.level("retired-endpoint", "README.md"));
        assertEquals(Optional.of(new RuleLevel.Off()), read.level("retired-endpoint", "docs/old/a.md"));
        assertEquals(Optional.of(new RuleLevel.At(Severity.ERROR)), read.level("retired-endpoint", "docs/old/now.md"));
        assertEquals("trunk", read.defaultBranch());
        assertEquals(PathClass.PROOF, read.pathClass(".github/workflows/nix-check.yml"));
        assertEquals(PathClass.PILOT, read.pathClass(".github/workflows/nix.yml"));
        assertEquals(Optional.of("config/contract.yaml"), read.contract());
    }

    @Test
    void anEmptyFileChangesNothing() {
        assertEquals(LintConfiguration.none(), loaded("# nothing yet\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        exlude: [a]                               | gf-lint.yml:1:1: unknown key `exlude`; known are exclude, rules, defaultBranch, pathClasses, contract, json; did you mean `exclude`?
        exclude: a                                | gf-lint.yml:1:10: expected a list of path patterns
        exclude: ["{a"]                           | gf-lint.yml:1:11: not a path pattern: an opening brace without a closing one
        rules: {retired-endpoit: off}             | gf-lint.yml:1:9: there is no rule `retired-endpoit`; did you mean `retired-endpoint`?
        rules: {retired-endpoint: fatal}          | gf-lint.yml:1:27: expected `error`, `warning`, `note` or `off`
        rules: {retired-endpoint: {level: off}}   | gf-lint.yml:1:28: unknown key; known are severity, paths
        rules: {proof-rule: off}                  | gf-lint.yml:1:21: `proof-rule` is a protected rule: it cannot be turned off
        rules: {proof-rule: note}                 | gf-lint.yml:1:21: `proof-rule` is a protected rule: it stays an error
        rules: {proof-rule: {paths: {a: off}}}    | gf-lint.yml:1:33: `proof-rule` is a protected rule: it cannot be turned off
        pathClasses: {pilot: [a]}                 | gf-lint.yml:1:15: unknown class; known are proof, probe, legacy, all else is a pilot
        defaultBranch:                            | gf-lint.yml:1:15: expected the name of a branch
        [a]                                       | gf-lint.yml:1:1: expected a mapping with the keys exclude, rules, defaultBranch, pathClasses, contract, json
        """)
    void saysWhatIsWrongAndWhatWasExpected(String text, String problem) {
        assertEquals(List.of(problem), problems(text));
    }

    @Test
    void saysEverythingAtOnceInTheOrderOfTheFile() {
        assertEquals(
                List.of("gf-lint.yml:1:1", "gf-lint.yml:2:10"),
                problems("nonsense: 1\nexclude: a\n").stream()
                        .map(problem -> problem.substring(0, problem.indexOf(": ")))
                        .toList());
    }

    @Test
    void aDuplicateKeyIsAProblem() {
        assertEquals(1, problems("exclude: [a]\nexclude: [b]\n").size());
    }

    @Test
    void whatIsNoYamlIsAProblemWithItsPlace() {
        assertTrue(problems("exclude: [a\n").getFirst().startsWith("gf-lint.yml:"));
    }

    @Test
    void entriesThatMatchNoFileAreSaid() {
        LintConfiguration read =
                loaded("exclude: [examples/, gone/]\nrules: {retired-endpoint: {paths: {docs/: off, dosc/: off}}}\n");

        assertEquals(
                List.of(
                        "the configuration's `gone/` under `exclude` matches no file; remove it or correct it",
                        "the configuration's `dosc/` under `rules.retired-endpoint.paths` matches no file; remove it or"
                                + " correct it"),
                UnusedEntries.notes(read, List.of("examples/a.md", "docs/b.md")));
    }

    private static LintConfiguration loaded(String text) {
        return switch (ConfigurationReader.read(new SourceFile("gf-lint.yml", text), RULES)) {
            case ConfigurationResult.Loaded(LintConfiguration configuration) -> configuration;
            case ConfigurationResult.Refused(List<ConfigurationProblem> problems) ->
                throw new AssertionError(problems.toString());
        };
    }

    private static List<String> problems(String text) {
        return switch (ConfigurationReader.read(new SourceFile("gf-lint.yml", text), RULES)) {
            case ConfigurationResult.Loaded(LintConfiguration configuration) ->
                throw new AssertionError(configuration.toString());
            case ConfigurationResult.Refused(List<ConfigurationProblem> problems) ->
                problems.stream().map(ConfigurationProblem::toString).toList();
        };
    }

    private static Rule rule(String id, boolean isProtected) {
        RuleInfo info = new RuleInfo(
                id, "finds", Optional.of(Severity.ERROR), Optional.of(Severity.WARNING), isProtected, true);
        return () -> info;
    }
}
