package dev.tinyland.gf.arc.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Objects of ARC in states of our making, as the API server holds them. The AutoscalingRunnerSets are real ones of the
 * charts 0.13.1 and 0.14.0.
 */
public final class Cluster {
    public static final String RUNNERS = "arc-runners";
    public static final String CONTROLLERS = "arc-systems";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String version;
    private final Map<String, List<ObjectNode>> objects = new LinkedHashMap<>();
    private final String made;

    /**
     * An empty cluster.
     *
     * @param version of ARC
     * @param made when every object was made
     */
    public Cluster(String version, String made) {
        this.version = version;
        this.made = made;
    }

    public Map<String, List<ObjectNode>> objects() {
        return objects;
    }

    public Cluster controller() {
        return controller(version);
    }

    public Cluster controller(String itsVersion) {
        ObjectNode deployment = object("deployments", "Deployment", "apps/v1", CONTROLLERS, "arc-controller-gha-rs");
        labels(deployment)
                .put("app.kubernetes.io/part-of", "gha-rs-controller")
                .put("app.kubernetes.io/version", itsVersion);
        ObjectNode spec = deployment.putObject("spec");
        spec.putObject("selector").putObject("matchLabels").put("app", "controller");
        ObjectNode template = spec.putObject("template");
        template.putObject("metadata").putObject("labels").put("app", "controller");
        template.putObject("spec")
                .putArray("containers")
                .addObject()
                .put("name", "manager")
                .put("image", image(itsVersion));
        deployment
                .putObject("status")
                .put("availableReplicas", 1)
                .put("readyReplicas", 1)
                .put("replicas", 1);
        return this;
    }

    public static String image(String version) {
        return "ghcr.io/actions/gha-runner-scale-set-controller:" + version;
    }

    /** A lane with everything that belongs to it: set, listener with its ready pod, set of runners, no runner. */
    public Cluster lane(String lane) {
        return set(lane, _ -> {}).listener(lane, _ -> {}).ephemeralSet(lane, _ -> {});
    }

    /** A lane's set as the chart makes it, registered and running. */
    public Cluster set(String lane, Consumer<ObjectNode> edit) {
        ObjectNode set = real(lane);
        ((ObjectNode) set.path("metadata")).put("creationTimestamp", made);
        ((ObjectNode) set.path("metadata").path("annotations"))
                .put("runner-scale-set-id", Integer.toString(id(lane)))
                .put("actions.github.com/runner-group-name", "default");
        ObjectNode status = set.putObject("status");
        status.put("currentRunners", 0)
                .put("pendingEphemeralRunners", 0)
                .put("runningEphemeralRunners", 0)
                .put("failedEphemeralRunners", 0);
        status.put(version.startsWith("0.13") ? "state" : "phase", "Running");
        edit.accept(set);
        add("autoscalingrunnersets", set);
        return this;
    }

    public Cluster listener(String lane, Consumer<ObjectNode> edit) {
        String name = lane + "-5f4dcc3b-listener";
        ObjectNode listener =
                object("autoscalinglisteners", "AutoscalingListener", "actions.github.com/v1alpha1", CONTROLLERS, name);
        JsonNode asked = objects.getOrDefault("autoscalingrunnersets", List.of()).stream()
                .filter(set -> set.path("metadata").path("name").asText().equals(lane))
                .findFirst()
                .map(set -> set.path("spec"))
                .orElse(JSON.missingNode());
        listener.putObject("spec")
                .put("autoscalingRunnerSetName", lane)
                .put("autoscalingRunnerSetNamespace", RUNNERS)
                .put("ephemeralRunnerSetName", lane + "-x7k2p")
                .put("runnerScaleSetId", id(lane))
                .put("minRunners", asked.path("minRunners").asInt(0))
                .put("maxRunners", asked.path("maxRunners").asInt(8))
                .put("image", image(version));
        edit.accept(listener);
        return listenerPod(lane, name, pod -> condition(pod, "Ready", "True", "", ""));
    }

    public Cluster listenerPod(String lane, String name, Consumer<ObjectNode> edit) {
        ObjectNode pod = pod(CONTROLLERS, name, lane);
        labels(pod).put("app.kubernetes.io/component", "runner-scale-set-listener");
        ((ObjectNode) pod.path("status")).put("phase", "Running");
        edit.accept(pod);
        return this;
    }

    /** Changes the newest pod of the listener of a lane. */
    public Cluster changedListenerPod(String lane, Consumer<ObjectNode> edit) {
        objects.getOrDefault("pods", List.of()).stream()
                .filter(pod -> pod.path("metadata").path("name").asText().startsWith(lane + "-5f4dcc3b"))
                .forEach(edit);
        return this;
    }

