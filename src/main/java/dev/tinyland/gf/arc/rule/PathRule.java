package dev.tinyland.gf.arc.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tinyland.gf.arc.plan.PlannedRelease;
import dev.tinyland.gf.arc.plan.RunnerPlan;
import dev.tinyland.gf.helm.HelmReleaseReader;
import dev.tinyland.gf.helm.PathChange;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;
import dev.tinyland.gf.secret.SecretWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule about single values of a release that is created or changed.
 *
 * @param onCreation whether it looks at releases that are created, too
 * @param judge what it says of one value, empty where the value does not concern it
 */
record PathRule(String id, String title, Level level, boolean onCreation, Judge judge) implements PlanRule {
    /** The value of an item that has a name, as a variable of any container. */
    private static final Pattern ITEM = Pattern.compile("\\[([^\\]]+)\\]\\.value$");

    private static final TextNode HIDDEN = TextNode.valueOf(HelmReleaseReader.SENSITIVE);

    /** The text of a finding. */
    record Statement(String observed, String why, String next) {}

    /** Looks at one value. */
    @FunctionalInterface
    interface Judge {
        Optional<Statement> look(PlannedRelease release, PathChange change, PlanContext context);
    }

    @Override
    public boolean blocks() {
        return level == Level.BLOCK;
    }

    @Override
    public List<Outcome> judge(RunnerPlan plan, PlanContext context) {
        List<Outcome> outcomes = new ArrayList<>();
        for (PlannedRelease release : plan.releases()) {
            if (!release.isChanged() && !(onCreation && release.isNew())) {
                continue;
            }
            for (PathChange change : release.values()) {
                look(release, change, context)
                        .ifPresent(statement -> outcomes.add(new Outcome.Found(
                                new Finding(
                                        id,
                                        level,
                                        release.subject(),
                                        statement.observed(),
                                        shown(change.path(), change.before()),
                                        shown(change.path(), change.after()),
                                        statement.why(),
                                        statement.next()),
                                aliases(release))));
            }
        }
        return outcomes;
    }

    @Override
    public boolean names(PlannedRelease release, PathChange change, PlanContext context) {
        return look(release, change, context).isPresent();
    }

    /** Of a value that is known only after the apply nothing can be said but that. */
    private Optional<Statement> look(PlannedRelease release, PathChange change, PlanContext context) {
        boolean later = change.after()
                .filter(value -> value.asText("").equals(HelmReleaseReader.UNKNOWN))
                .isPresent();
        return later ? Optional.empty() : judge.look(release, change, context);
    }

    static Set<String> aliases(PlannedRelease release) {
        return Set.copyOf(List.of(release.address(), release.subject(), release.releaseName()).stream()
                .distinct()
                .toList());
    }

    /** A value for people: short, and nothing of it that looks like a secret or is named as one. */
    static String shown(String path, Optional<JsonNode> value) {
        Matcher item = ITEM.matcher(path);
        boolean secret = path.isEmpty()
                || (item.find() && SecretWords.variableSecret(item.group(1)))
                || SecretWords.variableSecret(path.substring(path.lastIndexOf('.') + 1));
        return value.map(node -> secret ? HelmReleaseReader.SENSITIVE : shown(node))
                .orElse("");
    }

    private static String shown(JsonNode value) {
        JsonNode open = veiled(value);
        String text = open.isTextual() ? open.textValue() : open.toString();
        return text.length() <= 160 ? text : text.substring(0, 157) + "...";
    }

    /** A tree without the values that are credentials by their form, or by the name they stand under. */
    private static JsonNode veiled(JsonNode value) {
        if (value.isTextual()) {
            return SecretWords.looksSecret(value.textValue()) ? HIDDEN : value;
        }
        if (value.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> items.add(veiled(item)));
            return items;
        }
        if (!value.isObject()) {
            return value;
        }
        boolean named = SecretWords.variableSecret(value.path("name").asText(""));
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(field -> {
            boolean secret = field.getValue().isValueNode()
                    && (SecretWords.variableSecret(field.getKey())
                            || (named && field.getKey().equals("value")));
            fields.set(field.getKey(), secret ? HIDDEN : veiled(field.getValue()));
        });
        return fields;
    }
}
