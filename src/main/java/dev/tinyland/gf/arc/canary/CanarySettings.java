package dev.tinyland.gf.arc.canary;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a canary is to do.
 *
 * @param workflow file name of the dispatched workflow
 * @param ref branch or tag whose workflow is dispatched
 * @param bakeTime how long the lane is watched after its job
 * @param interval between two looks
 * @param parallel whether all lanes are tried at once
 * @param abortOnFirst whether the rest is skipped once a lane failed
 * @param expectGroup runner group that must take the job; empty for the one the cluster names
 * @param expect by lane, the variables its job must find, or must not
 * @param addresses those of all variables that hold an address, whose host the job must be able to resolve
 * @param containers by lane, the container its job runs in
 * @param cancel whether runs that are given up are cancelled
 * @param cluster whether the cluster is to be looked at; where it is, and cannot be, the best is HOLD
 * @param ownRunner name of the runner this program runs on, empty outside a job
 */
public record CanarySettings(
        List<String> lanes,
        String workflow,
        String ref,
        Duration queueTimeout,
        Duration runTimeout,
        Duration bakeTime,
        Duration interval,
        boolean parallel,
        boolean abortOnFirst,
        Optional<String> expectGroup,
        Map<String, Map<String, Expected>> expect,
        Set<String> addresses,
        Map<String, String> containers,
        boolean cancel,
        boolean cluster,
        Optional<String> ownRunner) {

    public CanarySettings {
        lanes = List.copyOf(lanes);
        expect = Map.copyOf(expect);
        addresses = Set.copyOf(addresses);
        containers = Map.copyOf(containers);
    }
}
