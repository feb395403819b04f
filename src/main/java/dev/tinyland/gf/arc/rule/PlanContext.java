package dev.tinyland.gf.arc.rule;

import dev.tinyland.gf.arc.upstream.RunnerReleases;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.tofu.plan.PlanScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a rule may know beside the plan.
 *
 * @param controllerVersion the live controller's version, where the caller gave it
 * @param runnerVersion the version of the runner in the lanes' images, where the caller gave it
 * @param maximumTotal most runners over all lanes
 * @param expect addresses or lanes that may change; empty for no such limit
 * @param strict whether doubt about the plan's extent blocks
 * @param allowDestroy addresses that may be destroyed
 */
public record PlanContext(
        Contract contract,
        PlanScope scope,
        RunnerReleases releases,
        LocalDate today,
        Optional<String> controllerVersion,
        Optional<String> runnerVersion,
        OptionalLong maximumTotal,
        List<String> expect,
        boolean strict,
        boolean allowGreenfield,
        Set<String> allowDestroy) {

    public PlanContext {
        expect = List.copyOf(expect);
        allowDestroy = Set.copyOf(allowDestroy);
    }
}
