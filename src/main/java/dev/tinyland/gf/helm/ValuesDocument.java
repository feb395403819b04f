package dev.tinyland.gf.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.yaml.CoreType;
import dev.tinyland.gf.yaml.ScalarStyle;
import dev.tinyland.gf.yaml.YamlEntry;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlParser;
import dev.tinyland.gf.yaml.YamlResult;
import dev.tinyland.gf.yaml.YamlScalar;
import dev.tinyland.gf.yaml.YamlSequence;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One document of {@code values}, read as Helm reads it: by YAML 1.1's words for booleans, so that a bare {@code yes} is
 * true and a bare {@code no} is false.
 *
 * <p>Source: Helm 3 reads values with sigs.k8s.io/yaml, whose resolver follows go-yaml v2.
 */
public final class ValuesDocument {
    private static final Map<String, Boolean> BOOLEANS = Map.of(
            "y", true, "yes", true, "on", true, "true", true, "n", false, "no", false, "off", false, "false", false);
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    private ValuesDocument() {}

    /** The document as a tree; empty when it is no mapping or cannot be read. */
    public static Optional<ObjectNode> read(String text) {
        YamlResult result = YamlParser.parse(Fragment.whole(new SourceFile("values", text)));
        return switch (result) {
            case YamlResult.Unreadable _ -> Optional.empty();
            case YamlResult.Parsed parsed -> root(parsed);
        };
    }

    private static Optional<ObjectNode> root(YamlResult.Parsed parsed) {
        if (parsed.documents().isEmpty()) {
            return Optional.of(JsonNodeFactory.instance.objectNode());
        }
        JsonNode tree = tree(parsed.documents().getFirst());
        if (tree.isNull()) {
            return Optional.of(JsonNodeFactory.instance.objectNode());
        }
        return tree instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    }

    private static JsonNode tree(YamlNode node) {
        return switch (node) {
            case YamlScalar scalar -> scalar(scalar);
            case YamlMapping mapping -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                for (YamlEntry entry : mapping.entries()) {
                    object.set(entry.key().value(), tree(entry.value()));
                }
                yield object;
            }
            case YamlSequence sequence -> {
                ArrayNode array = JsonNodeFactory.instance.arrayNode();
                sequence.items().forEach(item -> array.add(tree(item)));
                yield array;
            }
        };
    }

    private static JsonNode scalar(YamlScalar scalar) {
        String text = scalar.value();
        if (scalar.style() != ScalarStyle.PLAIN) {
            return TextNode.valueOf(text);
        }
        if (NULLS.contains(text)) {
            return NullNode.getInstance();
        }
        Boolean word = isOneCase(text) ? BOOLEANS.get(text.toLowerCase(Locale.ROOT)) : null;
        if (word != null) {
            return BooleanNode.valueOf(word);
        }
        if (scalar.type() == CoreType.INTEGER || scalar.type() == CoreType.FLOAT) {
            return number(text);
        }
        return TextNode.valueOf(text);
    }

    /** All lower case, all upper case or a capital first: other spellings are strings. */
    private static boolean isOneCase(String text) {
        return text.equals(text.toLowerCase(Locale.ROOT))
                || text.equals(text.toUpperCase(Locale.ROOT))
                || text.substring(1).equals(text.substring(1).toLowerCase(Locale.ROOT));
    }

    private static JsonNode number(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            return value.scale() <= 0 && value.precision() <= 18
                    ? LongNode.valueOf(value.longValueExact())
                    : DecimalNode.valueOf(value);
        } catch (ArithmeticException | NumberFormatException notDecimal) {
            return TextNode.valueOf(text);
        }
    }
}
