package dev.tinyland.gf.arc.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tinyland.gf.helm.HelmRelease;
import dev.tinyland.gf.helm.HelmReleaseReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of a {@code gha-runner-scale-set} release that decide what a lane is. */
public record LaneValues(HelmRelease release) {
    static final String DEFAULT_GROUP = "default";

    /** The scale set's name, which is the label in {@code runs-on}; the chart falls back to the release's name. */
    public String label() {
        return text("runnerScaleSetName").orElse(release.name());
    }

    /** Whether the plan says the label; values that are known only after the apply may hold another. */
    public boolean labelKnown() {
        return known("runnerScaleSetName");
    }

    /** Whether the plan says group and address as well as the label. */
    public boolean identityKnown() {
        return labelKnown() && known("runnerGroup") && known("githubConfigUrl");
    }

    private boolean known(String key) {
        JsonNode value = tree().path(key);
        return value.isMissingNode()
                ? !release.values().unknown()
                : !value.asText("").equals(HelmReleaseReader.UNKNOWN);
    }

    /** The runner group; GitHub's own default where none is set. */
    public String group() {
        return text("runnerGroup").orElse(DEFAULT_GROUP);
    }

    public String url() {
        return text("githubConfigUrl").orElse("");
    }

    public RunnerCount minimum() {
        return RunnerCount.of(tree().path("minRunners"), release.values().unknown());
    }

    public RunnerCount maximum() {
        return RunnerCount.of(tree().path("maxRunners"), release.values().unknown());
    }

    public Optional<String> containerMode() {
        return Optional.of(tree().path("containerMode").path("type").asText("")).filter(type -> !type.isEmpty());
    }

    /** Whether kubernetes mode finds a claim for the work folder, its own or a volume named {@code work}. */
    public boolean hasWorkClaim() {
        if (tree().path("containerMode").has("kubernetesModeWorkVolumeClaim")) {
            return true;
        }
        for (JsonNode volume : podSpec().path("volumes")) {
            if (volume.path("name").asText("").equals("work")) {
                return true;
            }
        }
        return false;
    }

    /** The image of the container {@code runner}. */
    public Optional<String> image() {
        return runner().map(container -> container.path("image").asText("")).filter(image -> !image.isEmpty());
    }

    /** Environment of the container {@code runner}; a variable without a literal value maps to {@code (reference)}. */
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        runner().ifPresent(container -> container
                .path("env")
                .forEach(variable -> environment.put(
                        variable.path("name").asText(""), variable.path("value").asText("(reference)"))));
        return environment;
    }

    public List<String> pullSecrets() {
        List<String> names = new ArrayList<>();
        podSpec()
                .path("imagePullSecrets")
                .forEach(secret -> names.add(secret.path("name").asText("")));
        return names;
    }

    public JsonNode podSpec() {
        return tree().path("template").path("spec");
    }

    public JsonNode tree() {
        return release.values().tree();
    }

    private Optional<JsonNode> runner() {
        for (JsonNode container : podSpec().path("containers")) {
            if (container.path("name").asText("").equals("runner")) {
                return Optional.of(container);
            }
        }
        return Optional.empty();
    }

    private Optional<String> text(String key) {
        return Optional.of(tree().path(key).asText("")).filter(text -> !text.isEmpty());
    }
}
