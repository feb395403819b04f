package dev.tinyland.gf.lint.rules.publication;

import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.publication.PushVerdict;

/** A publication runs where the token is missing, and fails there or takes whatever credential is left. */
public final class AtticPushWithoutTokenGate extends PushRule {

    AtticPushWithoutTokenGate(Verdicts verdicts) {
        super(
                "attic-push-without-token-gate",
                "a publication is reached without the write token",
                false,
                PushVerdict.Kind.WITHOUT_TOKEN,
                verdicts);
    }

    @Override
    String message(PushVerdict verdict, RuleContext context) {
        return place(verdict) + " is reached on " + run(verdict) + " even without "
                + context.contract().attic().tokenVariable() + ": nothing tests that the token is there.";
    }

    @Override
    String suggestion(PushVerdict verdict, RuleContext context) {
        return gate(verdict, context);
    }
}
