package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.lint.Related;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A place that can publish.
 *
 * @param what how people call it, such as {@code attic push} or the {@code uses:}
 * @param uses whether an action or a reusable workflow publishes; otherwise it is a command or a setting
 * @param span the command, the value of the control, or the {@code uses:}
 * @param guards conditions of the script around a command, and where an action that is followed publishes
 * @param tokenGuarded whether one of them asks for the token
 */
public record PushSite(
        String what,
        boolean uses,
        SourceFile file,
        Span span,
        Placement placement,
        PushControl control,
        List<Related> guards,
        boolean tokenGuarded) {

    public PushSite {
        guards = List.copyOf(guards);
    }

    /** The control where it is an input. */
    public Optional<PushControl.Input> input() {
        return control instanceof PushControl.Input input ? Optional.of(input) : Optional.empty();
    }

    /** Whether the place only uses an action of this repository that publishes further in. */
    public boolean indirect() {
        return uses
                && input().flatMap(PushControl.Input::given)
                        .filter(given -> !given.equals(span))
                        .isPresent();
    }

    /** Whether the input that decides is left out, so that the default decides. */
    public boolean omitted() {
        return input().map(input -> input.given().isEmpty() && !input.wholeMapping())
                .orElse(false);
    }
}
