package dev.tinyland.gf.arc.canary;

import dev.tinyland.gf.github.WorkflowJob;
import dev.tinyland.gf.helm.ChartVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the dispatched job proved, read from its steps: {@code gf-runner:self-hosted}, {@code gf-env:NAME} for a variable,
 * {@code gf-net:NAME} for the host of the address that a variable holds, and {@code gf-runner-version:X.Y.Z}.
 */
record JobSteps(List<WorkflowJob.Step> steps) {
    private static final String OWN = "gf-runner:self-hosted";
    private static final String VERSION = "gf-runner-version:";

    /**
     * Something that the contract wants and the job did not prove.
     *
     * @param proved whether the job proved the contrary; else nobody looked
     */
    record Shortfall(boolean proved, String observed, String next) {}

    JobSteps {
        steps = List.copyOf(steps);
    }

    static JobSteps none() {
        return new JobSteps(List.of());
    }

    static JobSteps of(WorkflowJob job) {
        return new JobSteps(job.steps());
    }

    /** The steps that prove something, as {@code gf-env:ATTIC_SERVER=success}; those that were left out are not named. */
    List<String> named() {
        return steps.stream()
                .filter(step -> step.name().startsWith("gf-"))
                .filter(step -> !step.name().startsWith(VERSION))
                .filter(step -> !step.conclusion().equals("skipped"))
                .map(step -> step.name() + "=" + step.conclusion())
                .toList();
    }

    /** The release that the runner itself says it is. */
    Optional<ChartVersion> version() {
        return steps.stream()
                .map(WorkflowJob.Step::name)
                .filter(name -> name.startsWith(VERSION))
                .flatMap(name ->
                        ChartVersion.parse(name.substring(VERSION.length()).strip()).stream())
                .findFirst();
    }

    /**
     * What is missing.
     *
     * @param addresses variables that hold an address
     */
    List<Shortfall> shortfalls(Map<String, Expected> expect, Set<String> addresses) {
        List<Shortfall> shortfalls = new ArrayList<>();
        judge(
                OWN,
                new Shortfall(
                        true,
                        "its runner does not call itself self-hosted (RUNNER_ENVIRONMENT)",
                        "look which runner takes jobs of this label"),
                "whether the runner is self-hosted",
                shortfalls);
        new TreeMap<>(expect).forEach((name, expected) -> {
            judge("gf-env:" + name, wrong(name, expected), "at " + name, shortfalls);
            if (expected.present() && addresses.contains(name)) {
                judge(
                        "gf-net:" + name,
                        new Shortfall(
                                true,
                                "the host that " + name + " names does not resolve on the lane",
                                "compare the address with the Service in the cluster, and the lane's DNS"),
                        "whether the host that " + name + " names resolves",
                        shortfalls);
            }
        });
        return shortfalls;
    }

    private static Shortfall wrong(String name, Expected expected) {
        return new Shortfall(
                true,
                expected.present()
                        ? name + " is not what the lane's contract says"
                        : name + " is set, and the lane's contract says that it has none",
                expected.present()
                        ? "compare the lane's environment in its values with the contract, then plan again"
                        : "take it out of the lane's values; or where a plan attached it on purpose, give env-contract"
                                + " the output lanes of arc-plan, and say it in the contract");
    }

    private void judge(String step, Shortfall wrong, String what, List<Shortfall> shortfalls) {
        String said = steps.stream()
                .filter(one -> one.name().equals(step))
                .map(WorkflowJob.Step::conclusion)
                .findFirst()
                .orElse("");
        switch (said) {
            case "success" -> {
                // It is as the contract says.
            }
            case "failure" -> shortfalls.add(wrong);
            default ->
                shortfalls.add(new Shortfall(
                        false,
                        "nobody looked " + what + " (step " + step + ")",
                        "dispatch the workflow of this release: workflows/gf-arc-canary.yml"));
        }
    }
}
