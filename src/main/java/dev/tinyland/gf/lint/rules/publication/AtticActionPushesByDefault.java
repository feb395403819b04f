package dev.tinyland.gf.lint.rules.publication;

import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.publication.PushVerdict;

/** The default of a file's own input publishes, so every caller that omits it does. */
public final class AtticActionPushesByDefault extends PushRule {

    AtticActionPushesByDefault(Verdicts verdicts) {
        super(
                "attic-action-pushes-by-default",
                "an action or reusable workflow publishes unless its caller says no",
                false,
                PushVerdict.Kind.INPUT_DEFAULT,
                verdicts);
    }

    @Override
    String message(PushVerdict verdict, RuleContext context) {
        return "The default of the input `" + String.join("`, `", verdict.origins())
                + "` publishes, so every caller that omits it publishes (through "
                + verdict.site().what() + ").";
    }

    @Override
    String suggestion(PushVerdict verdict, RuleContext context) {
        return "Default to \"false\", and add a test of the default branch beside the test of "
                + context.contract().attic().tokenVariable() + ".";
    }
}
