package dev.tinyland.gf.tofu.plan;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tinyland.gf.tofu.plan.PlanDocument.Plan;
import dev.tinyland.gf.tofu.plan.PlanDocument.Unreadable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code tofu show -json PLANFILE}. The format has been "1.2" from OpenTofu 1.6 on; its rule is to ignore unknown
 * keys and to refuse an unknown major.
 */
public final class PlanReader {
    private static final String SHOW = "run: tofu show -json PLANFILE > plan.json";
    private static final int MAXIMUM_STRING = 256 * 1024 * 1024;

    private final ObjectMapper json = new ObjectMapper();

    public PlanReader() {
        json.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(MAXIMUM_STRING)
                        .build());
    }

    public PlanDocument read(byte[] bytes) {
        if (bytes.length >= 2 && bytes[0] == 'P' && bytes[1] == 'K') {
            return new Unreadable("this is OpenTofu's binary plan file, not its JSON", SHOW);
        }
        JsonNode root;
        try {
            root = json.readTree(bytes);
        } catch (JacksonException broken) {
            return new Unreadable(
                    "not JSON: it breaks off or is malformed at line "
                            + broken.getLocation().getLineNr(),
                    SHOW);
        } catch (IOException impossible) {
            return new Unreadable("not readable", SHOW);
        }
        return read(root);
    }

    private PlanDocument read(JsonNode root) {
        if (!root.isObject()) {
            return new Unreadable("not a JSON object", SHOW);
        }
        if (root.has("@level")) {
            return new Unreadable("this is the message stream of `tofu plan -json`, not a plan", SHOW);
        }
        if (!root.has("resource_changes") && !root.has("planned_values")) {
            return root.has("values") || root.has("lineage")
                    ? new Unreadable("this is a state, not a plan", SHOW)
                    : new Unreadable("neither resource_changes nor planned_values is there, so this is no plan", SHOW);
        }
        String format = root.path("format_version").asText("");
        if (!format.startsWith("1.")) {
            return new Unreadable(
                    format.isEmpty() ? "format_version is missing" : "the major of format_version is not 1",
                    "use a version of these tools that knows this OpenTofu");
        }
        return new Plan(new TofuPlan(
                format,
                root.path("terraform_version").asText(""),
                root.path("errored").asBoolean(false),
                variables(root.path("variables")),
                resources(root.path("resource_changes")),
                resources(root.path("resource_drift")),
                outputs(root.path("output_changes")),
                prior(root.path("prior_state").path("values").path("root_module")),
                root.path("prior_state").has("values"),
                checks(root.path("checks")),
                names(root.path("configuration").path("root_module").path("outputs"))));
    }

    private static Map<String, JsonNode> variables(JsonNode node) {
        Map<String, JsonNode> variables = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> variables.put(entry.getKey(), entry.getValue().path("value")));
        return variables;
    }

    private static List<ResourceChange> resources(JsonNode node) {
        List<ResourceChange> changes = new ArrayList<>();
        for (JsonNode entry : node) {
            changes.add(new ResourceChange(
                    entry.path("address").asText(""),
                    text(entry, "previous_address"),
                    ResourceMode.of(entry.path("mode").asText("")),
                    entry.path("type").asText(""),
                    entry.path("name").asText(""),
                    entry.path("provider_name").asText(""),
                    text(entry, "deposed"),
                    change(entry.path("change")),
                    text(entry, "action_reason")));
        }
        return changes;
    }

    private static Map<String, Change> outputs(JsonNode node) {
        Map<String, Change> changes = new LinkedHashMap<>();
        node.properties().forEach(entry -> changes.put(entry.getKey(), change(entry.getValue())));
        return changes;
    }

    private static Change change(JsonNode node) {
        List<String> words = words(node.path("actions"));
        List<List<String>> replacePaths = new ArrayList<>();
        node.path("replace_paths").forEach(path -> replacePaths.add(words(path)));
        JsonNode importing = node.path("importing");
        return new Change(
                PlannedAction.of(words),
                words,
                present(node.path("before")),
                present(node.path("after")),
                present(node.path("after_unknown")),
                present(node.path("before_sensitive")),
                present(node.path("after_sensitive")),
                replacePaths,
                importing.isObject() ? Optional.of(importing.path("id").asText("")) : Optional.empty());
    }

    private static JsonNode present(JsonNode node) {
        return node instanceof MissingNode ? com.fasterxml.jackson.databind.node.NullNode.getInstance() : node;
    }

    private static List<PriorResource> prior(JsonNode module) {
        List<PriorResource> resources = new ArrayList<>();
        for (JsonNode entry : module.path("resources")) {
            resources.add(new PriorResource(
                    entry.path("address").asText(""),
                    ResourceMode.of(entry.path("mode").asText("")),
                    entry.path("type").asText(""),
                    entry.path("provider_name").asText(""),
                    entry.path("values")));
        }
        module.path("child_modules").forEach(child -> resources.addAll(prior(child)));
        return resources;
    }

    private static List<PlanCheck> checks(JsonNode node) {
        List<PlanCheck> checks = new ArrayList<>();
        for (JsonNode entry : node) {
            checks.add(new PlanCheck(
                    entry.path("address").path("to_display").asText(""),
                    entry.path("status").asText("unknown"),
                    problems(entry.path("instances"))));
        }
        return checks;
    }

    private static List<String> problems(JsonNode instances) {
        List<String> problems = new ArrayList<>();
        for (JsonNode instance : instances) {
            instance.path("problems")
                    .forEach(problem -> problems.add(problem.path("message").asText("")));
        }
        return problems;
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new LinkedHashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> words(JsonNode node) {
        List<String> words = new ArrayList<>();
        node.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static Optional<String> text(JsonNode node, String key) {
        return Optional.of(node.path(key)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}
