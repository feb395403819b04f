package dev.tinyland.gf.lint.suppression;

import dev.tinyland.gf.text.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A comment that silences findings.
 *
 * @param span from {@code gf-lint:} to the end of the comment's text
 * @param whole the comment from its opener to its end; the whole line with its line break where it stands alone
 * @param line the 1-based line of the findings it speaks of
 * @param rules ids as written
 * @param until last day it counts on
 * @param reason as written; empty when there is none
 * @param problem why it cannot count, as a sentence; empty for one that reads well
 */
public record Suppression(
        Span span,
        Span whole,
        int line,
        List<String> rules,
        Optional<LocalDate> until,
        String reason,
        Optional<String> problem) {

    public Suppression {
        rules = List.copyOf(rules);
    }
}
