package dev.tinyland.gf.arc.inspect;

import dev.tinyland.gf.arc.inspect.LaneDiagnosis.Sign;
import dev.tinyland.gf.arc.upstream.RunnerReleases;
import dev.tinyland.gf.helm.ChartVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Joins what was seen into one diagnosis a lane. Pure: it reads nothing and remembers nothing.
 *
 * <p>Sources of the signs: actions-runner-controller #4432, #4563 (listener away), #4561, #4346 (stale set), #4595, #4148
 * (ghosts), #4322, #3205 (dead ids), #3233 (version skew), #4654 (images), #3700 (failed runners hold places).
 */
public final class Diagnosis {
    private final ClusterView cluster;
    private final GitHubView github;
    private final RunnerReleases releases;
    private final Instant now;

    /**
     * A diagnosis of one look.
     *
     * @param now time of the look, by which what is still being made is told from what stays away
     */
    public Diagnosis(ClusterView cluster, GitHubView github, RunnerReleases releases, Instant now) {
        this.cluster = cluster;
        this.github = github;
        this.releases = releases;
        this.now = now;
    }

    /** Names of the lanes that were seen. */
    public List<String> lanes() {
        return List.copyOf(new TreeSet<>(
                Seen.items(cluster.sets()).stream().map(RunnerSet::name).toList()));
    }

    /** What is the matter with one lane. */
    public LaneDiagnosis of(String lane) {
        Optional<RunnerSet> set = Seen.items(cluster.sets()).stream()
                .filter(one -> one.name().equals(lane))
                .findFirst();
        List<Sign> signs = new ArrayList<>(unseen());
        if (set.isEmpty()) {
            if (cluster.sets().found().isPresent()) {
                signs.add(absent(lane));
            }
            return new LaneDiagnosis(lane, signs, List.of());
        }
        LaneFacts facts = new LaneFacts(cluster, set.get(), now);
        ListenerSigns.of(facts).forEach(signs::add);
        RegistrationSigns registration = new RegistrationSigns(cluster, github, releases, now);
        signs.addAll(registration.of(facts));
        PodSigns.of(facts).forEach(signs::add);
        return new LaneDiagnosis(lane, signs, notes(facts));
    }

    private static Sign absent(String lane) {
        return new Sign(
                LaneVerdict.LISTENER_MISSING,
                "there is no AutoscalingRunnerSet of this name, so there is no listener either",
                "jobs that name the label " + lane + " wait for ever; a controller of another minor version deletes"
                        + " sets without a word (actions-runner-controller #3233)",
                "compare the label in runs-on with the lanes there are; if the lane should be there: helm status of its"
                        + " release, then gf arc-plan of the stack");
    }

    /** What every lane's verdict needs and nobody could look at. */
    private List<Sign> unseen() {
        List<Sign> signs = new ArrayList<>();
        need("AutoscalingRunnerSets", cluster.sets(), signs);
        need("AutoscalingListeners", cluster.listeners(), signs);
        need("EphemeralRunnerSets", cluster.ephemeralSets(), signs);
        need("EphemeralRunners", cluster.runners(), signs);
        need("the runners' pods", cluster.runnerPods(), signs);
        need("the listeners' pods", cluster.listenerPods(), signs);
        need("the controller", cluster.controllers(), signs);
        return signs;
    }

    private static <T> void need(String what, Seen<T> seen, List<Sign> signs) {
        if (seen instanceof Seen.Not<T>(String why, String next)) {
            signs.add(new Sign(
                    LaneVerdict.UNKNOWN,
                    what + " could not be seen: " + why,
                    "what cannot be seen is not called good",
                    next));
        }
    }

    private List<String> notes(LaneFacts facts) {
        List<String> notes = new ArrayList<>();
        facts.set()
                .release()
                .ifPresent(release -> notes.add("Helm release " + release
                        + facts.set()
                                .version()
                                .map(version -> ", chart " + version)
                                .orElse("")));
        if (facts.set().maximum().isPresent()) {
            notes.add(facts.set().current() + " of " + facts.set().maximum().getAsInt() + " runners ("
                    + facts.set().running() + " running, " + facts.set().pending() + " pending, "
                    + facts.set().failed() + " failed)");
        }
        Seen.items(cluster.controllers()).stream()
                .findFirst()
                .ifPresent(controller -> facts.listeners().stream()
                        .filter(listener ->
                                !listener.image().isEmpty() && !listener.image().equals(controller.image()))
                        .forEach(listener ->
                                notes.add("its listener runs " + tail(listener.image()) + ", the controller "
                                        + tail(controller.image())
                                        + " (actions-runner-controller #4572): delete the AutoscalingListener "
                                        + listener.name() + " when no job runs")));
        return notes;
    }

    private static String tail(String image) {
        return image.substring(image.lastIndexOf('/') + 1);
    }

    /** The lane's chart version, by which known issues are looked up. */
    public Optional<ChartVersion> version(String lane) {
        return Seen.items(cluster.sets()).stream()
                .filter(set -> set.name().equals(lane))
                .flatMap(set -> set.version().stream())
                .findFirst();
    }
}
