package dev.tinyland.gf.plan.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a report says beside the plan itself.
 *
 * @param stack name of the stack
 * @param alive objects the plan would create although they live
 * @param accepted what was waved through, by whom and why, one sentence each
 * @param circumstances further facts by name, such as {@code guard} or {@code state}, in the order they are shown
 * @param unproven what a green verdict does not prove, one sentence each
 */
public record ReportFacts(
        String stack,
        List<LiveCounterpart> alive,
        List<String> accepted,
        Map<String, String> circumstances,
        List<String> unproven) {

    /**
     * An object that lives and that the plan would create.
     *
     * @param address address in the plan
     * @param living what lives, as in {@code Helm release arc-systems/arc-controller, revision 7, deployed 2026-04-02}
     */
    public record LiveCounterpart(String address, String living) {}

    /** What no plan proves, whatever the verdict. */
    public static final List<String> NEVER_PROVEN = List.of(
            "that an apply succeeds: providers refuse at apply time what they did not check while planning",
            "what Helm renders from these values: hooks, templates and CRDs are the chart's own",
            "that workloads come up and jobs run afterwards",
            "anything about objects that are not in this state");

    public ReportFacts {
        alive = List.copyOf(alive);
        accepted = List.copyOf(accepted);
        circumstances = Collections.unmodifiableMap(new LinkedHashMap<>(circumstances));
        unproven = List.copyOf(unproven);
    }

    /** Facts about a plan that was judged by its JSON alone. */
    public static ReportFacts of(String stack) {
        return new ReportFacts(stack, List.of(), List.of(), Map.of(), NEVER_PROVEN);
    }
}
