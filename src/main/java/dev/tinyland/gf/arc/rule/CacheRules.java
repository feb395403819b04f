package dev.tinyland.gf.arc.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tinyland.gf.arc.plan.LaneValues;
import dev.tinyland.gf.arc.plan.PlannedRelease;
import dev.tinyland.gf.arc.rule.PathRule.Statement;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.HostMatcher;
import dev.tinyland.gf.helm.PathChange;
import dev.tinyland.gf.report.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a change does to the caches a lane is attached to. */
final class CacheRules {
    private static final Pattern VARIABLE = Pattern.compile(
            "template\\.spec\\.(?:initC|c)ontainers\\[[^\\]]+\\]\\.env\\[([^\\]]+)\\]\\.(?:value|valueFrom.*)");
    private static final Pattern RESOURCES =
            Pattern.compile("template\\.spec\\.(?:initC|c)ontainers\\[[^\\]]+\\]\\.resources\\..+|resources\\..+");

    private CacheRules() {}

    /** AP20: an attachment is lost, retargeted, or leads to an address that is out of contract. */
    static PlanRule attachment() {
        return new PathRule(
                "AP20", "cache attachments stay, and lead where they may", Level.REVIEW, true, CacheRules::attached);
    }

    /** AP21: the remote executor, which changes where every pod of the lane builds. */
    static PlanRule executor() {
        return new PathRule(
                "AP21",
                "no remote executor is set",
                Level.REVIEW,
                true,
                (release, change, context) -> variable(change)
                        .filter(context.contract().bazel().executorVariable()::equals)
                        .filter(_ -> isSet(change))
                        .map(name -> new Statement(
                                name + (change.before().isPresent() ? " changes" : " is newly set"),
                                "it turns every job of the lane executor-backed; only eligible target classes may be",
                                "check the lane's target classes in "
                                        + context.contract().bazel().eligibilityFile())));
    }

    /** An empty value attaches nothing. */
    private static boolean isSet(PathChange change) {
        return change.after()
                .filter(value -> !value.asText("").isEmpty() || value.isContainerNode())
                .isPresent();
    }

    /** AP51: environment and resources that are added take nothing away. */
    static PlanRule additions() {
        return new PathRule(
                "AP51", "no environment or resource is added", Level.INFO, false, (release, change, context) -> {
                    boolean resources = RESOURCES.matcher(change.path()).matches();
                    Optional<String> variable = variable(change);
                    if (!change.added() || (variable.isEmpty() && !resources)) {
                        return Optional.empty();
                    }
                    Optional<String> moved = variable.filter(name -> comesFromElsewhere(release, name));
                    if (moved.isPresent()) {
                        return Optional.of(new Statement(
                                moved.get() + " refers to another object",
                                "what it holds there is not in the plan",
                                ""));
                    }
                    boolean otherRule = variable.filter(name -> name.equals(
                                            context.contract().bazel().executorVariable()))
                                    .isPresent()
                            || attached(release, change, context).isPresent();
                    return otherRule
                            ? Optional.empty()
                            : Optional.of(new Statement(
                                    variable.map(name -> name + " is added").orElse(change.path() + " is added"),
                                    pointsAtNoDaemon(release, variable, change)
                                            ? "the daemon that the chart adds listens on its socket only; this"
                                                    + " address, which wins over the chart's own, leads to nothing"
                                            : "nothing that the lane had is taken away",
                                    ""));
                });
    }

    private static Optional<Statement> attached(PlannedRelease release, PathChange change, PlanContext context) {
        Contract contract = context.contract();
        Optional<String> variable = variable(change);
        Optional<String> after = change.after().filter(JsonNode::isTextual).map(JsonNode::textValue);
        if (after.isPresent() && !new HostMatcher(contract).retired(after.get()).isEmpty()) {
            return Optional.of(new Statement(
                    variable.orElse(change.path()) + " leads to an address that is out of contract",
                    "nothing is served there any more, or nothing anybody vouches for ("
                            + contract.decisions().cacheAndStateRoles() + ")",
                    "use the canonical address of the contract"));
        }
        Set<String> attachments = Set.of(
                contract.attic().serverVariable(),
                contract.attic().cacheVariable(),
                contract.bazel().cacheVariable(),
                contract.bazel().executorVariable());
        boolean executorSet =
                variable.filter(contract.bazel().executorVariable()::equals).isPresent() && !change.removed();
        if (executorSet
                || variable.filter(attachments::contains).isEmpty()
                || change.before().isEmpty()) {
            return Optional.empty();
        }
        if (comesFromElsewhere(release, variable.get())) {
            return Optional.of(new Statement(
                    variable.get() + " comes from elsewhere now",
                    "what it will hold is not in the plan, and jobs of the lane use whatever cache it names",
                    "read what it refers to, and run the canary on the lane " + release.subject()));
        }
        return Optional.of(new Statement(
                variable.get() + (change.removed() ? " is removed" : " is retargeted"),
                "jobs of the lane " + (change.removed() ? "lose the cache and build everything" : "use another cache"),
                "confirm that this is meant for the lane " + release.subject()));
    }

    /** In the mode {@code dind} the chart gives the socket's address; one of the lane's own wins over it. */
    private static boolean pointsAtNoDaemon(PlannedRelease release, Optional<String> variable, PathChange change) {
        return variable.filter("DOCKER_HOST"::equals).isPresent()
                && change.after()
                        .filter(value -> value.asText("").startsWith("tcp:"))
                        .isPresent()
                && release.laneAfter()
                        .flatMap(LaneValues::containerMode)
                        .filter("dind"::equals)
                        .isPresent();
    }

    /** Whether a variable had a value of its own, and refers to another object's instead. */
    private static boolean comesFromElsewhere(PlannedRelease release, String variable) {
        List<PathChange> about = release.values().stream()
                .filter(change -> variable(change).filter(variable::equals).isPresent())
                .toList();
        return about.stream()
                        .anyMatch(change -> change.removed() && change.path().endsWith(".value"))
                && about.stream()
                        .anyMatch(change -> change.added() && change.path().contains(".valueFrom"));
    }

    /** The environment variable a change is about. */
    static Optional<String> variable(PathChange change) {
        return variable(change.path());
    }

    /** The environment variable a path leads to. */
    static Optional<String> variable(String path) {
        Matcher matcher = VARIABLE.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
