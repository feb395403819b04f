package dev.tinyland.gf.lint.rules.publication;

import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.publication.PushVerdict;

/** The control is no literal and its value is not known. */
public final class AtticPushUndecided extends PushRule {

    AtticPushUndecided(Verdicts verdicts) {
        super(
                "attic-push-undecided",
                "the input that decides about publication cannot be decided here",
                false,
                PushVerdict.Kind.UNDECIDED,
                verdicts);
    }

    @Override
    String message(PushVerdict verdict, RuleContext context) {
        String depends = verdict.origins().isEmpty() ? "" : ": it depends on " + String.join(", ", verdict.origins());
        return "The value that decides whether " + verdict.site().what() + " publishes cannot be known here" + depends
                + ".";
    }

    @Override
    String suggestion(PushVerdict verdict, RuleContext context) {
        return verdict.site()
                .input()
                .map(input -> "Write the literal `" + input.input() + ": \"" + offValue(input)
                        + "\"`, or an expression that is '" + offValue(input) + "' on pull requests and outside "
                        + context.defaultBranch() + ".")
                .orElse("Write a literal.");
    }
}
