package dev.tinyland.gf.plan.judgement;

import dev.tinyland.gf.tofu.plan.ResourceChange;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What happens to a resource and why, in words. */
public final class Wording {

    /** Source: OpenTofu {@code internal/command/jsonplan/plan.go} and {@code internal/plans/action_reason.go}. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("replace_because_cannot_update", "an attribute cannot be changed in place"),
            Map.entry("replace_because_tainted", "it is tainted: its creation failed half-way"),
            Map.entry("replace_by_request", "-replace asked for it"),
            Map.entry("replace_by_triggers", "its replace_triggered_by asks for it"),
            Map.entry("delete_because_no_resource_config", "its block is gone from the configuration"),
            Map.entry("delete_because_wrong_repetition", "its block now uses count or for_each, or no longer does"),
            Map.entry("delete_because_count_index", "its index is beyond count"),
            Map.entry("delete_because_each_key", "its key is gone from for_each"),
            Map.entry("delete_because_no_module", "its module is gone from the configuration"),
            Map.entry("delete_because_no_move_target", "it was moved to an address that has no configuration"),
            Map.entry("delete_because_enabled_false", "its enabled is false"),
            Map.entry("read_because_config_unknown", "its arguments are known only after the apply"),
            Map.entry("read_because_dependency_pending", "something it depends on changes"),
            Map.entry("read_because_check_nested", "a check reads it at every plan and apply"),
            Map.entry("forgot_because_lifecycle_destroy_in_state", "its lifecycle says destroy = false"),
            Map.entry("forgot_because_lifecycle_destroy_in_config", "its lifecycle says destroy = false"));

    private Wording() {}

    /** OpenTofu's reason in words; a word that is not known here as it is. */
    public static Optional<String> reason(ResourceChange resource) {
        return resource.reason().map(word -> REASONS.getOrDefault(word, word));
    }

    /** What happens to it and why, as in {@code is replaced (namespace forces it)}. */
    public static String fate(JudgedResource judged) {
        return (judged.resource().change().replaces() ? "is replaced" : "is destroyed") + cause(judged);
    }

    /** Why, as in {@code (namespace forces it)} after a space: what forces it, else OpenTofu's reason; empty without either. */
    public static String cause(JudgedResource judged) {
        List<String> forcing = forcing(judged);
        if (!forcing.isEmpty()) {
            return " (" + String.join(", ", forcing) + (forcing.size() == 1 ? " forces it)" : " force it)");
        }
        return reason(judged.resource()).map(why -> " (" + why + ")").orElse("");
    }

    /** The attributes that force a replacement, by path. */
    public static List<String> forcing(JudgedResource judged) {
        List<String> changed = judged.attributes().stream()
                .filter(AttributeChange::forcesReplacement)
                .map(AttributeChange::path)
                .distinct()
                .toList();
        return changed.isEmpty()
                ? judged.resource().change().replacePaths().stream()
                        .map(path -> String.join(".", path))
                        .distinct()
                        .toList()
                : changed;
    }
}
