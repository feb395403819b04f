package dev.tinyland.gf.arc.rule;

import java.util.List;
import java.util.Optional;

/**
 * What was left out when the plan was made, as {@code plan.meta.json} says; the plan's own JSON shows part of it only.
 *
 * @param refresh whether the state was refreshed; empty where nobody says so
 * @param targets addresses of {@code -target} and {@code -exclude}; empty where nobody says so
 */
public record PlanScope(Optional<Boolean> refresh, Optional<List<String>> targets) {

    public static PlanScope unknown() {
        return new PlanScope(Optional.empty(), Optional.empty());
    }

    /** For people, as in {@code refresh: unknown, targets: none}. */
    public String text() {
        String refreshed = refresh.map(done -> done ? "yes" : "no").orElse("unknown");
        String limited = targets.map(list -> list.isEmpty() ? "none" : String.join(" ", list))
                .orElse("unknown");
        return "refresh: " + refreshed + ", targets: " + limited;
    }
}
