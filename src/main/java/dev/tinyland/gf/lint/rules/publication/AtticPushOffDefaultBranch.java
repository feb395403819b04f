package dev.tinyland.gf.lint.rules.publication;

import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.publication.PushVerdict;

/** Another branch, or a tag, reaches a publication. */
public final class AtticPushOffDefaultBranch extends PushRule {

    AtticPushOffDefaultBranch(Verdicts verdicts) {
        super(
                "attic-push-off-default-branch",
                "a branch or tag beside the default branch publishes to Attic",
                false,
                PushVerdict.Kind.OFF_DEFAULT_BRANCH,
                verdicts);
    }

    @Override
    String message(PushVerdict verdict, RuleContext context) {
        return place(verdict) + " " + reaches(verdict) + " on " + run(verdict)
                + ": nothing limits it to the default branch, " + context.defaultBranch() + ".";
    }

    @Override
    String suggestion(PushVerdict verdict, RuleContext context) {
        return gate(verdict, context);
    }
}
