package dev.tinyland.gf.lint.rules;

import dev.tinyland.gf.expression.Condition;
import dev.tinyland.gf.lint.model.ActionFile;
import dev.tinyland.gf.lint.model.Job;
import dev.tinyland.gf.lint.model.Step;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Every {@code if:} of a file with whose it is. */
final class Conditions {

    private Conditions() {}

    /** Whose condition it is, which decides what it may name. */
    enum Owner {
        JOB("job"),
        STEP("step"),
        ACTION_STEP("composite step");

        private final String word;

        Owner(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** One condition as written and as read. */
    record Site(Owner owner, YamlScalar scalar, Condition condition) {}

    /** @param concerns asked with the text of each condition before it is read: reading one is dear, and most do not concern */
    static List<Site> of(Workflow workflow, Predicate<String> concerns) {
        List<Site> sites = new ArrayList<>();
        for (Job job : workflow.jobs()) {
            add(sites, Owner.JOB, job.condition(), concerns);
            for (Step step : job.steps()) {
                add(sites, Owner.STEP, step.condition(), concerns);
            }
        }
        return sites;
    }

    /** @param concerns as for workflows */
    static List<Site> of(ActionFile action, Predicate<String> concerns) {
        List<Site> sites = new ArrayList<>();
        for (Step step : action.steps()) {
            add(sites, Owner.ACTION_STEP, step.condition(), concerns);
        }
        return sites;
    }

    private static void add(List<Site> sites, Owner owner, Optional<YamlScalar> condition, Predicate<String> concerns) {
        condition
                .filter(scalar -> concerns.test(scalar.value()))
                .ifPresent(scalar -> sites.add(new Site(owner, scalar, Condition.parse(scalar.content()))));
    }
}
