package dev.tinyland.gf.arc.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tinyland.gf.arc.plan.RunnerPlan;
import dev.tinyland.gf.arc.plan.RunnerPlanReader;
import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.tofu.plan.PlanDocument;
import dev.tinyland.gf.tofu.plan.PlanReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.yaml.snakeyaml.Yaml;

/** A real plan, changed as a person would have changed the stack before planning. */
final class MutatedPlan {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String line;
    private final ObjectNode root;

    private MutatedPlan(String line, ObjectNode root) {
        this.line = line;
        this.root = root;
    }

    /** A plan of {@code helm-2.17} or {@code helm-3.1}. */
    static MutatedPlan of(String line, String scenario) {
        Path file = Path.of("src/test/resources/plans", line, scenario + ".json");
        try {
            return new MutatedPlan(line, (ObjectNode) JSON.readTree(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean blocks() {
        return line.equals("helm-2.17");
    }

    ObjectNode root() {
        return root;
    }

    /** The entry of {@code resource_changes} whose release has this name. */
    ObjectNode resource(String release) {
        for (JsonNode resource : root.path("resource_changes")) {
            JsonNode change = resource.path("change");
            if (change.path("before").path("name").asText("").equals(release)
                    || change.path("after").path("name").asText("").equals(release)) {
                return (ObjectNode) resource;
            }
        }
        throw new IllegalArgumentException("no release " + release);
    }

    ObjectNode change(String release) {
        return (ObjectNode) resource(release).path("change");
    }

    ObjectNode before(String release) {
        return (ObjectNode) change(release).path("before");
    }

    ObjectNode after(String release) {
        return (ObjectNode) change(release).path("after");
    }

    MutatedPlan actions(String release, String... words) {
        ArrayNode actions = change(release).putArray("actions");
        for (String word : words) {
            actions.add(word);
        }
        return this;
    }

    /** Changes the first document of values after the apply. */
    MutatedPlan values(String release, Consumer<ObjectNode> edit) {
        ArrayNode documents = (ArrayNode) after(release).path("values");
        ObjectNode values = JSON.valueToTree(new Yaml().load(documents.get(0).textValue()));
        edit.accept(values);
        documents.set(0, values.toString());
        return updated(release);
    }

    /** Changes the pod's spec after the apply. */
    MutatedPlan pod(String release, Consumer<ObjectNode> edit) {
        return values(
                release,
                values -> edit.accept((ObjectNode) values.path("template").path("spec")));
    }

    /** Changes the container {@code runner} after the apply. */
    MutatedPlan runner(String release, Consumer<ObjectNode> edit) {
        return pod(
                release, pod -> edit.accept((ObjectNode) pod.path("containers").get(0)));
    }

    MutatedPlan variable(String release, String name, String value) {
        return runner(
                release,
                runner -> runner.withArray("env").addObject().put("name", name).put("value", value));
    }

    /** A variable of the container {@code runner} before the apply, ahead of those it has after it. */
    MutatedPlan variableBefore(String release, String name, String value) {
        ArrayNode documents = (ArrayNode) before(release).path("values");
        String first = "      - \"name\": \"RUNNER_LANE\"";
        String text = documents.get(0).textValue();
        if (!text.contains(first)) {
            throw new IllegalArgumentException("no RUNNER_LANE in the values of " + release);
        }
        documents.set(
                0,
                text.replace(
                        first, "      - \"name\": \"%s\"\n        \"value\": \"%s\"\n".formatted(name, value) + first));
        return updated(release);
    }

    /** A document of values after the apply, behind those it has. */
    MutatedPlan document(String release, String yaml) {
        ((ArrayNode) after(release).path("values")).add(yaml);
        return updated(release);
    }

    MutatedPlan set(String release, String name, String value) {
        return set(release, name, value, "");
    }

    /** Writes an assignment after the apply, in place of one of that name. */
    MutatedPlan set(String release, String name, String value, String type) {
        unset(release, name);
        ((ArrayNode) after(release).path("set"))
                .addObject()
                .put("name", name)
                .put("type", type)
                .put("value", value);
        return this;
    }

    MutatedPlan unset(String release, String name) {
        ArrayNode assignments = (ArrayNode) after(release).path("set");
        for (int i = assignments.size() - 1; i >= 0; i--) {
            if (assignments.get(i).path("name").asText().equals(name)) {
                assignments.remove(i);
            }
        }
        return updated(release);
    }

    MutatedPlan attribute(String release, String name, JsonNode value) {
        after(release).set(name, value);
        return updated(release);
    }

    /** A managed resource that is no release. */
    MutatedPlan resource(String address, String type, String mode, String action, ObjectNode before) {
        ObjectNode entry = ((ArrayNode) root.path("resource_changes")).addObject();
        entry.put("address", address).put("mode", mode).put("type", type).put("name", "it");
        ObjectNode change = entry.putObject("change");
        change.putArray("actions").add(action);
        change.set("before", before);
        change.putNull("after");
        return this;
    }

    /** A managed resource that is no release, as it is before and after. */
    MutatedPlan entry(String address, String type, String action, JsonNode before, JsonNode after) {
        resource(address, type, "managed", action, JSON.createObjectNode());
        ObjectNode change = (ObjectNode) lastEntry().path("change");
        change.set("before", before);
        change.set("after", after);
        return this;
    }

    ObjectNode lastEntry() {
        JsonNode entries = root.path("resource_changes");
        return (ObjectNode) entries.get(entries.size() - 1);
    }

    private MutatedPlan updated(String release) {
        JsonNode actions = change(release).path("actions");
        if (actions.size() == 1 && actions.get(0).asText().equals("no-op")) {
            actions(release, "update");
        }
        return this;
    }

    RunnerPlan read() {
        try {
            PlanDocument document = new PlanReader().read(JSON.writeValueAsBytes(root));
            return new RunnerPlanReader(new ContractLoader().builtIn()).read(((PlanDocument.Plan) document).plan());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
