package dev.tinyland.gf.lint.rules.publication;

import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.publication.PushControl;
import dev.tinyland.gf.lint.publication.PushVerdict;

/** The default of an omitted input decides that a gated step publishes. */
public final class AtticPushByDefault extends PushRule {

    AtticPushByDefault(Verdicts verdicts) {
        super(
                "attic-push-by-default",
                "an action that publishes unless told not to is not told",
                false,
                PushVerdict.Kind.BY_DEFAULT,
                verdicts);
    }

    @Override
    String message(PushVerdict verdict, RuleContext context) {
        PushControl.Input input = verdict.site().input().orElseThrow();
        return verdict.site().what() + " publishes unless told not to, and this step does not set its input `"
                + input.input() + "`.";
    }

    @Override
    String suggestion(PushVerdict verdict, RuleContext context) {
        PushControl.Input input = verdict.site().input().orElseThrow();
        return "Add `" + input.input() + ": \"" + offValue(input)
                + "\"`, or say the opposite in words where the step is a gated pilot.";
    }

    /** An upstream action has the default its author chose; the platform's own are our doing. */
    @Override
    boolean lighter(PushVerdict verdict, RuleContext context) {
        String skips = context.contract().publication().skipInput();
        return verdict.site().input().map(input -> input.input().equals(skips)).orElse(false);
    }
}
