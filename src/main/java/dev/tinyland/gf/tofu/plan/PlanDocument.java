package dev.tinyland.gf.tofu.plan;

/** What reading a plan's JSON gave. */
public sealed interface PlanDocument {

    /** A plan of a known format. */
    record Plan(TofuPlan plan) implements PlanDocument {}

    /**
     * Not a plan, or one of a format this tool does not know.
     *
     * @param problem what was found instead, without the file's text
     * @param next how to get a plan that can be read
     */
    record Unreadable(String problem, String next) implements PlanDocument {}
}
