package dev.tinyland.gf.contract;

import java.util.Optional;

/**
 * An action that can publish to Attic.
 *
 * @param name the last segments of its {@code uses:}, version left out
 * @param input the input that controls publication; without one the action always publishes
 * @param offValue the only value of it that turns publication off
 */
public record PushAction(String name, Optional<String> input, Optional<String> offValue) {

    public PushAction {
        if (input.isPresent() != offValue.isPresent()) {
            throw new IllegalArgumentException("input and offValue belong together");
        }
    }

    /** Whether a {@code uses:} names this action: same last segments, in any repository or checkout, at any version. */
    public boolean matches(String uses) {
        int at = uses.indexOf('@');
        String path = at < 0 ? uses : uses.substring(0, at);
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return path.equals(name) || path.endsWith("/" + name);
    }
}
