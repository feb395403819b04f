package dev.tinyland.gf.lint.rules.publication;

import dev.tinyland.gf.lint.Rule;
import java.util.List;

/** The rules about Attic publication, in the order of the catalogue. */
public final class PublicationRules {
    private PublicationRules() {}

    /** They judge each file together, so they come together. */
    public static List<Rule> all() {
        Verdicts verdicts = new Verdicts();
        return List.of(
                new AtticPushOnPullRequest(verdicts),
                new AtticPushOffDefaultBranch(verdicts),
                new AtticPushWithoutTokenGate(verdicts),
                new AtticPushByDefault(verdicts),
                new AtticPushUndecided(verdicts),
                new AtticActionPushesByDefault(verdicts),
                new AtticProofNotQuarantined(verdicts),
                new AtticProbeUnconfirmed(verdicts),
                new AtticLoginOnPullRequest(verdicts));
    }
}
