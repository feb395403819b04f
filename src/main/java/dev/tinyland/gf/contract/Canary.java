package dev.tinyland.gf.contract;

import java.util.List;

/**
 * The hourly canary of the state authority. The order of its steps is contract.
 *
 * @param workflow path of the workflow
 */
public record Canary(String workflow, List<Step> steps) {

    public Canary {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param always whether it runs even where an earlier step failed; otherwise it must not
     */
    public record Step(String id, boolean always) {}
}
