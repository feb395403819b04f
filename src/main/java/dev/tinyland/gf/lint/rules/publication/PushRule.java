package dev.tinyland.gf.lint.rules.publication;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.expression.Truth;
import dev.tinyland.gf.lint.Confidence;
import dev.tinyland.gf.lint.FindingBuilder;
import dev.tinyland.gf.lint.Related;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.Witness;
import dev.tinyland.gf.lint.model.ActionFile;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.publication.PushControl;
import dev.tinyland.gf.lint.publication.PushSite;
import dev.tinyland.gf.lint.publication.PushSites;
import dev.tinyland.gf.lint.publication.PushVerdict;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A rule that reports one kind of verdict on places that publish. */
abstract class PushRule implements Rule {
    private final RuleInfo info;
    private final PushVerdict.Kind kind;
    private final Verdicts verdicts;

    PushRule(String id, String title, boolean protectedRule, PushVerdict.Kind kind, Verdicts verdicts) {
        Severity severity = kind == PushVerdict.Kind.UNDECIDED ? Severity.WARNING : Severity.ERROR;
        this.info = new RuleInfo(id, title, Optional.of(severity), Optional.empty(), protectedRule, true);
        this.kind = kind;
        this.verdicts = verdicts;
    }

    /** The fact, in one sentence. */
    abstract String message(PushVerdict verdict, RuleContext context);

    /** What to write instead. */
    abstract String suggestion(PushVerdict verdict, RuleContext context);

    @Override
    public final RuleInfo info() {
        return info;
    }

    /** Commands of workflows and actions belong to their jobs and steps, which the model gives. */
    @Override
    public final boolean readsTexts(Surface surface) {
        return ScriptPushes.areIn(surface);
    }

    @Override
    public final Collection<String> subjects(Contract contract) {
        return PushSites.subjects(contract);
    }

    @Override
    public final void workflow(Workflow workflow, RuleContext context) {
        report(verdicts.of(workflow, context), context);
    }

    @Override
    public final void action(ActionFile action, RuleContext context) {
        report(verdicts.of(action, context), context);
    }

    @Override
    public final void command(CommandSite site, RuleContext context) {
        ScriptPushes.of(site, context)
                .filter(push -> push.kind() == kind)
                .ifPresent(push -> report(push, site, context));
    }

    private void report(ScriptPush push, CommandSite site, RuleContext context) {
        boolean certain = push.truth() == Truth.TRUE;
        FindingBuilder finding = context.finding(info, site.span())
                .message(message(push, context))
                .why(why(context))
                .suggestion(suggestion(push, context))
                .confidence(certain ? Confidence.HIGH : Confidence.MEDIUM);
        if (!certain) {
            finding.severity(Severity.WARNING);
        }
        if (certain && info.protectedRule()) {
            finding.unsuppressible();
        }
        push.witness().ifPresent(finding::witness);
        site.command()
                .guards()
                .forEach(guard ->
                        finding.related(guard.span(), "a condition of the script; it is no gate on the branch"));
        finding.report();
    }

    private String message(ScriptPush push, RuleContext context) {
        String missing = kind == PushVerdict.Kind.WITHOUT_TOKEN
                ? "nothing asks whether " + context.contract().attic().tokenVariable() + " is there"
                : (push.witness().isPresent() ? "no rule of its job" : "nothing") + " limits it to the default branch, "
                        + context.defaultBranch();
        if (push.witness().isEmpty()) {
            return "`" + push.what() + "` publishes from wherever this script is run: " + missing + ".";
        }
        String reaches = push.truth() == Truth.TRUE ? "publishes" : "may publish";
        return "`" + push.what() + "` " + reaches + " on " + run(push.witness().get()) + ": " + missing + ".";
    }

    private static String suggestion(ScriptPush push, RuleContext context) {
        String token = context.contract().attic().tokenVariable();
        if (push.witness().isEmpty()) {
            return "Leave publication to the confirmed publication probe, or let the script ask for the branch and for "
                    + token + " before it pushes.";
        }
        return "Leave publication to the confirmed publication probe, or for a pilot let the job's rules be `- if: "
                + "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $" + token + "` alone.";
    }

