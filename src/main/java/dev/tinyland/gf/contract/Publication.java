package dev.tinyland.gf.contract;

import java.util.List;

/**
 * Attic publication: default branch and token, or not at all.
 *
 * @param pushInput input of the platform's actions that turns publication on
 * @param pushOffValue the only value of it that turns publication off
 * @param skipInput input of the upstream action that turns publication off
 * @param skipOnValue the only value of it that does
 * @param tokenVariable the variable whose presence is half of the gate; the default branch is the other half
 * @param actions actions that can publish
 */
public record Publication(
        String pushInput,
        String pushOffValue,
        String skipInput,
        String skipOnValue,
        String tokenVariable,
        List<PushAction> actions,
        Probe probe) {

    public Publication {
        actions = List.copyOf(actions);
    }
}
