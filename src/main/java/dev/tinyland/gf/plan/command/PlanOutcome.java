package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.plan.greenfield.Greenfield;
import dev.tinyland.gf.plan.judgement.PlanJudgement;
import dev.tinyland.gf.tofu.run.PlanBase;
import java.util.Optional;

/**
 * All that is known of a plan that could be made.
 *
 * @param base the state OpenTofu planned from
 * @param exitCode of {@code tofu plan -detailed-exitcode}
 * @param unsearched what has to be said of sensitive values whose copies could not be looked for
 */
record PlanOutcome(
        PlanJudgement judgement,
        Greenfield greenfield,
        StateStep.Seen seen,
        Optional<PlanBase> base,
        int exitCode,
        Optional<String> unsearched) {}
