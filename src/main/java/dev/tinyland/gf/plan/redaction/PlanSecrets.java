package dev.tinyland.gf.plan.redaction;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.helm.ValuesDocument;
import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.secret.SecretWords;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Collects the values of a plan that nobody may read, so that a redactor can take them out wherever they stand: what a
 * provider copies from a sensitive argument to a computed attribute loses its mark, and {@code metadata[].values} of a Helm
 * release repeats every value unmarked.
 *
 * <p>Collected are: every leaf under a mark ({@code before_sensitive}, {@code after_sensitive}, {@code sensitive_values}),
 * variables and outputs that the configuration calls sensitive, {@code set_sensitive} of Helm releases, {@code data} of
 * Kubernetes Secrets wherever a manifest stands, values under a key or an environment variable that is named like a secret,
 * and texts that are secrets by their form. Documents that stand in texts (values, manifests, JSON) are searched like the
 * plan itself.
 */
public final class PlanSecrets {
    /** Shorter values cannot be told from ordinary words; where they are marked they are hidden by their place. */
    private static final int SHORTEST = 4;

    private static final int SHORTEST_PLAIN_WORD = 8;
    private static final int DEEPEST_DOCUMENT = 4;

    /** {@code NAME=value}, {@code name: value}, with or without quotes, {@code export} or a list's hyphen before it. */
    private static final Pattern ASSIGNMENT = Pattern.compile(
            "\\s*(?:export\\s+|-\\s+)?[\"']?([A-Za-z_][A-Za-z0-9_.-]{0,100})[\"']?\\s*[:=]\\s*[\"']?(.+?)[\"']?\\s*,?\\s*");

    private static final Set<String> ORDINARY =
            Set.of("true", "false", "null", "none", "default", "disabled", "enabled", "managed", "deployed", "Opaque");

    private final ObjectMapper json = new ObjectMapper();
    private final Set<String> found = new LinkedHashSet<>();
    /** The same document stands in a plan up to six times: before, after, in both states and in metadata. */
    private final Set<String> searched = new HashSet<>();

    private int tooShort;

    private PlanSecrets() {}

    /**
     * What was collected.
     *
     * @param secrets each value once
     * @param tooShort how many sensitive values are too short or too ordinary to be looked for elsewhere
     */
    public record Collected(List<Secret> secrets, int tooShort) {
        public Collected {
            secrets = List.copyOf(secrets);
        }

        /** What has to be said of the values that cannot be looked for, one sentence; empty where there are none. */
        public Optional<String> caveat() {
            return tooShort == 0
                    ? Optional.empty()
                    : Optional.of(tooShort + " sensitive " + (tooShort == 1 ? "value is" : "values are")
                            + " too short or too ordinary to be looked for elsewhere; where they are marked they are"
                            + " hidden, copies of them are not");
        }
    }

    /** @param plan the JSON of {@code tofu show -json}, of a plan or a state */
    public static Collected of(JsonNode plan) {
        PlanSecrets secrets = new PlanSecrets();
        secrets.root(plan);
        return new Collected(secrets.found.stream().map(Secret::of).toList(), secrets.tooShort);
    }

    private void root(JsonNode plan) {
        for (String list : List.of("resource_changes", "resource_drift")) {
            plan.path(list)
                    .forEach(entry ->
                            change(entry.path("change"), entry.path("type").asText("")));
        }
        plan.path("output_changes").forEach(output -> change(output, ""));
        JsonNode configuration = plan.path("configuration").path("root_module");
        configuration.path("variables").properties().forEach(variable -> {
            if (variable.getValue().path("sensitive").asBoolean(false)) {
                marked(plan.path("variables").path(variable.getKey()).path("value"));
                marked(variable.getValue().path("default"));
            }
        });
        configuration.path("outputs").properties().forEach(output -> {
            if (output.getValue().path("sensitive").asBoolean(false)) {
                JsonNode change = plan.path("output_changes").path(output.getKey());
                marked(change.path("before"));
                marked(change.path("after"));
            }
        });
        values(plan.path("planned_values"));
        values(plan.path("prior_state").path("values"));
        search(plan, "", 0);
    }

    private void change(JsonNode change, String type) {
        along(change.path("before"), change.path("before_sensitive"));
        along(change.path("after"), change.path("after_sensitive"));
        if (type.equals("helm_release")) {
            for (String side : List.of("before", "after")) {
                release(change.path(side));
            }
        }
    }

    private void release(JsonNode attributes) {
        for (String block : List.of("set_sensitive", "set_wo")) {
            attributes.path(block).forEach(entry -> marked(entry.path("value")));
        }
    }

    /** State values, in the plan's own modules. */
    private void values(JsonNode values) {
        values.path("outputs").forEach(output -> {
            if (output.path("sensitive").asBoolean(false)) {
                marked(output.path("value"));
            }
        });
        module(values.path("root_module"));
    }

    private void module(JsonNode module) {
        for (JsonNode resource : module.path("resources")) {
            along(resource.path("values"), resource.path("sensitive_values"));
            if (resource.path("type").asText("").equals("helm_release")) {
                release(resource.path("values"));
            }
        }
        module.path("child_modules").forEach(this::module);
    }

    /** Takes what lies under a mark. */
    private void along(JsonNode value, JsonNode mark) {
        if (mark.isBoolean()) {
            if (mark.booleanValue()) {
                marked(value);
            }
            return;
        }
        if (mark.isObject()) {
            mark.properties().forEach(entry -> along(value.path(entry.getKey()), entry.getValue()));
        } else if (mark.isArray()) {
            for (int i = 0; i < mark.size(); i++) {
                along(value.path(i), mark.get(i));
            }
        }
    }

