package dev.tinyland.gf.plan.redaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tinyland.gf.secret.RedactionFailedException;
import dev.tinyland.gf.secret.Redactor;

/** A JSON tree without the secrets a redactor knows, in texts, in keys and in numbers. */
public final class RedactedTree {
    private RedactedTree() {}

    /** @throws RedactionFailedException when the redactor cannot vouch for a text */
    public static JsonNode of(JsonNode node, Redactor redactor) {
        if (node instanceof ObjectNode object) {
            ObjectNode redacted = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(entry -> {
                String key = redactor.redact(entry.getKey());
                for (int other = 2; redacted.has(key); other++) {
                    key = redactor.redact(entry.getKey()) + "~" + other;
                }
                redacted.set(key, of(entry.getValue(), redactor));
            });
            return redacted;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode redacted = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(item -> redacted.add(of(item, redactor)));
            return redacted;
        }
        if (node.isTextual()) {
            String text = redactor.redact(node.textValue());
            return text.equals(node.textValue()) ? node : TextNode.valueOf(text);
        }
        if (node.isNumber()) {
            String number = node.asText();
            return redactor.finds(number) ? TextNode.valueOf(redactor.redact(number)) : node;
        }
        return node;
    }
}