    public Cluster ephemeralSet(String lane, Consumer<ObjectNode> edit) {
        ObjectNode set = object(
                "ephemeralrunnersets", "EphemeralRunnerSet", "actions.github.com/v1alpha1", RUNNERS, lane + "-x7k2p");
        labels(set).put("actions.github.com/scale-set-name", lane);
        set.putObject("spec").put("replicas", 0).put("patchID", 0);
        set.putObject("status").put("currentReplicas", 0).put("phase", "Running");
        edit.accept(set);
        return this;
    }

    /** A runner and its pod. */
    public Cluster runner(String lane, String suffix, Consumer<ObjectNode> editRunner, Consumer<ObjectNode> editPod) {
        editPod.accept(pod(RUNNERS, lane + "-x7k2p-runner-" + suffix, lane));
        return bodilessRunner(lane, suffix, editRunner);
    }

    public Cluster bodilessRunner(String lane, String suffix, Consumer<ObjectNode> edit) {
        String name = lane + "-x7k2p-runner-" + suffix;
        ObjectNode runner = object("ephemeralrunners", "EphemeralRunner", "actions.github.com/v1alpha1", RUNNERS, name);
        labels(runner).put("actions.github.com/scale-set-name", lane);
        runner.putObject("spec");
        runner.putObject("status")
                .put("phase", "Running")
                .put("ready", true)
                .put("runnerId", 812)
                .put("runnerName", name);
        edit.accept(runner);
        return this;
    }

    public Cluster event(String about, String message) {
        ObjectNode event = object("events", "Event", "v1", RUNNERS, about + ".17f0");
        event.putObject("involvedObject")
                .put("kind", "EphemeralRunner")
                .put("name", about)
                .put("namespace", RUNNERS);
        event.put("type", "Warning").put("reason", "FailedCreate").put("message", message);
        return this;
    }

    public static ObjectNode status(ObjectNode object) {
        return (ObjectNode) object.path("status");
    }

    public static ObjectNode spec(ObjectNode object) {
        return (ObjectNode) object.path("spec");
    }

    public static void condition(ObjectNode pod, String type, String value, String reason, String message) {
        ObjectNode condition = status(pod).withArray("conditions").addObject();
        condition.put("type", type).put("status", value).put("reason", reason).put("message", message);
    }

    public static void waiting(ObjectNode pod, String reason) {
        container(pod).putObject("state").putObject("waiting").put("reason", reason);
    }

    public static void ended(ObjectNode pod, int code) {
        container(pod).putObject("state").putObject("terminated").put("exitCode", code);
    }

    private static ObjectNode container(ObjectNode pod) {
        return status(pod)
                .withArray("containerStatuses")
                .addObject()
                .put("name", "runner")
                .put("image", "x")
                .put("imageID", "")
                .put("ready", false)
                .put("restartCount", 0);
    }

    public static ObjectNode labels(ObjectNode object) {
        return ((ObjectNode) object.path("metadata")).withObject("/labels");
    }

    private ObjectNode pod(String namespace, String name, String lane) {
        ObjectNode pod = object("pods", "Pod", "v1", namespace, name);
        labels(pod).put("actions.github.com/scale-set-name", lane);
        pod.putObject("spec")
                .putArray("containers")
                .addObject()
                .put("name", "runner")
                .put("image", "x");
        pod.putObject("status").put("phase", "Pending");
        return pod;
    }

    private static int id(String lane) {
        return Math.abs(lane.hashCode() % 1000) + 1;
    }

    private ObjectNode real(String lane) {
        try {
            JsonNode list = JSON.readTree(
                    Files.readAllBytes(Path.of("src/test/resources/arc/autoscalingrunnersets-" + version + ".json")));
            ObjectNode first = (ObjectNode) list.path("items").get(0).deepCopy();
            for (JsonNode item : list.path("items")) {
                if (item.path("metadata").path("name").asText().equals(lane)) {
                    return (ObjectNode) item.deepCopy();
                }
            }
            ((ObjectNode) first.path("metadata")).put("name", lane);
            labels(first).put("actions.github.com/scale-set-name", lane);
            spec(first).put("runnerScaleSetName", lane);
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode object(String kind, String type, String apiVersion, String namespace, String name) {
        ObjectNode object =
                JSON.createObjectNode().put("apiVersion", apiVersion).put("kind", type);
        object.putObject("metadata")
                .put("name", name)
                .put("namespace", namespace)
                .put("creationTimestamp", made)
                .putObject("labels");
        add(kind, object);
        return object;
    }

    private void add(String kind, ObjectNode object) {
        objects.computeIfAbsent(kind, _ -> new ArrayList<>()).add(object);
    }
}
