package dev.tinyland.gf.lint;

import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects the parts of a finding. Fact, reason and next step are required: {@link #report()} refuses a finding without one. */
public final class FindingBuilder {
    private final RuleInfo rule;
    private final RuleContext context;
    private final Span span;
    private SourceFile file;
    private Severity severity;
    private Confidence confidence = Confidence.HIGH;
    private String message = "";
    private String why = "";
    private String suggestion = "";
    private @Nullable Witness witness;
    private final List<Related> related = new ArrayList<>();
    private boolean suppressible = true;
    private @Nullable Fix fix;

    FindingBuilder(RuleInfo rule, RuleContext context, Span span) {
        this.rule = rule;
        this.context = context;
        this.span = span;
        this.file = context.file();
        this.severity = rule.severityOn(context.surface())
                .orElseThrow(
                        () -> new IllegalStateException("rule " + rule.id() + " does not judge " + context.surface()));
    }

    /** Puts the finding into another file of the root. */
    public FindingBuilder in(SourceFile other) {
        file = other;
        return this;
    }

    /** For rules whose weight depends on more than the surface. */
    public FindingBuilder severity(Severity value) {
        severity = value;
        return this;
    }

    public FindingBuilder confidence(Confidence value) {
        confidence = value;
        return this;
    }

    /** The fact, in one sentence. */
    public FindingBuilder message(String value) {
        message = value;
        return this;
    }

    /** Why it matters, naming the decision. */
    public FindingBuilder why(String value) {
        why = value;
        return this;
    }

    /** One concrete replacement or next step. */
    public FindingBuilder suggestion(String value) {
        suggestion = value;
        return this;
    }

    public FindingBuilder witness(Witness value) {
        witness = value;
        return this;
    }

    /** A change of the finding's own file that is safe to make unasked. */
    public FindingBuilder fix(Fix value) {
        fix = value;
        return this;
    }

    public FindingBuilder related(Span where, String what) {
        return related(new Related(file, where, what));
    }

    public FindingBuilder related(Related value) {
        related.add(value);
        return this;
    }

    /** Marks a certain verdict of a protected rule: it can be neither suppressed, turned off nor baselined. */
    public FindingBuilder unsuppressible() {
        if (!rule.protectedRule()) {
            throw new IllegalStateException("rule " + rule.id() + " is not protected");
        }
        suppressible = false;
        return this;
    }

    public Finding build() {
        if (message.isBlank() || why.isBlank() || suggestion.isBlank()) {
            throw new IllegalStateException("a finding of " + rule.id() + " lacks message, why or suggestion");
        }
        return new Finding(
                rule.id(),
                severity,
                confidence,
                file,
                span,
                message,
                why,
                suggestion,
                Optional.ofNullable(witness),
                related,
                suppressible,
                Optional.ofNullable(fix));
    }

    public void report() {
        context.report(build());
    }
}
