package dev.tinyland.gf.arc.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tinyland.gf.helm.ChartVersion;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads objects as the API server gives them, of ARC 0.13 and later.
 *
 * <p>Source: ARC's API types {@code apis/actions.github.com/v1alpha1}; 0.14 renamed {@code status.state} of an
 * AutoscalingRunnerSet to {@code status.phase}; 0.15 moved the counts of runners from the status to metrics (GitHub's
 * changelog of 2026-10-01).
 */
final class ArcObjects {
    private static final String SET = "actions.github.com/scale-set-name";
    private static final String VERSION = "app.kubernetes.io/version";
    private static final String COMPONENT = "app.kubernetes.io/component";

    private ArcObjects() {}

    static RunnerSet runnerSet(JsonNode node) {
        JsonNode spec = node.path("spec");
        JsonNode status = node.path("status");
        JsonNode annotations = node.path("metadata").path("annotations");
        String phase = status.path("phase").asText("");
        List<String> images = new ArrayList<>();
        for (JsonNode container : spec.path("template").path("spec").path("containers")) {
            if (container.path("name").asText("").equals("runner")) {
                images.add(container.path("image").asText(""));
            }
        }
        String group = annotations.path("actions.github.com/runner-group-name").asText("");
        return new RunnerSet(
                namespace(node),
                name(node),
                ChartVersion.parse(label(node, VERSION)),
                text(annotations.path("meta.helm.sh/release-name")),
                number(annotations.path("runner-scale-set-id")),
                group.isEmpty() ? spec.path("runnerGroup").asText("default") : group,
                spec.path("githubConfigUrl").asText(""),
                spec.path("minRunners").asInt(0),
                number(spec.path("maxRunners")),
                phase.isEmpty() ? status.path("state").asText("") : phase,
                status.has("currentRunners"),
                status.path("currentRunners").asInt(0),
                status.path("pendingEphemeralRunners").asInt(0),
                status.path("runningEphemeralRunners").asInt(0),
                status.path("failedEphemeralRunners").asInt(0),
                images,
                created(node));
    }

    static Listener listener(JsonNode node) {
        JsonNode spec = node.path("spec");
        return new Listener(
                namespace(node),
                name(node),
                spec.path("autoscalingRunnerSetNamespace").asText(""),
                spec.path("autoscalingRunnerSetName").asText(""),
                spec.path("ephemeralRunnerSetName").asText(""),
                number(spec.path("runnerScaleSetId")),
                number(spec.path("minRunners")),
                number(spec.path("maxRunners")),
                spec.path("image").asText(""));
    }

    static EphemeralSet ephemeralSet(JsonNode node) {
        return new EphemeralSet(
                namespace(node),
                name(node),
                owner(node),
                node.path("spec").path("replicas").asInt(0),
                node.path("status").path("phase").asText(""),
                created(node));
    }

    static Runner runner(JsonNode node) {
        JsonNode status = node.path("status");
        boolean job = !status.path("jobId").asText("").isEmpty()
                || status.path("jobRequestId").asLong(0) != 0
                || status.path("workflowRunId").asLong(0) != 0;
        return new Runner(
                namespace(node),
                name(node),
                owner(node),
                status.path("phase").asText(""),
                status.path("ready").asBoolean(false),
                status.path("reason").asText(""),
                status.path("message").asText(""),
                status.path("runnerName").asText(""),
                job,
                status.path("workflowRunId").asLong(0),
                created(node));
    }

    static PodState pod(JsonNode node) {
        JsonNode status = node.path("status");
        List<String> waiting = new ArrayList<>();
        List<Integer> codes = new ArrayList<>();
        boolean ready = false;
        int restarts = 0;
        for (String kind : List.of("initContainerStatuses", "containerStatuses")) {
            for (JsonNode container : status.path(kind)) {
                restarts += container.path("restartCount").asInt(0);
                text(container.path("state").path("waiting").path("reason")).ifPresent(waiting::add);
                for (String state : List.of("state", "lastState")) {
                    JsonNode ended = container.path(state).path("terminated");
                    if (ended.has("exitCode")) {
                        codes.add(ended.path("exitCode").asInt());
                    }
                }
            }
        }
        Optional<String> unschedulable = Optional.empty();
        for (JsonNode condition : status.path("conditions")) {
            boolean no = condition.path("status").asText("").equals("False");
            switch (condition.path("type").asText("")) {
                case "Ready" -> ready = !no;
                case "PodScheduled" -> {
                    if (no && condition.path("reason").asText("").equals("Unschedulable")) {
                        unschedulable = Optional.of(condition.path("message").asText("no node fits"));
                    }
                }
                default -> {
                    // Other conditions say nothing about starting.
                }
            }
        }
        return new PodState(
                namespace(node),
                name(node),
                label(node, SET),
                label(node, COMPONENT).equals("runner-scale-set-listener"),
                status.path("phase").asText(""),
                ready,
                restarts,
                waiting,
                codes,
                unschedulable,
                status.path("reason").asText(""));
    }

    static Controller controller(JsonNode node) {
        String image = node.path("spec")
                .path("template")
                .path("spec")
                .path("containers")
                .path(0)
                .path("image")
                .asText("");
        String tag = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
        return new Controller(
                namespace(node),
                name(node),
                ChartVersion.parse(label(node, VERSION))
                        .or(() -> ChartVersion.parse(tag.substring(tag.lastIndexOf(':') + 1))),
                image,
                node.path("status").path("availableReplicas").asInt(0) > 0);
    }

    /** The lane an object belongs to: by its label, else by its owner. */
    private static String owner(JsonNode node) {
        String label = label(node, SET);
        if (!label.isEmpty()) {
            return label;
        }
        for (JsonNode owner : node.path("metadata").path("ownerReferences")) {
            if (owner.path("kind").asText("").equals("AutoscalingRunnerSet")) {
                return owner.path("name").asText("");
            }
        }
        return "";
    }

    private static String namespace(JsonNode node) {
        return node.path("metadata").path("namespace").asText("");
    }

    private static String name(JsonNode node) {
        return node.path("metadata").path("name").asText("");
    }

    private static String label(JsonNode node, String key) {
        return node.path("metadata").path("labels").path(key).asText("");
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText("")).filter(text -> !text.isEmpty());
    }

    private static OptionalInt number(JsonNode node) {
        if (node.isInt()) {
            return OptionalInt.of(node.intValue());
        }
        String text = node.asText("");
        return text.matches("[0-9]{1,9}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static Optional<Instant> created(JsonNode node) {
        try {
            return Optional.of(Instant.parse(
                    node.path("metadata").path("creationTimestamp").asText("")));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
