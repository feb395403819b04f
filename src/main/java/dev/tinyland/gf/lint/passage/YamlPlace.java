package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlScalar;
import dev.tinyland.gf.yaml.YamlSequence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a YAML node was reached.
 *
 * @param parent the place of the mapping or sequence that holds it; null for the root of a document
 * @param key its key, or its index in a sequence; empty for the root
 */
record YamlPlace(@Nullable YamlPlace parent, String key, YamlNode node) {

    YamlPlace child(String childKey, YamlNode child) {
        return new YamlPlace(this, childKey, child);
    }

    List<String> path() {
        Deque<String> keys = new ArrayDeque<>();
        YamlPlace place = this;
        while (place.parent != null) {
            keys.addFirst(place.key);
            place = place.parent;
        }
        return List.copyOf(keys);
    }

    /** The key this many levels above, 0 being the node's own; empty above the root. */
    String key(int above) {
        YamlPlace place = above(above);
        return place == null ? "" : place.key;
    }

    @Nullable
    YamlPlace above(int levels) {
        YamlPlace place = this;
        for (int i = 0; i < levels && place != null; i++) {
            place = place.parent;
        }
        return place;
    }

    /** The innermost key of a mapping on the way here, indexes passed over. */
    String name() {
        YamlPlace place = this;
        while (place.parent != null && place.parent.node instanceof YamlSequence) {
            place = place.parent;
        }
        return place.key;
    }

    YamlPlace root() {
        YamlPlace place = this;
        while (place.parent != null) {
            place = place.parent;
        }
        return place;
    }

    /** The scalar that following these keys from here leads to. */
    Optional<String> scalar(String... keys) {
        Optional<YamlNode> found = Optional.of(node);
        for (String name : keys) {
            found = found.flatMap(at -> at instanceof YamlMapping mapping ? mapping.get(name) : Optional.empty());
        }
        return found.flatMap(at -> at instanceof YamlScalar scalar ? Optional.of(scalar.value()) : Optional.empty());
    }
}
