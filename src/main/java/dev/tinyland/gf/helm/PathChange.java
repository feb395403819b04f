package dev.tinyland.gf.helm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One value that differs.
 *
 * @param path keys parted by dots; items of a list by their {@code name} where they have one, as in
 *     {@code template.spec.containers[runner].env[ATTIC_SERVER].value}, else by number
 * @param before the value before, empty where there was none
 * @param after the value after, empty where there is none
 */
public record PathChange(String path, Optional<JsonNode> before, Optional<JsonNode> after) {

    /** Whether there was none before; a null is none, since Helm takes out what is set to it. */
    public boolean added() {
        return before.filter(value -> !value.isNull()).isEmpty();
    }

    /** Whether there is none after. */
    public boolean removed() {
        return after.filter(value -> !value.isNull()).isEmpty();
    }

    public boolean isUnder(String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + ".") || path.startsWith(prefix + "[");
    }
}
