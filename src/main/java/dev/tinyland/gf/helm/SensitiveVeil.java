package dev.tinyland.gf.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Stands words in for sensitive values. A numbering veil gives equal values equal words, so that two trees can be compared
 * without either of them holding the values.
 */
final class SensitiveVeil {
    private final boolean numbering;
    private final Map<JsonNode, Integer> numbers = new HashMap<>();

    private SensitiveVeil(boolean numbering) {
        this.numbering = numbering;
    }

    static SensitiveVeil plain() {
        return new SensitiveVeil(false);
    }

    static SensitiveVeil numbering() {
        return new SensitiveVeil(true);
    }

    boolean isNumbering() {
        return numbering;
    }

    TextNode over(JsonNode value) {
        if (!numbering) {
            return TextNode.valueOf(HelmReleaseReader.SENSITIVE);
        }
        int number = numbers.computeIfAbsent(value, _ -> numbers.size());
        return TextNode.valueOf(HelmReleaseReader.SENSITIVE + " #" + number);
    }
}
