package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.Fix;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.model.Concurrency;
import dev.tinyland.gf.lint.model.Job;
import dev.tinyland.gf.lint.model.Step;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.shell.CommandName;
import dev.tinyland.gf.shell.ProgramHint;
import dev.tinyland.gf.shell.ShellCommand;
import dev.tinyland.gf.shell.ShellParser;
import dev.tinyland.gf.text.Span;
import dev.tinyland.gf.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A newer run that may cancel an apply: it leaves a lock, or resources nobody recorded. */
public final class CancelInProgressOnApplyRule implements Rule {
    private static final Set<String> PROGRAMS = Set.of("tofu", "terraform", "terragrunt");
    private static final List<String> ACTIONS = List.of("tofu-apply", "tofu-state-push");

    private static final RuleInfo INFO =
            Rules.inCode("cancel-in-progress-on-apply", "an apply that a newer run may cancel", Severity.WARNING);

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public boolean readsTexts(Surface surface) {
        return false;
    }

    /** It takes a concurrency group as well, which many more files have than something to apply. */
    @Override
    public Collection<String> subjects(Contract contract) {
        List<String> subjects = new ArrayList<>(PROGRAMS);
        subjects.addAll(ACTIONS);
        return subjects;
    }

    @Override
    public void workflow(Workflow workflow, RuleContext context) {
        Optional<YamlScalar> ofWorkflow = cancels(workflow.concurrency());
        for (Job job : workflow.jobs()) {
            Optional<YamlScalar> ofJob = cancels(job.concurrency());
            Optional<YamlScalar> cancel = ofJob.isPresent() ? ofJob : ofWorkflow;
            if (cancel.isEmpty()) {
                continue;
            }
            Optional<Span> apply =
                    job.steps().stream().flatMap(step -> apply(step).stream()).findFirst();
            if (apply.isPresent()) {
                report(cancel.get().span(), apply.get(), context);
                if (cancel.equals(ofWorkflow)) {
                    return;
                }
            }
        }
    }

    private static Optional<YamlScalar> cancels(Optional<Concurrency> concurrency) {
        return concurrency
                .flatMap(Concurrency::cancelInProgress)
                .filter(value -> value.value().equalsIgnoreCase("true"));
    }

    private static Optional<Span> apply(Step step) {
        Optional<Span> byAction = step.uses()
                .filter(uses -> ACTIONS.stream().anyMatch(action -> names(uses.value(), action)))
                .map(YamlScalar::span);
        return byAction.or(() -> step.run().flatMap(CancelInProgressOnApplyRule::applyCommand));
    }

    private static boolean names(String uses, String action) {
        int at = uses.indexOf('@');
        String path = at < 0 ? uses : uses.substring(0, at);
        return path.endsWith("/" + action);
    }

    private static Optional<Span> applyCommand(YamlScalar run) {
        if (!ProgramHint.mayRun(run.content().text(), PROGRAMS)) {
            return Optional.empty();
        }
        return ShellParser.parse(run.content()).commands().stream()
                .filter(command -> isApply(command.name()))
                .map(ShellCommand::span)
                .findFirst();
    }

    private static boolean isApply(CommandName name) {
        return PROGRAMS.contains(name.name())
                && (name.operand(0).equals("apply") || name.operand(0).equals("destroy"));
    }

    private static void report(Span cancel, Span apply, RuleContext context) {
        context.finding(INFO, cancel)
                .message("A newer run may cancel the apply of this workflow.")
                .why("A cancelled apply leaves a state lock behind, or resources that no state records ("
                        + context.contract().decisions().cacheAndStateRoles() + ").")
                .suggestion("Set `cancel-in-progress: false` for the group that applies.")
                .related(apply, "the apply")
                .fix(Fix.replace(cancel, "false"))
                .report();
    }
}
