package dev.tinyland.gf.arc.inspect;

import java.util.List;

/**
 * What one look at the cluster saw; each part stands for itself, since each may be refused.
 *
 * @param listenerPods pods in the controller's namespace that serve lanes
 * @param warnings messages of warning events in the runners' namespace; only where they were asked for
 */
public record ClusterView(
        Seen<List<RunnerSet>> sets,
        Seen<List<Listener>> listeners,
        Seen<List<EphemeralSet>> ephemeralSets,
        Seen<List<Runner>> runners,
        Seen<List<PodState>> runnerPods,
        Seen<List<PodState>> listenerPods,
        Seen<List<Controller>> controllers,
        Seen<List<String>> warnings) {}
