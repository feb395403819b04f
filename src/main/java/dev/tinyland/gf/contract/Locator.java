package dev.tinyland.gf.contract;

import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import java.util.Optional;

/** Finds the node of a key again, to say where a value stands that does not agree with another. */
final class Locator {
    private final YamlNode root;
    private final RecordReader reader;

    Locator(YamlNode root, RecordReader reader) {
        this.root = root;
        this.reader = reader;
    }

    /** Notes a problem at these keys, or at the deepest of them that is written. */
    void problem(String message, String... keys) {
        YamlNode node = root;
        for (String key : keys) {
            Optional<YamlNode> below = node instanceof YamlMapping mapping ? mapping.get(key) : Optional.empty();
            if (below.isEmpty()) {
                break;
            }
            node = below.get();
        }
        reader.problem(node, String.join(".", keys), message);
    }
}
