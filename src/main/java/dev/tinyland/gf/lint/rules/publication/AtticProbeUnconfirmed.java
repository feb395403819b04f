package dev.tinyland.gf.lint.rules.publication;

import dev.tinyland.gf.contract.Probe;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.publication.PushVerdict;

/** The probe publishes only by hand and with the exact phrase of a profile. */
public final class AtticProbeUnconfirmed extends PushRule {

    AtticProbeUnconfirmed(Verdicts verdicts) {
        super(
                "attic-probe-unconfirmed",
                "the publication probe runs without its exact phrase",
                true,
                PushVerdict.Kind.UNCONFIRMED,
                verdicts);
    }

    @Override
    String message(PushVerdict verdict, RuleContext context) {
        return "`" + verdict.site().what() + "` of the publication probe " + reaches(verdict) + " on " + run(verdict)
                + " without the exact phrase of a profile.";
    }

    @Override
    String suggestion(PushVerdict verdict, RuleContext context) {
        Probe probe = context.contract().publication().probe();
        String phrase = probe.profiles().values().stream()
                .map(Probe.Profile::confirm)
                .findFirst()
                .orElse("");
        return "Start it by workflow_dispatch only, and compare: `if: inputs." + probe.input() + " == '" + phrase
                + "'`.";
    }
}
