package dev.tinyland.gf.shell;

import dev.tinyland.gf.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A variable set by a command: before it, alone, or by {@code export}, {@code declare}, {@code local}, {@code readonly}
 * and {@code env}.
 *
 * @param name the variable, without a subscript
 * @param value the right side; empty for an array and for {@code X=}
 * @param elements the elements of an array value, in order
 * @param span the whole assignment
 */
public record Assignment(String name, Optional<ShellWord> value, List<ShellWord> elements, Span span) {

    public Assignment {
        elements = List.copyOf(elements);
    }

    /** The right side without quotes; empty for an array. */
    public String text() {
        return value.map(ShellWord::text).orElse("");
    }
}
