package dev.tinyland.gf.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FindingBuilderTests {
    private static final RuleInfo CODE_ONLY =
            new RuleInfo("some-rule", "finds something", Optional.of(Severity.ERROR), Optional.empty(), true, true);

    private final CollectingContext context =
            new CollectingContext(new SourceFile("a.yml", "name: a\n"), Surface.WORKFLOW);

    @Test
    void severityComesFromTheSurface() {
        context.finding(CODE_ONLY, new Span(0, 4))
                .message("This is so.")
                .why("It matters.")
                .suggestion("Change it.")
                .unsuppressible()
                .report();

        Finding finding = context.findings().getFirst();
        assertEquals(Severity.ERROR, finding.severity());
        assertEquals(Confidence.HIGH, finding.confidence());
        assertFalse(finding.suppressible());
    }

    @Test
    void refusesAFindingWithoutANextStep() {
        FindingBuilder builder = context.finding(CODE_ONLY, new Span(0, 4))
                .message("This is so.")
                .why("It matters.");
        assertThrows(IllegalStateException.class, builder::build);
    }

    @Test
    void refusesASurfaceTheRuleDoesNotJudge() {
        CollectingContext page = new CollectingContext(new SourceFile("a.md", "a"), Surface.DOCUMENT);
        assertThrows(IllegalStateException.class, () -> page.finding(CODE_ONLY, new Span(0, 1)));
    }

    @Test
    void onlyAProtectedRuleIsUnsuppressible() {
        RuleInfo open = new RuleInfo("other", "finds", Optional.of(Severity.NOTE), Optional.empty(), false, true);
        assertThrows(
                IllegalStateException.class,
                () -> context.finding(open, Span.at(0)).unsuppressible());
    }
}
