package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Canary;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.model.Job;
import dev.tinyland.gf.lint.model.Step;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.text.Span;
import dev.tinyland.gf.yaml.YamlScalar;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The steps of the state canary: their order, and which of them run whatever happened before. A probe that writes must not
 * run where a reading one failed, and evidence must be taken even then.
 */
public final class CanaryOrderRule implements Rule {
    /** So many known ids make a job of any file a canary; fewer are a coincidence. */
    private static final int ENOUGH_TO_BE_ONE = 3;

    private static final RuleInfo INFO =
            Rules.inCode("canary-order", "the state canary's steps out of order or without always()", Severity.ERROR);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean readsTexts(Surface surface) {
        return false;
    }

    @Override
    public Collection<String> subjects(Contract contract) {
        return contract.canary().steps().stream().map(Canary.Step::id).toList();
    }

    @Override
    public boolean wholeWords() {
        return true;
    }

    @Override
    public void workflow(Workflow workflow, RuleContext context) {
        Canary canary = context.contract().canary();
        Set<String> ids = new HashSet<>(subjects(context.contract()));
        boolean isTheCanary = context.file().path().equals(canary.workflow());
        for (Job job : workflow.jobs()) {
            int known = 0;
            for (Step step : job.steps()) {
                if (step.id().isPresent() && ids.contains(step.id().get().value())) {
                    known++;
                }
            }
            if (known >= ENOUGH_TO_BE_ONE || isTheCanary && known > 0) {
                judge(job, canary.steps(), context);
            }
        }
    }

    private static void judge(Job job, List<Canary.Step> expected, RuleContext context) {
        int reached = -1;
        String previous = "";
        for (Canary.Step step : expected) {
            Optional<Step> found = job.steps().stream()
                    .filter(candidate -> id(candidate).filter(step.id()::equals).isPresent())
                    .findFirst();
            if (found.isEmpty()) {
                report(
                        job.key().span(),
                        "The canary has no step `" + step.id() + "`.",
                        "Add it" + (previous.isEmpty() ? " first." : " after `" + previous + "`."),
                        context);
                continue;
            }
            if (found.get().index() < reached) {
                report(
                        place(found.get()),
                        "The step `" + step.id() + "` stands before `" + previous + "`.",
                        "Move it after `" + previous + "`.",
                        context);
            }
            reached = Math.max(reached, found.get().index());
            previous = step.id();
            judge(found.get(), step, context);
        }
    }

    private static void judge(Step step, Canary.Step expected, RuleContext context) {
        String condition = step.condition().map(YamlScalar::value).orElse("");
        boolean always = condition.contains("always()");
        Span place = step.condition().map(YamlScalar::span).orElseGet(() -> place(step));
        if (expected.always() && !always) {
            report(
                    place,
                    "The step `" + expected.id() + "` does not run when an earlier step failed.",
                    "Set `if: always()`.",
                    context);
        }
        if (!expected.always() && always) {
            report(
                    place,
                    "The step `" + expected.id() + "` runs even where an earlier step failed.",
                    "Drop `always()`: the step belongs after green ones only.",
                    context);
        }
        step.continueOnError()
                .filter(value -> !value.value().equals("false"))
                .ifPresent(value -> report(
                        value.span(),
                        "The step `" + expected.id() + "` may fail without turning the canary red.",
                        "Drop `continue-on-error`.",
                        context));
    }

    private static void report(Span span, String message, String suggestion, RuleContext context) {
        context.finding(INFO, span)
                .message(message)
                .why("The order of the canary is contract: evidence is taken whatever fails, and nothing is written"
                        + " into a store that just failed to read ("
                        + context.contract().decisions().cacheAndStateRoles() + ").")
                .suggestion(suggestion)
                .report();
    }

    private static Optional<String> id(Step step) {
        return step.id().map(YamlScalar::value);
    }

    private static Span place(Step step) {
        return step.id().map(YamlScalar::span).orElseGet(() -> step.node().span());
    }
}
