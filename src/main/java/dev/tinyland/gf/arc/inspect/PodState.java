package dev.tinyland.gf.arc.inspect;

import java.util.List;
import java.util.Optional;

/**
 * What a pod says of itself.
 *
 * @param set label {@code actions.github.com/scale-set-name}
 * @param listener whether it is a listener's pod
 * @param ready whether every container is ready
 * @param restarts of all containers together
 * @param waiting reasons for which containers wait, as in {@code ImagePullBackOff}
 * @param exitCodes codes with which containers ended
 * @param unschedulable the scheduler's words where it found no node
 * @param reason reason of the whole pod, as in {@code Evicted}
 */
public record PodState(
        String namespace,
        String name,
        String set,
        boolean listener,
        String phase,
        boolean ready,
        int restarts,
        List<String> waiting,
        List<Integer> exitCodes,
        Optional<String> unschedulable,
        String reason) {

    public PodState {
        waiting = List.copyOf(waiting);
        exitCodes = List.copyOf(exitCodes);
    }
}
