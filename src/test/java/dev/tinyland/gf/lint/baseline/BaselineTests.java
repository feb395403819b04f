package dev.tinyland.gf.lint.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.lint.Confidence;
import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.engine.Excuse;
import dev.tinyland.gf.lint.engine.Judged;
import dev.tinyland.gf.lint.engine.LintResult;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTests {
    private static final Baseline EMPTY = new Baseline(List.of());

    private static Judged judged(String path, String fingerprint, boolean suppressible) {
        SourceFile file = new SourceFile(path, "x\n");
        return new Judged(
                new Finding(
                        "retired-endpoint",
                        Severity.ERROR,
                        Confidence.HIGH,
                        file,
                        new Span(0, 1),
                        "It is \"so\".",
                        "Why.",
                        "Next.",
                        Optional.empty(),
                        List.of(),
                        suppressible),
                fingerprint,
                Optional.empty());
    }

    private static LintResult result(Judged... findings) {
        return new LintResult(1, List.of(findings), List.of(), Map.of(), List.of(), List.of());
    }

    @Test
    void whatIsWrittenExcusesWhatWasThereAndNothingElse() {
        Baseline baseline = BaselineFile.read(
                BaselineFile.write(Baseline.of(result(judged("a", "f1", true)), EMPTY, path -> true)));

        LintResult after =
                baseline.apply(result(judged("a", "f1", true), judged("a", "f2", true)), "b.json", path -> true);

        assertTrue(after.findings().get(0).excusedBy(Excuse.Kind.BASELINE));
        assertTrue(after.findings().get(1).counts());
        assertEquals(List.of(), after.notes());
    }

    @Test
    void aCertainFindingOfAProtectedRuleIsNeitherWrittenNorExcused() {
        assertEquals(
                List.of(),
                Baseline.of(result(judged("a", "f1", false)), EMPTY, path -> true)
                        .entries());
        Baseline byHand = new Baseline(List.of(new BaselineEntry("retired-endpoint", "a", "f1", "x")));

        LintResult after = byHand.apply(result(judged("a", "f1", false)), "b.json", path -> true);

        assertEquals(1, after.count(Severity.ERROR));
        assertTrue(after.notes().getFirst().contains("count all the same"), after.notes()::toString);
    }

    @Test
    void staleEntriesAreSaidButOnlyWhereThisRunLooked() {
        Baseline baseline = new Baseline(List.of(
                new BaselineEntry("retired-endpoint", "a", "gone", "x"),
                new BaselineEntry("retired-endpoint", "not-judged", "elsewhere", "x")));

        LintResult after = baseline.apply(result(judged("a", "f1", true)), "b.json", path -> path.equals("a"));

        assertEquals(1, after.notes().size());
        String note = after.notes().getFirst();
        assertTrue(note.contains("1 entry for findings that are gone: a [retired-endpoint]"), note);
        assertFalse(note.contains("not-judged"), note);
    }

    @Test
    void writingKeepsEntriesOfFilesThisRunDidNotJudge() {
        Baseline before = new Baseline(
                List.of(new BaselineEntry("r", "a", "gone", "x"), new BaselineEntry("r", "other", "kept", "x")));

        Baseline after = Baseline.of(result(judged("a", "f1", true)), before, path -> path.equals("a"));

        assertEquals(
                List.of("f1", "kept"),
                after.entries().stream().map(BaselineEntry::fingerprint).toList());
    }

    @Test
    void whatAnOlderBaselineExcusesIsWrittenAgain() {
        Judged excused = judged("a", "f1", true).excused(new Excuse(Excuse.Kind.BASELINE, "old"));

        assertEquals(
                1, Baseline.of(result(excused), EMPTY, path -> true).entries().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"schema\": \"gf.lint-baseline/v2\", \"entries\": []}",
                "{\"entries\": []}",
                "{\"schema\": \"gf.lint-baseline/v1\", \"entries\": [{\"rule\": \"r\"}]}",
                "{\"schema\": \"gf.lint-baseline/v1\", \"entries\": [1]}",
                "{\"schema\": \"gf.lint-baseline/v1\", \"others\": []}",
                "{\"schema\": \"gf.lint-baseline/v1\", \"schema\": \"gf.lint-baseline/v1\"}"
            })
    void whatIsNoBaselineIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> BaselineFile.read(text));
    }
}
