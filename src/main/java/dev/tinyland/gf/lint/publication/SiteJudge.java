package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.expression.Truth;
import dev.tinyland.gf.expression.Value;
import dev.tinyland.gf.lint.publication.PushVerdict.Kind;
import dev.tinyland.gf.lint.publication.PushVerdict.Reached;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Judges one place over the runs that can reach it. */
final class SiteJudge {
    private static final List<Kind> FORBIDDEN =
            List.of(Kind.ON_PULL_REQUEST, Kind.OFF_DEFAULT_BRANCH, Kind.WITHOUT_TOKEN);

    private final Reach reach;

    SiteJudge(Reach reach) {
        this.reach = reach;
    }

    /** A run and the place as that run finds it. */
    record Run(Placement placement, Scenario scenario) {}

    private record Outcome(Scenario scenario, Reach.Result result) {

        boolean allowed() {
            return !scenario.isPullRequest() && scenario.isDefaultBranch() && scenario.token();
        }

        int rank() {
            return FORBIDDEN.stream()
                    .filter(this::is)
                    .findFirst()
                    .map(FORBIDDEN::indexOf)
                    .orElse(FORBIDDEN.size());
        }

        boolean is(Kind kind) {
            return switch (kind) {
                case ON_PULL_REQUEST -> scenario.isPullRequest();
                case OFF_DEFAULT_BRANCH -> !scenario.isPullRequest() && !scenario.isDefaultBranch();
                case WITHOUT_TOKEN -> !scenario.token();
                case BY_DEFAULT, UNDECIDED, INPUT_DEFAULT, NOT_QUARANTINED, UNCONFIRMED -> false;
            };
        }
    }

    List<PushVerdict> judge(List<PushSite> sites, List<Scenario> scenarios) {
        List<PushVerdict> verdicts = new ArrayList<>();
        for (PushSite site : sites) {
            judgeRuns(site, runs(site.placement(), scenarios)).ifPresent(verdicts::add);
        }
        return verdicts;
    }

    Optional<PushVerdict> judgeWith(PushSite site, Map<String, Value> inputs, List<Scenario> scenarios) {
        return judgeRuns(site, runs(site.placement().withInputs(inputs), scenarios));
    }

    private static List<Run> runs(Placement placement, List<Scenario> scenarios) {
        return scenarios.stream().map(scenario -> new Run(placement, scenario)).toList();
    }

    Optional<PushVerdict> judgeRuns(PushSite site, List<Run> runs) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Run run : runs) {
            boolean stopped = site.tokenGuarded() && !run.scenario().token();
            if (!stopped) {
                outcomes.add(new Outcome(run.scenario(), reach.at(run.placement(), run.scenario(), site.control())));
            }
        }
        List<Reached> reached = new ArrayList<>();
        for (Kind kind : FORBIDDEN) {
            best(outcomes, kind).ifPresent(reached::add);
        }
        if (!reached.isEmpty()) {
            Reached first = reached.getFirst();
            boolean certain = reached.stream().anyMatch(one -> one.truth() == Truth.TRUE);
            return Optional.of(new PushVerdict(
                    site,
                    first.kind(),
                    first.truth(),
                    certain,
                    Optional.of(first.witness()),
                    reached.subList(1, reached.size()),
                    origins(outcomes),
                    site.span()));
        }
        return undecided(site, outcomes).or(() -> byDefault(site, outcomes));
    }

    /** The surest run of this kind that publishes although the control itself is decided. */
    private static Optional<Reached> best(List<Outcome> outcomes, Kind kind) {
        Reached best = null;
        for (Outcome outcome : outcomes) {
            Truth pushes = outcome.result().pushes();
            boolean counts = outcome.is(kind)
                    && pushes != Truth.FALSE
                    && outcome.result().control() != Truth.UNKNOWN;
            if (counts && (best == null || pushes.compareTo(best.truth()) > 0)) {
                best = new Reached(kind, pushes, outcome.scenario().witness());
            }
        }
        return Optional.ofNullable(best);
    }

    private static Optional<PushVerdict> undecided(PushSite site, List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(outcome -> !outcome.allowed() && outcome.result().pushes() != Truth.FALSE)
                .min(Comparator.comparingInt(Outcome::rank))
                .map(outcome -> new PushVerdict(
                        site,
                        Kind.UNDECIDED,
                        Truth.UNKNOWN,
                        false,
                        Optional.of(outcome.scenario().witness()),
                        List.of(),
                        outcome.result().origins(),
                        site.span()));
    }

    private static Optional<PushVerdict> byDefault(PushSite site, List<Outcome> outcomes) {
        if (!site.omitted()) {
            return Optional.empty();
        }
        return outcomes.stream()
                .filter(outcome -> outcome.result().pushes() != Truth.FALSE)
                .findFirst()
                .map(outcome -> new PushVerdict(
                        site,
                        Kind.BY_DEFAULT,
                        outcome.result().pushes(),
                        false,
                        Optional.of(outcome.scenario().witness()),
                        List.of(),
                        outcome.result().origins(),
                        site.span()));
    }

    private static Set<String> origins(List<Outcome> outcomes) {
        Set<String> origins = new TreeSet<>();
        outcomes.stream()
                .filter(outcome -> outcome.result().pushes() == Truth.UNKNOWN)
                .forEach(outcome -> origins.addAll(outcome.result().origins()));
        return origins;
    }
}
