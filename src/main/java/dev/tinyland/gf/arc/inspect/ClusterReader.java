package dev.tinyland.gf.arc.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tinyland.gf.contract.Namespaces;
import dev.tinyland.gf.kube.Kubectl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks at the cluster through {@code kubectl}: lists only, page by page. A part that is refused or does not answer is said
 * to be unseen, and nothing of it is guessed.
 */
public final class ClusterReader {
    private static final String ARC = "/apis/actions.github.com/v1alpha1/namespaces/";
    private static final int PAGE = 500;
    private static final int MOST_PAGES = 40;

    private final Kubectl kubectl;
    private final Namespaces namespaces;

    /** Why the server did not answer, once it did not: it is not asked again. */
    private Optional<Kubectl.Answer.Unreachable> silent = Optional.empty();

    public ClusterReader(Kubectl kubectl, Namespaces namespaces) {
        this.kubectl = kubectl;
        this.namespaces = namespaces;
    }

    /** Everything a diagnosis of all lanes needs. */
    public ClusterView read() throws InterruptedException {
        silent = Optional.empty();
        String runners = namespaces.runners();
        String controller = namespaces.controller();
        Seen<List<RunnerSet>> sets =
                list("AutoscalingRunnerSets", ARC + runners + "/autoscalingrunnersets", runners, ArcObjects::runnerSet);
        Seen<List<Listener>> listeners = list(
                "AutoscalingListeners", ARC + controller + "/autoscalinglisteners", controller, ArcObjects::listener);
        Seen<List<EphemeralSet>> ephemeralSets =
                list("EphemeralRunnerSets", ARC + runners + "/ephemeralrunnersets", runners, ArcObjects::ephemeralSet);
        // Runners before their pods: a runner that is made in between then has its pod in the later list, or neither.
        Seen<List<Runner>> ephemeral =
                list("EphemeralRunners", ARC + runners + "/ephemeralrunners", runners, ArcObjects::runner);
        Seen<List<PodState>> pods = pods(runners);
        return new ClusterView(
                switch (sets) {
                    case Seen.Of<List<RunnerSet>>(List<RunnerSet> found) ->
                        Seen.of(found.stream()
                                .map(set -> set.counting(Seen.items(ephemeral)))
                                .toList());
                    case Seen.Not<List<RunnerSet>> not -> not;
                },
                listeners,
                ephemeralSets,
                ephemeral,
                pods,
                pods(controller),
                controllers(controller),
                warnings(runners));
    }

    private Seen<List<PodState>> pods(String namespace) throws InterruptedException {
        return list(
                "pods",
                "/api/v1/namespaces/" + namespace + "/pods?labelSelector=actions.github.com%2Fscale-set-name",
                namespace,
                ArcObjects::pod);
    }

    private Seen<List<Controller>> controllers(String namespace) throws InterruptedException {
        return list(
                "Deployments",
                "/apis/apps/v1/namespaces/" + namespace
                        + "/deployments?labelSelector=app.kubernetes.io%2Fpart-of%3Dgha-rs-controller",
                namespace,
                ArcObjects::controller);
    }

    private Seen<List<String>> warnings(String namespace) throws InterruptedException {
        return list(
                "events",
                "/api/v1/namespaces/" + namespace + "/events?fieldSelector=type%3DWarning",
                namespace,
                event -> event.path("involvedObject").path("name").asText("") + ": "
                        + event.path("message").asText(""));
    }

    private <T> Seen<List<T>> list(String kind, String path, String namespace, Function<JsonNode, T> read)
            throws InterruptedException {
        if (silent.isPresent()) {
            return Seen.not(silent.get().why(), silent.get().next());
        }
        List<T> items = new ArrayList<>();
        String more = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            String query =
                    (path.contains("?") ? "&" : "?") + "limit=" + PAGE + (more.isEmpty() ? "" : "&continue=" + more);
            switch (kubectl.get(path + query)) {
                case Kubectl.Answer.Json(JsonNode body) -> {
                    if (!body.path("items").isArray()) {
                        return Seen.not("the answer about " + kind + " is no list", "look at the server's version");
                    }
                    body.path("items").forEach(item -> items.add(read.apply(item)));
                    more = body.path("metadata").path("continue").asText("");
                    if (more.isEmpty()) {
                        return Seen.of(List.copyOf(items));
                    }
                }
                case Kubectl.Answer.Unauthorized _ -> {
                    return Seen.not(
                            "the server does not know the credential (401)",
                            "make a new kubeconfig: its token or certificate has ended");
                }
                case Kubectl.Answer.Forbidden _ -> {
                    return Seen.not(
                            "the server says no to list " + kind + " in " + namespace + " (403)",
                            "grant the verb list on " + kind + " in " + namespace);
                }
                case Kubectl.Answer.NotFound _ -> {
                    return Seen.not(
                            "the server has no " + kind + " (404)", "install ARC's CRDs, or look at the right cluster");
                }
                case Kubectl.Answer.Unreachable unreachable -> {
                    silent = Optional.of(unreachable);
                    return Seen.not(unreachable.why(), unreachable.next());
                }
            }
        }
        return Seen.not("there are more than " + PAGE * MOST_PAGES + " " + kind, "clean up " + namespace + " first");
    }
}
