package dev.tinyland.gf.arc.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tinyland.gf.arc.plan.PlannedRelease;
import dev.tinyland.gf.arc.plan.RunnerPlan;
import dev.tinyland.gf.helm.HelmReleaseReader;
import dev.tinyland.gf.helm.PathChange;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rule about single values of a release that is created or changed.
 *
 * @param onCreation whether it looks at releases that are created, too
 * @param judge what it says of one value, empty where the value does not concern it
 */
record PathRule(String id, String title, Level level, boolean onCreation, Judge judge) implements PlanRule {

    /** The text of a finding. */
    record Statement(String observed, String why, String next) {}

    /** Looks at one value. */
    @FunctionalInterface
    interface Judge {
        Optional<Statement> look(PlannedRelease release, PathChange change, PlanContext context);
    }

    @Override
    public boolean blocks() {
        return level == Level.BLOCK;
    }

    @Override
    public List<Outcome> judge(RunnerPlan plan, PlanContext context) {
        List<Outcome> outcomes = new ArrayList<>();
        for (PlannedRelease release : plan.releases()) {
            if (!release.isChanged() && !(onCreation && release.isNew())) {
                continue;
            }
            for (PathChange change : release.values()) {
                look(release, change, context)
                        .ifPresent(statement -> outcomes.add(new Outcome.Found(
                                new Finding(
                                        id,
                                        level,
                                        release.subject(),
                                        statement.observed(),
                                        shown(change.path(), change.before()),
                                        shown(change.path(), change.after()),
                                        statement.why(),
                                        statement.next()),
                                aliases(release))));
            }
        }
        return outcomes;
    }

    @Override
    public boolean names(PlannedRelease release, PathChange change, PlanContext context) {
        return look(release, change, context).isPresent();
    }

    /** Of a value that is known only after the apply nothing can be said but that. */
    private Optional<Statement> look(PlannedRelease release, PathChange change, PlanContext context) {
        boolean later = change.after()
                .filter(value -> value.asText("").equals(HelmReleaseReader.UNKNOWN))
                .isPresent();
        return later ? Optional.empty() : judge.look(release, change, context);
    }

    static Set<String> aliases(PlannedRelease release) {
        return Set.copyOf(List.of(release.address(), release.subject(), release.releaseName()).stream()
                .distinct()
                .toList());
    }

    /** A value for people: short, and never one that looks like a secret or is named as one. */
    static String shown(String path, Optional<JsonNode> value) {
        boolean secret =
                CacheRules.variable(path).filter(SecretShapes::namesSecret).isPresent()
                        || path.isEmpty()
                        || SecretShapes.namesSecret(path.substring(path.lastIndexOf('.') + 1));
        return value.map(node -> secret ? HelmReleaseReader.SENSITIVE : shown(node))
                .orElse("");
    }

    private static String shown(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : value.toString();
        if (text.equals(HelmReleaseReader.SENSITIVE) || SecretShapes.looksSecret(text)) {
            return HelmReleaseReader.SENSITIVE;
        }
        return text.length() <= 160 ? text : text.substring(0, 157) + "...";
    }
}
