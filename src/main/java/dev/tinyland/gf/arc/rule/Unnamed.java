package dev.tinyland.gf.arc.rule;

import dev.tinyland.gf.arc.plan.PlannedRelease;
import dev.tinyland.gf.arc.plan.RunnerPlan;
import dev.tinyland.gf.helm.HelmReleaseReader;
import dev.tinyland.gf.helm.PathChange;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;
import dev.tinyland.gf.tofu.plan.ResourceChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** AP34: an effective change that no other rule names. Nothing passes in silence. */
final class Unnamed {
    private final List<PlanRule> rules;

    Unnamed(List<PlanRule> rules) {
        this.rules = List.copyOf(rules);
    }

    PlanRule rule() {
        return PlanWide.of("AP34", "every change is named by a rule", false, (plan, context) -> {
            List<Outcome> outcomes = new ArrayList<>();
            plan.releases().forEach(release -> outcomes.addAll(ofRelease(release, context)));
            plan.others().forEach(change -> outcomes.addAll(ofResource(change)));
            outcomes.addAll(ofOutputs(plan));
            return outcomes;
        });
    }

    private List<Outcome> ofRelease(PlannedRelease release, PlanContext context) {
        List<Outcome> outcomes = new ArrayList<>();
        if (release.action().forgets()) {
            outcomes.add(
                    review(release.subject(), PathRule.aliases(release), "OpenTofu forgets it and leaves it running"));
        }
        if (release.role() == PlannedRelease.Role.OTHER && (release.isNew() || release.isRemoved())) {
            outcomes.add(review(
                    release.subject(),
                    PathRule.aliases(release),
                    release.isNew()
                            ? "a release of another chart is created"
                            : "a release of another chart is destroyed"));
        }
        if (!release.isChanged()) {
            return outcomes;
        }
        for (PathChange change : release.values()) {
            if (rules.stream().noneMatch(rule -> rule.names(release, change, context))) {
                outcomes.add(new Outcome.Found(
                        new Finding(
                                "AP34",
                                Level.REVIEW,
                                release.subject(),
                                change.path() + what(change),
                                PathRule.shown(change.path(), change.before()),
                                PathRule.shown(change.path(), change.after()),
                                why(change),
                                "read it in the plan's text, and run the canary on the lane afterwards"),
                        PathRule.aliases(release)));
            }
        }
        for (String attribute : release.attributes()) {
            outcomes.add(
                    review(release.subject(), PathRule.aliases(release), "the attribute " + attribute + " changes"));
        }
        if (release.after().filter(after -> after.reusesValues()).isPresent()) {
            outcomes.add(review(
                    release.subject(),
                    PathRule.aliases(release),
                    "reuse_values merges live values in, which the plan cannot show"));
        }
        release.after()
                .ifPresent(after -> after.unreadable()
                        .forEach(path -> outcomes.add(review(
                                release.subject(),
                                PathRule.aliases(release),
                                path + " cannot be read as Helm reads it"))));
        return outcomes;
    }

    private static String what(PathChange change) {
        boolean later = change.after()
                .filter(value -> value.asText("").equals(HelmReleaseReader.UNKNOWN))
                .isPresent();
        if (later) {
            return " is known only after the apply";
        }
        return change.added() ? " is added" : change.removed() ? " is removed" : " changes";
    }

    private static String why(PathChange change) {
        return switch (change.path()) {
            case "maxRunners" -> "the lane may take more of the cluster at once; nothing checks that it has it";
            case "minRunners" -> "that many runners stay alive without a job, and hold their resources";
            default -> "no rule knows what this does to the lane";
        };
    }

    private static List<Outcome> ofResource(ResourceChange change) {
        boolean silent = !change.action().changes() || !change.changesAnything();
        return silent
                ? List.of()
                : List.of(review(
                        change.address(),
                        Set.of(change.address()),
                        "a " + change.type() + " is to "
                                + String.join(" and ", change.change().actionWords())));
    }

    /** An output follows from resources; it says something of its own only where none changes. */
    private static List<Outcome> ofOutputs(RunnerPlan plan) {
        boolean resources = plan.plan().resourceChanges().stream()
                .anyMatch(change -> change.action().changes());
        if (resources) {
            return List.of();
        }
        return plan.plan().outputChanges().entrySet().stream()
                .filter(output -> output.getValue().action().changes())
                .map(output -> review(
                        "output." + output.getKey(), Set.of("output." + output.getKey()), "the output changes alone"))
                .toList();
    }

    private static Outcome review(String subject, Set<String> aliases, String observed) {
        return Outcome.found(
                "AP34",
                Level.REVIEW,
                subject,
                aliases,
                observed,
                "no rule knows what this does to the lanes",
                "read it in the plan's text");
    }
}
