package dev.tinyland.gf.helm;

import java.util.List;
import java.util.Optional;

/**
 * A {@code helm_release} before or after a change, of either generation of the provider (2.17 with {@code set} blocks, 3.1
 * with a {@code set} list).
 *
 * @param version version of the chart; before a change the live one, since the provider refreshes it
 * @param reusesValues whether the live values are merged in, so that the plan cannot show what results
 * @param unreadable what of the values could not be read, by path, never with its text
 */
public record HelmRelease(
        String name,
        String namespace,
        String chart,
        String repository,
        Optional<String> version,
        EffectiveValues values,
        boolean reusesValues,
        List<String> unreadable) {

    public HelmRelease {
        unreadable = List.copyOf(unreadable);
    }
}
