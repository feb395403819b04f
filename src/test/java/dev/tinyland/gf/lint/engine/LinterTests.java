package dev.tinyland.gf.lint.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.FindingBuilder;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.configuration.LintConfiguration;
import dev.tinyland.gf.lint.configuration.RuleLevel;
import dev.tinyland.gf.lint.configuration.RuleSetting;
import dev.tinyland.gf.lint.discovery.Discovery;
import dev.tinyland.gf.lint.discovery.Glob;
import dev.tinyland.gf.lint.discovery.Selection;
import dev.tinyland.gf.lint.discovery.SkipReason;
import dev.tinyland.gf.lint.discovery.Skipped;
import dev.tinyland.gf.lint.discovery.WalkListing;
import dev.tinyland.gf.lint.passage.Label;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Role;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The linter with a reader that takes each line for a passage and a rule that finds the word "bad". */
class LinterTests {
    private static final RuleInfo WORD = new RuleInfo(
            "word", "the word bad", Optional.of(Severity.ERROR), Optional.of(Severity.WARNING), true, true);

    private static final FileReader LINES = (file, project) -> {
        List<Passage> passages = new ArrayList<>();
        for (int line = 1; line <= file.lines().lineCount(); line++) {
            Fragment text = Fragment.verbatim(file, file.lines().lineSpan(line));
            Optional<Label> label = text.text().startsWith("legacy")
                    ? Optional.of(new Label(Label.Kind.LEGACY, "legacy", text.span()))
                    : Optional.empty();
            passages.add(new Passage(text, Surface.DOCUMENT, Role.PROSE, "", List.of(), label));
        }
        return new FileReading.Understood(FileReading.Texts.of(passages), List.of(), new FileReading.Model.None());
    };

    @TempDir
    private Path root;

    private Map<String, RuleSetting> settings = Map.of();

    @Test
    void findingsComeInTheOrderOfPathAndPlaceOnManyThreads() throws IOException {
        for (int i = 0; i < 40; i++) {
            write("f%02d.md".formatted(i), "bad\nfine\nbad\n");
        }

        List<String> once = places(lint(new Word(), 1));

        assertEquals(80, once.size());
        assertEquals(once.stream().sorted().toList(), once);
        assertEquals(once, places(lint(new Word(), 8)));
    }

    @Test
    void aRuleThatBreaksDoesNotStopTheOthers() throws IOException {
        write("a.md", "bad\n");
        write("b.md", "boom\n");
        write("c.md", "bad\n");
        Rule fragile = new Word() {
            @Override
            public void passage(Passage passage, RuleContext context) {
                if (passage.text().text().equals("boom")) {
                    throw new IllegalStateException("defect");
                }
                super.passage(passage, context);
            }
        };

        LintResult result = lint(fragile, 4);

        assertEquals(List.of("a.md:1 word", "c.md:1 word"), places(result));
        assertEquals(1, result.failures().size());
        assertEquals("b.md", result.failures().getFirst().path());
        assertEquals("word", result.failures().getFirst().where());
    }

    @Test
    void aLabelledPassageIsCountedAndNotJudged() throws IOException {
        write("a.md", "legacy bad\nbad\n");

        LintResult result = lint(new Word(), 1);

        assertEquals(List.of("a.md:2 word"), places(result));
        assertEquals(Map.of(Label.Kind.LEGACY, 1), result.labelled());
    }

    @Test
    void aKindWithoutAReaderIsCountedAsNotJudged() throws IOException {
        write("main.tf", "bad\n");

        LintResult result = lint(new Word(), 1);

        assertEquals(0, result.files());
        assertEquals(List.of(new Skipped("main.tf", SkipReason.NO_READER)), result.skipped());
    }

    @Test
    void anUnreadableFileIsAnError() throws IOException {
        write("a.md", "a\0b");

        LintResult result = lint(new Word(), 1);

        assertEquals(List.of("a.md:1 unreadable-file"), places(result));
        assertFalse(result.findings().getFirst().finding().suppressible());
        assertEquals(1, result.files());
    }

    @Test
    void configurationChangesSeverityByPath() throws IOException {
        write("a.md", "bad\n");
        write("old/b.md", "bad\n");
        settings = Map.of(
                "word",
                new RuleSetting(
                        Optional.of(new RuleLevel.At(Severity.NOTE)),
                        List.of(new RuleSetting.PathLevel(Glob.of("old/"), new RuleLevel.Off()))));

        LintResult result = lint(new Word(), 1);

        assertEquals(List.of("a.md:1 word"), places(result));
        assertEquals(Severity.NOTE, result.findings().getFirst().finding().severity());
    }

