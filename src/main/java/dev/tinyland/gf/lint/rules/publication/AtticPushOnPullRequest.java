package dev.tinyland.gf.lint.rules.publication;

import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.publication.PushVerdict;

/** A change that nobody has merged reaches a publication. */
public final class AtticPushOnPullRequest extends PushRule {

    AtticPushOnPullRequest(Verdicts verdicts) {
        super(
                "attic-push-on-pull-request",
                "a pull request publishes to Attic",
                true,
                PushVerdict.Kind.ON_PULL_REQUEST,
                verdicts);
    }

    @Override
    String message(PushVerdict verdict, RuleContext context) {
        return place(verdict) + " " + reaches(verdict) + " on " + run(verdict) + ".";
    }

    @Override
    String suggestion(PushVerdict verdict, RuleContext context) {
        return gate(verdict, context);
    }
}
