package dev.tinyland.gf.lint.suppression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.text.SourceFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuppressionScannerTests {

    @Test
    void readsRulesDateAndReason() {
        Suppression found = only("a: b # gf-lint: ignore[one-rule, other] until=2027-01-31 moved by #412\n");

        assertEquals(List.of("one-rule", "other"), found.rules());
        assertEquals(Optional.of(LocalDate.of(2027, 1, 31)), found.until());
        assertEquals("moved by #412", found.reason());
        assertEquals(1, found.line());
        assertEquals(Optional.empty(), found.problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n  # gf-lint: ignore[r] why\nx",
                "\n\t// gf-lint: ignore[r] why\nx",
                "\n<!-- gf-lint: ignore[r] why -->\nx",
                "\n  run: |\n    # gf-lint: ignore[r] why\n    attic push"
            })
    void aCommentAloneSpeaksOfTheNextLine(String text) {
        Suppression found = only(text);

        assertEquals("why", found.reason());
        assertEquals(new SourceFile("a", text).lines().lineOf(found.span().start()) + 1, found.line());
    }

    @Test
    void stackedCommentsSpeakOfTheSameLine() {
        List<Suppression> found = scan("# gf-lint: ignore[a] one\n# gf-lint: ignore[b] two\nx\n");

        assertEquals(List.of(3, 3), found.stream().map(Suppression::line).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see gf-lint: ignore[r] in the manual",
                "the text `gf-lint: ignore[r] why`",
                "https://host/page#gf-lint: ignore[r] why"
            })
    void whatIsNoCommentIsNoSuppression(String text) {
        assertEquals(List.of(), scan(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# gf-lint: ignore[r]",
                "# gf-lint: ignore[r] until=2027-01-31",
                "# gf-lint: ignore[r] until=soon why",
                "# gf-lint: ignore[] why",
                "# gf-lint: ignore why",
                "# gf-lint: disable[r] why",
                "<!-- gf-lint: ignore[r] -->"
            })
    void aCommentThatCannotCountSaysWhy(String text) {
        assertTrue(only(text).problem().isPresent(), text);
    }

    private static Suppression only(String text) {
        List<Suppression> found = scan(text);
        assertEquals(1, found.size());
        return found.getFirst();
    }

    private static List<Suppression> scan(String text) {
        return SuppressionScanner.scan(new SourceFile("a.yml", text));
    }
}
