package dev.tinyland.gf.arc.inspect;

import dev.tinyland.gf.arc.inspect.LaneDiagnosis.Sign;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the lane's pods, and its runners that have none, say. */
final class PodSigns {
    private static final Set<String> IMAGE =
            Set.of("ImagePullBackOff", "ErrImagePull", "InvalidImageName", "ErrImageNeverPull", "RegistryUnavailable");
    private static final Set<String> STARTING = Set.of("ContainerCreating", "PodInitializing");

    private PodSigns() {}

    static List<Sign> of(LaneFacts lane) {
        List<Sign> signs = new ArrayList<>();
        ghosts(lane).ifPresent(signs::add);
        quota(lane).ifPresent(signs::add);
        unschedulable(lane).ifPresent(signs::add);
        image(lane).ifPresent(signs::add);
        stuck(lane).ifPresent(signs::add);
        failed(lane).ifPresent(signs::add);
        return signs;
    }

    private static Optional<Sign> ghosts(LaneFacts lane) {
        if (lane.cluster().runners().found().isEmpty()
                || lane.cluster().runnerPods().found().isEmpty()) {
            return Optional.empty();
        }
        if (lane.set().current() > 0
                && lane.runners().isEmpty()
                && lane.runnerPods().isEmpty()
                && !lane.isYoung()) {
            return Optional.of(new Sign(
                    LaneVerdict.GHOST_COUNTERS,
                    "it counts " + lane.set().current() + " runners; there is no EphemeralRunner and no pod"
                            + (lane.ephemeralSets().isEmpty() ? ", and no EphemeralRunnerSet" : ""),
                    "the counters hold the lane's places; Helm and OpenTofu both call it healthy"
                            + " (actions-runner-controller #4595)",
                    lane.ephemeralSets().isEmpty()
                            ? "nothing runs on it, so: kubectl -n " + lane.set().namespace()
                                    + " delete autoscalingrunnerset "
                                    + lane.set().name()
                                    + ", then apply the stack; Helm makes it again"
                            : "kubectl -n " + lane.set().namespace() + " delete ephemeralrunnerset "
                                    + lane.ephemeralSets().getFirst().name() + " (the controller makes it again)"));
        }
        Set<String> pods =
                new HashSet<>(lane.runnerPods().stream().map(PodState::name).toList());
        List<String> bodiless = lane.runners().stream()
                .filter(runner -> runner.phase().equals("Running") && !pods.contains(runner.name()))
                .map(Runner::name)
                .toList();
        return bodiless.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sign(
                        LaneVerdict.GHOST_COUNTERS,
                        bodiless.size() + " of its runners say Running and have no pod: " + few(bodiless),
                        "they hold places and run nothing (actions-runner-controller #4148)",
                        "when GitHub shows no job on them: kubectl -n "
                                + lane.set().namespace() + " delete ephemeralrunner " + String.join(" ", bodiless)));
    }

    private static Optional<Sign> quota(LaneFacts lane) {
        return Stream.concat(lane.runners().stream().map(Runner::message), lane.warnings().stream())
                .filter(text -> text.toLowerCase(Locale.ROOT).contains("exceeded quota"))
                .findFirst()
                .map(text -> new Sign(
                        LaneVerdict.QUOTA,
                        "a quota of " + lane.set().namespace() + " refuses its pods: " + clause(text),
                        "runners wait until others end, however many the lane may have",
                        "kubectl -n " + lane.set().namespace()
                                + " describe resourcequota; then lower maxRunners or raise the quota with a plan"));
    }

    private static Optional<Sign> unschedulable(LaneFacts lane) {
        return pods(lane)
                .filter(pod -> pod.unschedulable().isPresent())
                .findFirst()
                .map(pod -> new Sign(
                        LaneVerdict.UNSCHEDULABLE,
                        "no node takes " + pod.name() + ": "
                                + clause(pod.unschedulable().get()),
                        "the pod waits until a node fits; its job waits with it",
                        "kubectl -n " + pod.namespace() + " describe pod " + pod.name()
                                + "; then look at requests, nodeSelector and tolerations in the lane's values"));
    }

    private static Optional<Sign> image(LaneFacts lane) {
        return pods(lane)
                .filter(pod -> pod.waiting().stream().anyMatch(IMAGE::contains))
                .findFirst()
                .map(pod -> new Sign(
                        LaneVerdict.IMAGE_PULL,
                        pod.name() + " waits: " + String.join(", ", pod.waiting()),
                        "such a pod waits for ever and holds a place (actions-runner-controller #4654)",
                        "check the image's name, its digest and whether it is public; apply the right one, then delete"
                                + " the runners that wait"));
    }

    /** A container that cannot start for a reason that no verdict names. */
    private static Optional<Sign> stuck(LaneFacts lane) {
        return pods(lane)
                .filter(pod -> pod.waiting().stream()
                        .anyMatch(reason -> !IMAGE.contains(reason) && !STARTING.contains(reason)))
                .findFirst()
                .map(pod -> new Sign(
                        LaneVerdict.UNKNOWN,
                        pod.name() + " cannot start: " + String.join(", ", pod.waiting()),
                        "why is known to the pod's events only",
                        "kubectl -n " + pod.namespace() + " describe pod " + pod.name()));
    }

    private static Optional<Sign> failed(LaneFacts lane) {
        List<Runner> failed = lane.runners().stream()
                .filter(runner -> runner.phase().equals("Failed"))
                .toList();
        return failed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sign(
                        LaneVerdict.UNKNOWN,
                        failed.size() + " of its runners failed: "
                                + few(failed.stream().map(Runner::name).toList())
                                + (failed.getFirst().reason().isEmpty()
                                        ? ""
                                        : " (" + failed.getFirst().reason() + ")"),
                        "after five failures of its pod a runner is given up and keeps its place",
                        "kubectl -n " + lane.set().namespace() + " describe ephemeralrunner "
                                + failed.getFirst().name()));
    }

    private static Stream<PodState> pods(LaneFacts lane) {
        return Stream.concat(lane.listenerPods().stream(), lane.runnerPods().stream());
    }

    private static String few(List<String> names) {
        return names.size() <= 3
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 3)) + " and " + (names.size() - 3) + " more";
    }

    /** The server's words, short. */
    private static String clause(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 200 ? line : line.substring(0, 197) + "...";
    }
}
