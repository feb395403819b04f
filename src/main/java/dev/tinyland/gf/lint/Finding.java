package dev.tinyland.gf.lint;

import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * One thing a rule found.
 *
 * @param rule id of the rule
 * @param message the fact, in one sentence
 * @param why why it matters, naming the decision
 * @param suggestion one concrete replacement or next step
 * @param related further places, in the order of reading
 * @param suppressible false where the rule may not be silenced and the verdict is certain
 * @param fix the change that makes it go away, where one is safe
 */
public record Finding(
        String rule,
        Severity severity,
        Confidence confidence,
        SourceFile file,
        Span span,
        String message,
        String why,
        String suggestion,
        Optional<Witness> witness,
        List<Related> related,
        boolean suppressible,
        Optional<Fix> fix) {

    public Finding {
        related = List.copyOf(related);
    }

    /** A finding without a fix. */
    public Finding(
            String rule,
            Severity severity,
            Confidence confidence,
            SourceFile file,
            Span span,
            String message,
            String why,
            String suggestion,
            Optional<Witness> witness,
            List<Related> related,
            boolean suppressible) {
        this(
                rule,
                severity,
                confidence,
                file,
                span,
                message,
                why,
                suggestion,
                witness,
                related,
                suppressible,
                Optional.empty());
    }

    /** The same finding with a change that makes it go away. */
    public Finding withFix(Fix change) {
        return new Finding(
                rule,
                severity,
                confidence,
                file,
                span,
                message,
                why,
                suggestion,
                witness,
                related,
                suppressible,
                Optional.of(change));
    }

    /** The same finding with another weight. */
    public Finding withSeverity(Severity other) {
        return new Finding(
                rule, other, confidence, file, span, message, why, suggestion, witness, related, suppressible, fix);
    }
}
