package dev.tinyland.gf.contract;

import java.util.Map;
import java.util.Optional;

/**
 * The publication probe.
 *
 * @param workflow the only workflow that may run it
 * @param input the input that carries the confirmation
 * @param profiles its profiles by name
 */
public record Probe(String workflow, String input, Map<String, Profile> profiles) {

    public Probe {
        profiles = Ordered.copy(profiles);
    }

    public Optional<Profile> profile(String name) {
        return Optional.ofNullable(profiles.get(name));
    }

    /**
     * What one profile may push.
     *
     * @param confirm the exact phrase that confirms it
     * @param maximumPaths most store paths
     * @param maximumBytes most bytes of NARs
     */
    public record Profile(String confirm, int maximumPaths, long maximumBytes) {}
}
