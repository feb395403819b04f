package dev.tinyland.gf.arc.inspect;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The objects of one lane. */
record LaneFacts(ClusterView cluster, RunnerSet set, Instant now) {
    /** What is younger is still being made. */
    private static final Duration YOUNG = Duration.ofMinutes(2);

    List<Listener> listeners() {
        return Seen.items(cluster.listeners()).stream()
                .filter(listener -> listener.set().equals(set.name())
                        && listener.setNamespace().equals(set.namespace()))
                .toList();
    }

    List<EphemeralSet> ephemeralSets() {
        return Seen.items(cluster.ephemeralSets()).stream()
                .filter(one -> one.set().equals(set.name()))
                .toList();
    }

    List<Runner> runners() {
        return Seen.items(cluster.runners()).stream()
                .filter(runner -> runner.set().equals(set.name()))
                .toList();
    }

    List<PodState> runnerPods() {
        return Seen.items(cluster.runnerPods()).stream()
                .filter(pod -> pod.set().equals(set.name()) && !pod.listener())
                .toList();
    }

    List<PodState> listenerPods() {
        return Seen.items(cluster.listenerPods()).stream()
                .filter(pod -> pod.set().equals(set.name()) && pod.listener())
                .toList();
    }

    /** Warning events about one of the lane's runners or sets. */
    List<String> warnings() {
        return Seen.items(cluster.warnings()).stream()
                .filter(warning -> warning.startsWith(set.name() + ":")
                        || RunnerName.isOf(set.name(), warning.substring(0, Math.max(0, warning.indexOf(':'))))
                        || ephemeralSets().stream().anyMatch(one -> warning.startsWith(one.name() + ":")))
                .toList();
    }

    /** Whether the lane, or the newest set of its runners, has only just been made. */
    boolean isYoung() {
        Instant since = now.minus(YOUNG);
        return set.created().filter(since::isBefore).isPresent()
                || ephemeralSets().stream()
                        .anyMatch(one -> one.created().filter(since::isBefore).isPresent());
    }
}
