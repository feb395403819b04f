package dev.tinyland.gf.lint;

import dev.tinyland.gf.text.Span;
import java.util.List;

/**
 * An exact change of the finding's file after which the finding is gone and nothing else means something else. A change that
 * somebody would have to think about is a suggestion, not a fix.
 *
 * @param edits at least one; they do not overlap
 */
public record Fix(List<Edit> edits) {

    public Fix {
        edits = List.copyOf(edits);
        if (edits.isEmpty()) {
            throw new IllegalArgumentException("a fix changes something");
        }
    }

    public static Fix replace(Span span, String text) {
        return new Fix(List.of(new Edit(span, text)));
    }

    /**
     * One change.
     *
     * @param span what is taken out
     * @param text what stands there instead
     */
    public record Edit(Span span, String text) {}
}
