package dev.tinyland.gf.lint.rules.publication;

import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.publication.PushVerdict;

/** A proof says by a literal that it publishes nothing. */
public final class AtticProofNotQuarantined extends PushRule {

    AtticProofNotQuarantined(Verdicts verdicts) {
        super(
                "attic-proof-not-quarantined",
                "a proof does not keep publication off literally",
                true,
                PushVerdict.Kind.NOT_QUARANTINED,
                verdicts);
    }

    @Override
    String message(PushVerdict verdict, RuleContext context) {
        return "This is a proof, and no literal keeps " + verdict.site().what() + " from publishing.";
    }

    @Override
    String suggestion(PushVerdict verdict, RuleContext context) {
        return verdict.site()
                .input()
                .map(input -> "Write `" + input.input() + ": \"" + offValue(input) + "\"`, as a literal.")
                .orElse("Remove it; publication belongs to the confirmed probe.");
    }
}