    private void report(List<PushVerdict> found, RuleContext context) {
        for (PushVerdict verdict : found) {
            if (verdict.kind() == kind) {
                report(verdict, context);
            }
        }
    }

    private void report(PushVerdict verdict, RuleContext context) {
        boolean certain = verdict.truth() == Truth.TRUE;
        FindingBuilder finding = context.finding(info, verdict.span())
                .message(message(verdict, context))
                .why(why(context) + unknown(verdict))
                .suggestion(suggestion(verdict, context))
                .confidence(certain ? Confidence.HIGH : Confidence.MEDIUM);
        if ((!certain && !verdict.anyCertain()) || lighter(verdict, context)) {
            finding.severity(Severity.WARNING);
        }
        if (certain && info.protectedRule()) {
            finding.unsuppressible();
        }
        verdict.witness().ifPresent(finding::witness);
        for (PushVerdict.Reached also : verdict.also()) {
            finding.related(new Related(verdict.site().file(), verdict.span(), also(also)));
        }
        verdict.site().guards().forEach(finding::related);
        finding.report();
    }

    /** Whether a verdict of this rule weighs less than the rule. */
    boolean lighter(PushVerdict verdict, RuleContext context) {
        return false;
    }

    private static String why(RuleContext context) {
        return "Pull requests stay read-only for Attic, and a pilot may publish only from the default branch with "
                + context.contract().attic().tokenVariable() + " present ("
                + context.contract().decisions().cacheAndStateRoles() + ").";
    }

    private static String unknown(PushVerdict verdict) {
        if (verdict.truth() == Truth.TRUE || verdict.origins().isEmpty()) {
            return "";
        }
        return " Not known here: " + String.join(", ", verdict.origins()) + "; what is not known counts as reachable.";
    }

    private static String also(PushVerdict.Reached reached) {
        String certainty = reached.truth() == Truth.TRUE ? "also reached on " : "perhaps also reached on ";
        String missing = switch (reached.kind()) {
            case OFF_DEFAULT_BRANCH -> ": no test of the default branch";
            case WITHOUT_TOKEN -> ", without the token: no test of the token";
            case ON_PULL_REQUEST, BY_DEFAULT, UNDECIDED, INPUT_DEFAULT, NOT_QUARANTINED, UNCONFIRMED -> "";
        };
        return certainty + run(reached.witness()) + missing;
    }

    static String run(Witness witness) {
        return witness.event() + " (" + witness.ref() + ")";
    }

    static String run(PushVerdict verdict) {
        return verdict.witness().map(PushRule::run).orElse("some run");
    }

    /** The place in words: a command, an action, or an action whose default decides. */
    static String place(PushVerdict verdict) {
        PushSite site = verdict.site();
        if (!site.uses()) {
            return "`" + site.what() + "`";
        }
        Optional<PushControl.Input> input = site.input();
        if (site.indirect()) {
            return site.what() + " with these inputs";
        }
        if (input.isEmpty()) {
            return site.what() + ", which always publishes,";
        }
        return site.omitted()
                ? site.what() + ", whose input `" + input.get().input() + "` is omitted and publishes by default,"
                : site.what() + " with this `" + input.get().input() + "`";
    }

    static String reaches(PushVerdict verdict) {
        return verdict.truth() == Truth.TRUE ? "publishes" : "may publish";
    }

    /** The exact gate. */
    static String gate(PushVerdict verdict, RuleContext context) {
        String token = context.contract().attic().tokenVariable();
        String condition = "if: github.event_name == 'push' && github.ref == 'refs/heads/" + context.defaultBranch()
                + "' && env." + token + " != ''";
        String env = "env: " + token + ": ${{ secrets." + token + " }}";
        if (verdict.site().indirect()) {
            return "Give it inputs with which it does not publish, or for a pilot gate the step: `" + condition
                    + "` with `" + env + "`.";
        }
        String off = verdict.site()
                .input()
                .map(input ->
                        "Set `" + input.input() + ": \"" + offValue(input) + "\"`, or for a pilot gate the step: ")
                .orElse("Move it to the confirmed publication probe, or for a pilot gate the step: ");
        return off + "`" + condition + "` with `" + env + "`.";
    }

    static String offValue(PushControl.Input input) {
        return input.turnsOff() ? input.decidingValue() : "false";
    }
}