    /** Every leaf of a sensitive value; of a document, its own leaves too. */
    private void marked(JsonNode value) {
        if (value.isContainerNode()) {
            value.forEach(this::marked);
            return;
        }
        if (!value.isTextual() && !value.isNumber()) {
            return;
        }
        String text = value.asText();
        learn(text);
        document(text)
                .ifPresentOrElse(
                        tree -> leaves(tree, ""), () -> assignments(text).forEach(given -> learn(given.getValue())));
    }

    /** Settings of a text that is no document, or one that cannot be read: {@code .env}, INI, YAML with templates in it. */
    private static List<Map.Entry<String, String>> assignments(String text) {
        List<Map.Entry<String, String>> assignments = new ArrayList<>();
        text.lines().forEach(line -> {
            Matcher matcher = ASSIGNMENT.matcher(line);
            if (matcher.matches()) {
                assignments.add(Map.entry(matcher.group(1), matcher.group(2)));
            }
        });
        return assignments;
    }

    /** Leaves of a document that is sensitive as a whole. Names of list items and what only structures it stay readable. */
    private void leaves(JsonNode node, String key) {
        if (node.isObject()) {
            node.properties().forEach(entry -> leaves(entry.getValue(), entry.getKey()));
        } else if (node.isArray()) {
            node.forEach(item -> leaves(item, key));
        } else if (node.isTextual() || node.isNumber()) {
            boolean structure = Set.of("name", "kind", "apiVersion", "type").contains(key)
                    && node.asText().matches("[A-Za-z0-9_./-]{1,63}");
            if (!structure) {
                learn(node.asText());
            }
        }
    }

    /** Looks through a tree for what is a secret without being marked. */
    private void search(JsonNode node, String key, int depth) {
        if (node.isObject()) {
            if (node.path("kind").asText("").equals("Secret")) {
                encoded(node.path("data"));
                node.path("stringData").forEach(this::marked);
            }
            boolean named = node.path("name").isTextual()
                    && SecretWords.nameSecret(node.path("name").textValue());
            if (named && node.path("value").isTextual()) {
                suspect(node.path("value").textValue());
            }
            node.properties().forEach(entry -> search(entry.getValue(), meaning(entry.getKey(), key), depth));
        } else if (node.isArray()) {
            node.forEach(item -> search(item, key, depth));
        } else if (node.isTextual()) {
            text(node.textValue(), key, depth);
        }
    }

    /** A constant of the configuration stands one level below the argument it is given to. */
    private static String meaning(String key, String above) {
        return key.equals("constant_value") ? above : key;
    }

    private void text(String text, String key, int depth) {
        if (!searched.add(key + '\0' + text)) {
            return;
        }
        if (SecretWords.nameSecret(key)) {
            suspect(text);
        }
        Matcher matcher = SecretWords.form().matcher(text);
        while (matcher.find()) {
            String hit = matcher.group();
            if (hit.startsWith("-----") && !hit.contains("-----END")) {
                continue; // the head of a key whose end is not there is no secret
            }
            learn(hit);
            int colon = hit.indexOf(':');
            if (colon > 0 && !hit.startsWith("-----")) {
                learn(hit.substring(colon + 1));
            }
        }
        if (depth < DEEPEST_DOCUMENT) {
            document(text)
                    .ifPresentOrElse(
                            tree -> search(tree, key, depth + 1),
                            () -> assignments(text).stream()
                                    .filter(given -> SecretWords.nameSecret(given.getKey()))
                                    .forEach(given -> suspect(given.getValue())));
        }
    }

    /** Data of a Kubernetes Secret: Base64, of which the plain value is the secret as well. */
    private void encoded(JsonNode data) {
        data.forEach(value -> {
            String text = value.asText("");
            learn(text);
            try {
                String plain = new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
                if (!plain.isEmpty() && plain.indexOf('\uFFFD') < 0) {
                    learn(plain);
                    document(plain).ifPresent(tree -> leaves(tree, ""));
                }
            } catch (IllegalArgumentException notEncoded) {
                learn(text);
            }
        });
    }

    private void suspect(String value) {
        if (SecretWords.canBeSecret(value)) {
            learn(value);
        }
    }

    private void learn(String value) {
        String stripped = value.strip();
        if (stripped.isEmpty() || ORDINARY.contains(stripped)) {
            return;
        }
        boolean word =
                stripped.length() < SHORTEST_PLAIN_WORD && stripped.chars().allMatch(Character::isLetter);
        if (stripped.length() < SHORTEST || word) {
            tooShort++;
            return;
        }
        found.add(value);
    }

    private Optional<JsonNode> document(String text) {
        String stripped = text.strip();
        if ((stripped.startsWith("{") && stripped.endsWith("}"))
                || (stripped.startsWith("[") && stripped.endsWith("]"))) {
            try {
                return Optional.of(json.readTree(stripped));
            } catch (JacksonException noJson) {
                return yaml(stripped);
            }
        }
        return yaml(stripped);
    }

    private static Optional<JsonNode> yaml(String text) {
        return text.contains(":")
                        && !text.startsWith("-----")
                        && (text.contains("\n") || text.matches("[\\w.\"'-]+:\\s.*"))
                ? ValuesDocument.read(text).map(tree -> tree)
                : Optional.empty();
    }
}
