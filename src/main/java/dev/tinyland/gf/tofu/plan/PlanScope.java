package dev.tinyland.gf.tofu.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was left out when the plan was made. The plan's own JSON shows part of it only, so whoever ran the plan must say it.
 *
 * @param refresh whether the state was refreshed; empty where nobody says so
 * @param targets addresses of {@code -target}; empty where nobody says so
 * @param excludes addresses of {@code -exclude}; empty where nobody says so
 */
public record PlanScope(Optional<Boolean> refresh, Optional<List<String>> targets, Optional<List<String>> excludes) {

    public PlanScope {
        targets = targets.map(List::copyOf);
        excludes = excludes.map(List::copyOf);
    }

    public static PlanScope unknown() {
        return new PlanScope(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A plan of everything, refreshed. */
    public static PlanScope whole() {
        return new PlanScope(Optional.of(true), Optional.of(List.of()), Optional.of(List.of()));
    }

    /** Addresses of {@code -target} and {@code -exclude} together; empty where nobody says so. */
    public Optional<List<String>> limits() {
        if (targets.isEmpty() && excludes.isEmpty()) {
            return Optional.empty();
        }
        List<String> limits = new ArrayList<>(targets.orElse(List.of()));
        limits.addAll(excludes.orElse(List.of()));
        return Optional.of(limits);
    }

    /** Whether something is known to have been left out. */
    public boolean isPartial() {
        return refresh.filter(done -> !done).isPresent()
                || limits().filter(limits -> !limits.isEmpty()).isPresent();
    }

    /** For people, as in {@code refresh: unknown, targets: none}. */
    public String text() {
        String refreshed = refresh.map(done -> done ? "yes" : "no").orElse("unknown");
        StringBuilder text = new StringBuilder("refresh: " + refreshed + ", targets: " + said(targets));
        excludes.filter(list -> !list.isEmpty())
                .ifPresent(list -> text.append(", excludes: ").append(String.join(" ", list)));
        return text.toString();
    }

    private static String said(Optional<List<String>> addresses) {
        return addresses
                .map(list -> list.isEmpty() ? "none" : String.join(" ", list))
                .orElse("unknown");
    }
}
