package dev.tinyland.gf.tofu.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A change of one resource or output.
 *
 * @param before the value before; JSON null where there is none
 * @param after the value after, as far as it is known
 * @param afterUnknown true, or a structure with true where the value is known only after the apply
 * @param beforeSensitive true, or a structure with true where {@code before} is sensitive
 * @param afterSensitive likewise for {@code after}
 * @param replacePaths paths of the attributes that force a replacement, outermost key first
 * @param importing id of the object that is imported, empty where nothing is
 */
public record Change(
        PlannedAction action,
        List<String> actionWords,
        JsonNode before,
        JsonNode after,
        JsonNode afterUnknown,
        JsonNode beforeSensitive,
        JsonNode afterSensitive,
        List<List<String>> replacePaths,
        Optional<String> importing) {

    public Change {
        actionWords = List.copyOf(actionWords);
        replacePaths = List.copyOf(replacePaths);
    }

    /** Whether something is destroyed, by an action that is not known here too: every one so far says it by this word. */
    public boolean destroys() {
        return actionWords.contains("delete");
    }

    public boolean creates() {
        return actionWords.contains("create");
    }

    public boolean forgets() {
        return actionWords.contains("forget");
    }

    public boolean replaces() {
        return destroys() && creates();
    }
}
