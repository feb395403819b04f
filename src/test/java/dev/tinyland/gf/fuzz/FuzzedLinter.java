package dev.tinyland.gf.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.configuration.LintConfiguration;
import dev.tinyland.gf.lint.discovery.Candidate;
import dev.tinyland.gf.lint.discovery.Discovered;
import dev.tinyland.gf.lint.discovery.FileKind;
import dev.tinyland.gf.lint.engine.Judged;
import dev.tinyland.gf.lint.engine.LintResult;
import dev.tinyland.gf.lint.engine.Linter;
import dev.tinyland.gf.lint.engine.Readers;
import dev.tinyland.gf.lint.engine.Stopwatch;
import dev.tinyland.gf.lint.model.ActionFile;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.passage.DocumentReading;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.rules.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The whole linter over one file of a kind, with what must hold for any text. One thread, so that a crash is the input's. */
final class FuzzedLinter {
    private final Surface surface;
    private final String name;
    private final Path file;
    private final Linter linter;
    private final Linter everythingRead;

    /** @param name a path that such a file has */
    FuzzedLinter(Surface surface, String name) {
        this.surface = surface;
        this.name = name;
        try {
            this.file = Files.createTempFile("gf-fuzz", ".txt");
        } catch (IOException e) {
            throw new IllegalStateException("no temporary file", e);
        }
        file.toFile().deleteOnExit();
        Contract contract = new ContractLoader().builtIn();
        List<Rule> rules = new ArrayList<>(Rules.all().rules());
        this.linter = linter(new RuleSet(rules), contract);
        rules.replaceAll(AskedAlways::new);
        rules.add(new ReadsEverything());
        this.everythingRead = linter(new RuleSet(rules), contract);
    }

    private static Linter linter(RuleSet rules, Contract contract) {
        return new Linter(
                rules,
                Readers.all(contract),
                LintConfiguration.none(),
                () -> contract,
                LocalDate.of(2026, 11, 21),
                1,
                Stopwatch.stopped());
    }

    /**
     * Judges the text; fails where the linter breaks, points outside the file, or says another thing the second time, when all
     * texts of the file are read whether a rule wants them or not, and every rule is asked about everything.
     */
    void judge(String text) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the temporary file cannot be written", e);
        }
        LintResult result = lint(linter);
        assertEquals(List.of(), result.failures(), () -> "a rule or a reader broke on:\n" + text);
        for (Judged judged : result.findings()) {
            Finding finding = judged.finding();
            int length = finding.file().text().length();
            assertTrue(
                    finding.span().start() >= 0
                            && finding.span().start() <= finding.span().end()
                            && finding.span().end() <= length,
                    () -> finding + " points outside of a text of " + length);
            assertFalse(finding.message().isBlank());
        }
        LintResult second = lint(everythingRead);
        assertEquals(List.of(), second.failures(), () -> "a reader broke on:\n" + text);
        assertEquals(result.labelled(), second.labelled());
        assertEquals(shape(result), shape(second), "the second look says another thing");
    }

    private LintResult lint(Linter linter) {
        Candidate candidate = new Candidate(name, file, new FileKind.Known(surface), true);
        return linter.lint(new Discovered(List.of(candidate), List.of(), List.of(), List.of(), List.of()));
    }

    private static List<String> shape(LintResult result) {
        return result.findings().stream()
                .map(judged -> judged.finding().rule()
                        + judged.finding().span()
                        + judged.finding().message())
                .toList();
    }

    /** Has nothing to say, and no words by which it could be known beforehand. */
    private static final class ReadsEverything implements Rule {
        private static final RuleInfo INFO = new RuleInfo(
                "reads-everything", "nothing", Optional.of(Severity.NOTE), Optional.of(Severity.NOTE), false, true);

        @Override
        public RuleInfo info() {
            return INFO;
        }
    }

    /** A rule that names no words by which files could be known that do not concern it. */
    private record AskedAlways(Rule rule) implements Rule {
        @Override
        public RuleInfo info() {
            return rule.info();
        }

        @Override
        public Collection<String> words(Contract contract) {
            return List.of();
        }

        @Override
        public boolean readsTexts(Surface surface) {
            return rule.readsTexts(surface);
        }

        @Override
        public void passage(Passage passage, RuleContext context) {
            rule.passage(passage, context);
        }

        @Override
        public void command(CommandSite site, RuleContext context) {
            rule.command(site, context);
        }

        @Override
        public void workflow(Workflow workflow, RuleContext context) {
            rule.workflow(workflow, context);
        }

        @Override
        public void action(ActionFile action, RuleContext context) {
            rule.action(action, context);
        }

        @Override
        public void document(DocumentReading reading, RuleContext context) {
            rule.document(reading, context);
        }
    }
}
