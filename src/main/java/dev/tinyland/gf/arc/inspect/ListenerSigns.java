package dev.tinyland.gf.arc.inspect;

import dev.tinyland.gf.arc.inspect.LaneDiagnosis.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Whether somebody asks GitHub for the lane's jobs, and makes runners where it is told to. */
final class ListenerSigns {
    private ListenerSigns() {}

    static List<Sign> of(LaneFacts lane) {
        if (lane.cluster().listeners().found().isEmpty()) {
            return List.of();
        }
        List<Sign> signs = new ArrayList<>();
        List<Listener> listeners = lane.listeners();
        if (listeners.isEmpty()) {
            signs.add(lane.isYoung() ? beingMade("there is no AutoscalingListener yet") : missing(lane));
            return signs;
        }
        if (lane.cluster().ephemeralSets().found().isPresent()) {
            listeners.stream()
                    .filter(listener -> lane.ephemeralSets().stream()
                            .noneMatch(set -> set.name().equals(listener.runners())))
                    .forEach(listener -> signs.add(stale(lane, listener)));
        }
        listeners.stream()
                .filter(listener -> scalesOtherwise(lane.set(), listener))
                .findFirst()
                .map(listener -> otherwise(lane, listener))
                .ifPresent(signs::add);
        if (lane.cluster().listenerPods().found().isPresent()) {
            long ready = lane.listenerPods().stream().filter(PodState::ready).count();
            if (ready == 0) {
                signs.add(lane.isYoung() ? beingMade("its listener's pod is not ready yet") : notReady(lane));
            } else if (ready > 1) {
                signs.add(new Sign(
                        LaneVerdict.LISTENER_STALE_SET,
                        ready + " listener pods are ready for one lane",
                        "both take jobs, and one of them makes runners of a set that is on its way out",
                        "list them (kubectl -n " + listeners.getFirst().namespace()
                                + " get autoscalinglisteners) and delete the older AutoscalingListener"));
            }
        }
        return signs;
    }

    private static boolean scalesOtherwise(RunnerSet set, Listener listener) {
        return (listener.maximum().isPresent()
                        && set.maximum().isPresent()
                        && listener.maximum().getAsInt() != set.maximum().getAsInt())
                || (listener.minimum().isPresent() && listener.minimum().getAsInt() != set.minimum());
    }

    private static Sign otherwise(LaneFacts lane, Listener listener) {
        return new Sign(
                LaneVerdict.LISTENER_STALE_SET,
                "the listener " + listener.name() + " scales from " + number(listener.minimum()) + " to "
                        + number(listener.maximum()) + ", the lane asks for "
                        + lane.set().minimum() + " to "
                        + number(lane.set().maximum()),
                "it was made for the lane as it was before, and takes too few jobs or too many",
                "kubectl -n " + listener.namespace() + " delete autoscalinglistener " + listener.name()
                        + " (the controller makes a new one; running jobs go on)");
    }

    private static String number(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "any number";
    }

    private static Sign beingMade(String observed) {
        return new Sign(
                LaneVerdict.UNKNOWN,
                observed,
                "the lane was made or changed less than two minutes ago",
                "look again in two minutes");
    }

    private static Sign missing(LaneFacts lane) {
        List<Runner> alive = lane.runners().stream().filter(Runner::holdsPlace).toList();
        List<Runner> idle = alive.stream().filter(runner -> !runner.job()).toList();
        String sets = lane.ephemeralSets().stream()
                .findFirst()
                .map(set -> "kubectl -n " + set.namespace() + " patch ephemeralrunnerset " + set.name()
                        + " --type=merge -p '{\"spec\":{\"replicas\":0}}'")
                .orElse("");
        String next;
        if (!idle.isEmpty() && !sets.isEmpty()) {
            next = idle.size() == 1 && lane.set().minimum() <= 0
                    ? "kubectl -n " + idle.getFirst().namespace() + " delete ephemeralrunner "
                            + idle.getFirst().name() + " (idle), then look for the listener"
                    : sets + ", wait for the listener, then let the runners come back";
        } else if (!alive.isEmpty()) {
            next = "wait for the " + alive.size() + " running jobs to end, then look again";
        } else {
            next = "read the controller's log for " + lane.set().name()
                    + ", then restart the controller: running jobs go on";
        }
        return new Sign(
                LaneVerdict.LISTENER_MISSING,
                "there is no AutoscalingListener for it"
                        + (alive.isEmpty()
                                ? ""
                                : ", while " + alive.size() + (alive.size() == 1 ? " runner lives" : " runners live")
                                        + " (" + idle.size() + " idle)"),
                "nobody asks GitHub for jobs of this lane: they stay queued, however healthy Helm calls it",
                next);
    }

    private static Sign stale(LaneFacts lane, Listener listener) {
        return new Sign(
                LaneVerdict.LISTENER_STALE_SET,
                "the listener " + listener.name() + " scales the EphemeralRunnerSet " + listener.runners()
                        + ", which is not there"
                        + (lane.ephemeralSets().isEmpty()
                                ? ""
                                : "; there is "
                                        + String.join(
                                                ", ",
                                                lane.ephemeralSets().stream()
                                                        .map(EphemeralSet::name)
                                                        .toList())),
                "it takes jobs and can make no runner for them",
                "kubectl -n " + listener.namespace() + " delete autoscalinglistener " + listener.name()
                        + " (the controller makes a new one; running jobs go on)");
    }

    private static Sign notReady(LaneFacts lane) {
        String observed = lane.listenerPods().stream()
                .findFirst()
                .map(pod -> "its listener's pod " + pod.name() + " is not ready"
                        + (pod.waiting().isEmpty() ? "" : " (" + String.join(", ", pod.waiting()) + ")")
                        + (pod.restarts() == 0 ? "" : ", after " + pod.restarts() + " restarts"))
                .orElse("its AutoscalingListener has no pod");
        String namespace = lane.listeners().getFirst().namespace();
        return new Sign(
                LaneVerdict.LISTENER_MISSING,
                observed,
                "nobody asks GitHub for jobs of this lane",
                lane.listenerPods().stream()
                        .findFirst()
                        .map(pod -> "kubectl -n " + namespace + " logs " + pod.name() + " --previous")
                        .orElse("kubectl -n " + namespace + " describe autoscalinglistener "
                                + lane.listeners().getFirst().name()));
    }
}
