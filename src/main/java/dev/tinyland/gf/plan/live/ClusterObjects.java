package dev.tinyland.gf.plan.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tinyland.gf.kube.Kubectl;
import dev.tinyland.gf.plan.judgement.LiveRelease;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for objects with {@code kubectl get --raw}. A release of Helm is found by its records, Secrets of type {@code
 * helm.sh/release.v1} with the labels {@code owner=helm,name,status}.
 */
public final class ClusterObjects implements LiveObjects {
    private final Kubectl kubectl;
    private final Map<String, JsonNode> kinds = new HashMap<>();
    private Optional<Kubectl.Answer> silent = Optional.empty();

    public ClusterObjects(Kubectl kubectl) {
        this.kubectl = kubectl;
    }

    @Override
    public Sighting look(Identity identity) throws InterruptedException {
        return switch (identity) {
            case Identity.Elsewhere _ -> new Sighting.NothingToLookFor();
            case Identity.Unnamed(String why) -> new Sighting.Unseen(why);
            case Identity.Placed placed -> object(placed.path(), placed.shown());
            case Identity.Manifest manifest -> manifest(manifest);
            case Identity.Release release -> release(release);
        };
    }

    private Sighting object(String path, String shown) throws InterruptedException {
        return switch (get(path)) {
            case Kubectl.Answer.Json(JsonNode body) ->
                new Sighting.Alive(
                        shown
                                + since(body.path("metadata")
                                        .path("creationTimestamp")
                                        .asText("")),
                        Optional.empty());
            case Kubectl.Answer other -> otherwise(other);
        };
    }

    private Sighting manifest(Identity.Manifest manifest) throws InterruptedException {
        JsonNode kinds = MissingNode.getInstance();
        switch (kindsOf(manifest.group())) {
            case Kubectl.Answer.Json(JsonNode body) -> kinds = body.path("resources");
            // A group nobody serves holds no object: its definitions come with this plan or are gone.
            case Kubectl.Answer.NotFound _ -> {
                return new Sighting.NotThere();
            }
            case Kubectl.Answer other -> {
                return otherwise(other);
            }
        }
        for (JsonNode kind : kinds) {
            String plural = kind.path("name").asText("");
            if (kind.path("kind").asText("").equals(manifest.kind()) && !plural.contains("/")) {
                boolean namespaced = kind.path("namespaced").asBoolean(false);
                String namespace = manifest.namespace().isEmpty() ? "default" : manifest.namespace();
                Identity.Placed placed =
                        new Identity.Placed(manifest.group(), plural, namespaced ? namespace : "", manifest.name());
                return object(placed.path(), manifest.shown());
            }
        }
        return new Sighting.NotThere();
    }

    private Kubectl.Answer kindsOf(String group) throws InterruptedException {
        JsonNode known = kinds.get(group);
        if (known != null) {
            return new Kubectl.Answer.Json(known);
        }
        Kubectl.Answer answer = get(group);
        if (answer instanceof Kubectl.Answer.Json(JsonNode body)) {
            kinds.put(group, body);
        }
        return answer;
    }

    private Sighting release(Identity.Release release) throws InterruptedException {
        String query = "?limit=20&labelSelector=owner%3Dhelm%2Cname%3D" + release.name()
                + "%2Cstatus%20notin%20(superseded%2Cuninstalled)";
        return switch (get("/api/v1/namespaces/" + release.namespace() + "/secrets" + query)) {
            case Kubectl.Answer.Json(JsonNode body) -> newest(release, body.path("items"));
            case Kubectl.Answer other -> otherwise(other);
        };
    }

    private static Sighting newest(Identity.Release release, JsonNode records) {
        JsonNode newest = MissingNode.getInstance();
        for (JsonNode record : records) {
            if (revision(record) > revision(newest)) {
                newest = record;
            }
        }
        if (newest.isMissingNode()) {
            return new Sighting.NotThere();
        }
        JsonNode metadata = newest.path("metadata");
        Optional<LiveRelease> facts = ReleaseRecord.read(
                release.namespace(),
                release.name(),
                newest.path("data").path("release").asText(""));
        return new Sighting.Alive(
                release.shown() + ", revision " + revision(newest)
                        + facts.map(known -> ", chart " + known.chart() + " " + known.chartVersion())
                                .orElse("")
                        + ", " + metadata.path("labels").path("status").asText("of unknown status")
                        + since(metadata.path("creationTimestamp").asText("")),
                facts);
    }

    private static int revision(JsonNode record) {
        return record.isMissingNode()
                ? -1
                : record.path("metadata").path("labels").path("version").asInt(0);
    }

    private static String since(String timestamp) {
        return timestamp.isEmpty() ? "" : ", since " + timestamp;
    }

    /** A cluster that does not answer once is not asked again for each of a thousand objects. */
    private Kubectl.Answer get(String path) throws InterruptedException {
        if (silent.isPresent()) {
            return silent.get();
        }
        Kubectl.Answer answer = kubectl.get(path);
        if (answer instanceof Kubectl.Answer.Unreachable) {
            silent = Optional.of(answer);
        }
        return answer;
    }

    private static Sighting otherwise(Kubectl.Answer answer) {
        return switch (answer) {
            case Kubectl.Answer.NotFound _ -> new Sighting.NotThere();
            case Kubectl.Answer.Forbidden _ -> new Sighting.Unseen("the kubeconfig's user may not read it");
            case Kubectl.Answer.Unauthorized _ ->
                new Sighting.Unseen("the cluster does not know the kubeconfig's user");
            case Kubectl.Answer.Unreachable(String why, String _) -> new Sighting.Unseen("the cluster: " + why);
            case Kubectl.Answer.Json _ -> throw new IllegalStateException("an object is no refusal");
        };
    }
}