    @Test
    void aCertainFindingOfAProtectedRuleStaysWhateverIsWritten() throws IOException {
        write("a.md", "bad <!-- gf-lint: ignore[word] we like it -->\n");
        settings = Map.of("word", new RuleSetting(Optional.of(new RuleLevel.Off()), List.of()));

        LintResult result = lint(new Word(true), 1);

        assertEquals(List.of("a.md:1 word", "a.md:1 bad-suppression"), places(result));
        assertEquals(0, result.suppressed());
    }

    @Test
    void aReasonSilencesAFinding() throws IOException {
        write("a.md", "bad <!-- gf-lint: ignore[word] quoted on purpose -->\nbad\n");

        LintResult result = lint(new Word(), 1);

        assertEquals(
                Optional.of(new Excuse(Excuse.Kind.COMMENT, "quoted on purpose")),
                result.findings().getFirst().excuse());
        assertEquals(1, result.suppressed());
        assertEquals(1, result.count(Severity.WARNING));
    }

    @Test
    void aSuppressionCountsOnItsLastDayAndNotAfter() throws IOException {
        write("a.md", "<!-- gf-lint: ignore[word] until=2026-11-21 soon gone -->\nbad\n");
        write("b.md", "<!-- gf-lint: ignore[word] until=2026-11-20 soon gone -->\nbad\n");

        LintResult result = lint(new Word(), 1);

        assertEquals(List.of("a.md:2 word", "b.md:1 bad-suppression", "b.md:2 word"), places(result));
        assertEquals(1, result.suppressed());
    }

    @Test
    void aSuppressionThatSilencesNothingIsFoundUnlessItsRuleIsOff() throws IOException {
        write("a.md", "fine <!-- gf-lint: ignore[word] leftover -->\n");
        assertEquals(List.of("a.md:1 unused-suppression"), places(lint(new Word(), 1)));

        settings = Map.of("word", new RuleSetting(Optional.of(new RuleLevel.Off()), List.of()));
        assertEquals(List.of(), places(lint(new Word(), 1)));
    }

    @Test
    void anUnknownRuleInASuppressionIsFound() throws IOException {
        write("a.md", "fine <!-- gf-lint: ignore[wrod] typo -->\n");

        assertEquals(List.of("a.md:1 bad-suppression"), places(lint(new Word(), 1)));
    }

    @Test
    void aFingerprintSurvivesEditsElsewhereAndTellsEqualTextsApart() throws IOException {
        write("a.md", "bad\nbad\n");
        List<String> before = fingerprints(lint(new Word(), 1));
        write("a.md", "new\n\nbad\nfine\nbad\n");
        List<String> after = fingerprints(lint(new Word(), 1));

        assertEquals(before, after);
        assertNotEquals(before.get(0), before.get(1));
        assertTrue(before.getFirst().matches("[0-9a-f]{32}"));
    }

    @Test
    void theSamePlaceFoundTwiceIsOneFinding() throws IOException {
        write("a.md", "bad\n");
        Rule twice = new Word() {
            @Override
            public void passage(Passage passage, RuleContext context) {
                super.passage(passage, context);
                super.passage(passage, context);
            }
        };

        assertEquals(1, lint(twice, 1).findings().size());
    }

    private LintResult lint(Rule rule, int threads) throws IOException {
        List<Rule> rules = new ArrayList<>(BuiltInRules.all());
        rules.add(rule);
        LintConfiguration configuration =
                new LintConfiguration(List.of(), settings, "main", Map.of(), Optional.empty(), List.of());
        Linter linter = new Linter(
                new RuleSet(rules),
                Map.of(Surface.DOCUMENT, LINES),
                configuration,
                new ContractLoader()::builtIn,
                LocalDate.of(2026, 11, 21),
                threads);
        return linter.lint(new Discovery(new WalkListing()).folder(root, Selection.everything()));
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> places(LintResult result) {
        return result.findings().stream()
                .map(Judged::finding)
                .map(finding -> finding.file().path() + ":" + line(finding) + " " + finding.rule())
                .toList();
    }

    private static int line(Finding finding) {
        SourceFile file = finding.file();
        return file.lines().lineOf(finding.span().start());
    }

    private static List<String> fingerprints(LintResult result) {
        return result.findings().stream().map(Judged::fingerprint).toList();
    }

    private static class Word implements Rule {
        private final boolean certain;

        Word() {
            this(false);
        }

        Word(boolean certain) {
            this.certain = certain;
        }

        @Override
        public RuleInfo info() {
            return WORD;
        }

        @Override
        public void passage(Passage passage, RuleContext context) {
            int at = passage.text().text().indexOf("bad");
            if (at >= 0) {
                Span span = passage.text().toSource(at, at + 3);
                FindingBuilder finding = context.finding(WORD, span)
                        .message("This is bad.")
                        .why("We said so.")
                        .suggestion("Say good.");
                (certain ? finding.unsuppressible() : finding).report();
            }
        }
    }
}
