package dev.tinyland.gf.plan.greenfield;

import dev.tinyland.gf.state.receipt.Contradiction;
import dev.tinyland.gf.tofu.run.PlanBase;
import dev.tinyland.gf.tofu.state.StateDocument;
import java.util.List;
import java.util.Optional;

/**
 * What is known of the state from elsewhere than the plan's JSON.
 *
 * @param state what the guard read before the plan; empty where it saw none or did not look
 * @param base what OpenTofu itself planned from; empty where the plan file does not say
 * @param contradictions between the receipt of the last good run and the state, as it is now
 */
public record Authority(
        Optional<StateDocument.Present> state, Optional<PlanBase> base, List<Contradiction> contradictions) {
    public Authority {
        contradictions = List.copyOf(contradictions);
    }
}
