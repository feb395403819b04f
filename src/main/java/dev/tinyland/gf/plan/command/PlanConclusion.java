package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.EventPayload;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.OtherTool;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.actions.ToolVersion;
import dev.tinyland.gf.plan.greenfield.Greenfield;
import dev.tinyland.gf.plan.judgement.DangerClass;
import dev.tinyland.gf.plan.judgement.PlanJudgement;
import dev.tinyland.gf.plan.report.PlanReport;
import dev.tinyland.gf.plan.report.ReportFacts;
import dev.tinyland.gf.plan.report.ReportFacts.LiveCounterpart;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;
import dev.tinyland.gf.report.MarkdownText;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.report.comment.CommentBlock;
import dev.tinyland.gf.report.comment.Priority;
import dev.tinyland.gf.report.comment.ReportSection;
import dev.tinyland.gf.state.receipt.StateReceipt;
import dev.tinyland.gf.text.Sha256;
import dev.tinyland.gf.tofu.plan.PlanMeta;
import dev.tinyland.gf.tofu.run.PlanBase;
import dev.tinyland.gf.tofu.run.PlanRequest;
import dev.tinyland.gf.tofu.state.StateDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From what is known of a plan to its verdict, its report, its outputs and the file that binds an apply to it. */
final class PlanConclusion {
    /** How long a plan may wait for its apply, unless the apply is told otherwise. */
    private static final Duration LIFE = Duration.ofHours(24);

    private final Run run;
    private final StackAccess stack;
    private final PlanOptions options;
    private final PlanFiles files;
    private final PlanRequest request;
    private List<CommentBlock> told = List.of();

    PlanConclusion(Run run, StackAccess stack, PlanOptions options, PlanFiles files, PlanRequest request) {
        this.run = run;
        this.stack = stack;
        this.options = options;
        this.files = files;
        this.request = request;
    }

    /** The report as blocks of a comment, once it is made. */
    List<CommentBlock> told() {
        return told;
    }

    /** A verdict with what it means here. */
    private record Decided(TofuPlanVerdict verdict, String reason, String meaning) {}

    Conclusion conclude(PlanOutcome outcome, byte[] json) throws IOException {
        PlanJudgement judgement = outcome.judgement();
        Set<DangerClass> failOn = options.failOn();
        for (Check check : judgement.checks(failOn)) {
            run.check(check);
        }
        checkExit(outcome);
        checkGreenfield(outcome.greenfield());
        run.findings(findings(outcome, failOn));
        Decided decided = decide(outcome, failOn);
        show(outcome, decided);
        outputs(outcome, decided, json);
        return new Conclusion(decided.verdict(), decided.reason());
    }

    private Decided decide(PlanOutcome outcome, Set<DangerClass> failOn) {
        PlanJudgement judgement = outcome.judgement();
        switch (outcome.greenfield()) {
            case Greenfield.Fake(String reason, List<String> why, List<LiveCounterpart> _) -> {
                return new Decided(
                        TofuPlanVerdict.FAKE_GREENFIELD,
                        reason,
                        "This plan must not be applied: " + String.join("; ", why) + ".");
            }
            case Greenfield.Unverified(String why) -> {
                if (!options.allowGreenfield()) {
                    return new Decided(
                            TofuPlanVerdict.GREENFIELD_UNVERIFIED,
                            "",
                            "A new stack and a lost state look alike, and nobody could tell them apart: " + why + ".");
                }
            }
            case Greenfield.Confirmed _, Greenfield.Continued _ -> {}
        }
        if (!judgement.notUnderstood().isEmpty()) {
            return new Decided(
                    TofuPlanVerdict.PLAN_FAILED,
                    "actions-not-known",
                    "Planned actions are of a kind not known here, so the plan cannot be judged.");
        }
        Set<DangerClass> hit = judgement.failing(failOn);
        if (!hit.isEmpty()) {
            String words = hit.stream().map(DangerClass::word).collect(Collectors.joining(", "));
            return new Decided(
                    TofuPlanVerdict.DANGER,
                    hit.iterator().next().word(),
                    "It does what applying again does not undo: " + words + ".");
        }
        if (failOn.contains(DangerClass.PROVIDER) && judgement.isUnseen(DangerClass.PROVIDER)) {
            return new Decided(
                    TofuPlanVerdict.UNREACHABLE,
                    "provider-locks",
                    "fail-on names provider, and nobody can say whether the providers are those of the base branch.");
        }
        if (judgement.isPartial() || request.isPartial()) {
            return new Decided(TofuPlanVerdict.PARTIAL, "", "Only part of the stack was planned.");
        }
        if (judgement.hasChanges()) {
            return new Decided(
                    TofuPlanVerdict.CHANGES,
                    "",
                    judgement.isChurnOnly()
                            ? "Everything it changes is churn: no workload is touched."
                            : "No rule speaks against these changes.");
        }
        return new Decided(TofuPlanVerdict.NO_CHANGES, "", "State, configuration and live objects agree.");
    }

    private void checkExit(PlanOutcome outcome) throws IOException {
        boolean swallowed =
                outcome.exitCode() == 0 && outcome.judgement().plan().changesAnything();
        run.check(Check.optional(
                "TP-EXIT",
                "exit code and plan agree",
                swallowed ? Status.WARN : Status.PASS,
                "2 for a plan with changes",
                swallowed
                        ? "0, and the plan has changes: something around tofu swallows its exit code; the plan itself"
                                + " was judged"
                        : Integer.toString(outcome.exitCode())));
    }

    private void checkGreenfield(Greenfield greenfield) throws IOException {
        String title = "nothing that lives is created";
        run.check(
                switch (greenfield) {
                    case Greenfield.Continued(List<String> unseen) ->
                        unseen.isEmpty()
                                ? check(Status.PASS, title, "")
                                : check(Status.WARN, title, "not looked for: " + some(unseen));
                    case Greenfield.Confirmed(int looked, int elsewhere) ->
                        check(
                                Status.PASS,
                                title,
                                "a new stack: " + looked + " objects were looked for and none lives"
                                        + (elsewhere == 0 ? "" : "; " + elsewhere + " are not of the cluster"));
                    case Greenfield.Fake(String _, List<String> why, List<LiveCounterpart> _) ->
                        check(Status.FAIL, title, String.join("; ", why));
                    case Greenfield.Unverified(String why) ->
                        check(
                                options.allowGreenfield() ? Status.WARN : Status.UNKNOWN,
                                title,
                                options.allowGreenfield() ? why + "; allow-greenfield takes it" : why);
                });
        if (greenfield instanceof Greenfield.Unverified && !options.allowGreenfield()) {
            run.next("give a kubeconfig whose user may list Secrets in the stack's namespaces; where the stack is new"
                    + " for certain: allow-greenfield");
        }
        if (greenfield instanceof Greenfield.Fake) {
            run.next(
                    "apply nothing; find out where the state is: " + OtherTool.page(run.host(), "docs/state-guard.md"));
        }
    }

    private static Check check(Status status, String title, String observed) {
        return Check.required("TP-GREENFIELD", title, status, "no create of what lives", observed);
    }

    private static List<Finding> findings(PlanOutcome outcome, Set<DangerClass> failOn) {
        List<Finding> findings = new ArrayList<>();
        if (outcome.greenfield() instanceof Greenfield.Fake(String _, List<String> _, List<LiveCounterpart> alive)) {
            for (LiveCounterpart one : alive) {
                findings.add(Finding.of(
                        "TP-GREENFIELD",
                        Level.BLOCK,
                        one.address(),
                        "would be created, and lives: " + one.living(),
                        "the state that knew it was lost or cannot be seen; an apply makes a second one or fails"
                                + " half-way",
                        "bring the state back; where the object is to be taken over, import it"));
            }
        }
        findings.addAll(outcome.judgement().findings(failOn));
        return findings;
    }

    private void show(PlanOutcome outcome, Decided decided) {
        List<String> accepted = new ArrayList<>();
        if (options.guard() == PlanOptions.Guard.off) {
            accepted.add("guard: off, so nobody looked whether the store tells the truth");
        }
        if (options.allowGreenfield()) {
            accepted.add("allow-greenfield: an empty state is said to be meant");
        }
        List<LiveCounterpart> alive =
                outcome.greenfield() instanceof Greenfield.Fake(String _, List<String> _, List<LiveCounterpart> found)
                        ? found
                        : List.of();
        Map<String, String> circumstances = new LinkedHashMap<>();
        circumstances.put("guard", outcome.seen().word());
        circumstances.put("state", state(outcome));
        circumstances.put("receipt", outcome.seen().receipt() ? "compared" : "none given");
        String who = run.host()
                .variable("GITHUB_ACTOR")
                .map(actor -> " (" + actor + ")")
                .orElse("");
        PlanReport report = new PlanReport(
                outcome.judgement(),
                new ReportFacts(
                        stack.settings().stack(),
                        alive,
                        accepted.stream().map(one -> one + who).toList(),
                        circumstances,
                        Stream.concat(ReportFacts.NEVER_PROVEN.stream(), outcome.unsearched().stream())
                                .toList()),
                run.redactor());
        String meaning = run.redactor().redact(decided.meaning());
        run.report().section(MarkdownText.plain(meaning));
        new Voice(run).block(meaning + "\n\n" + report.terminal(false) + "\n");
        run.report().section(report.markdown(PlanReport.SUMMARY));
        told = new ArrayList<>(List.of(CommentBlock.paragraph(Priority.DETAIL, meaning)));
        told.addAll(report.blocks());
        run.output(ReportSection.SCOPE, outcome.judgement().scope().text());
        run.output(ReportSection.ACCEPTED, String.join("\n", accepted));
    }

    private static String state(PlanOutcome outcome) {
        Optional<PlanBase> base = outcome.base();
        if (base.isPresent()) {
            return base.get().isNothing()
                    ? "none"
                    : "lineage " + base.get().lineage() + ", serial "
                            + base.get().serial();
        }
        return outcome.seen()
                .state()
                .flatMap(StateDocument.Present::lineageIfKnown)
                .map(lineage -> "lineage " + lineage)
                .orElse("unknown");
    }

    private void outputs(PlanOutcome outcome, Decided decided, byte[] json) throws IOException {
        outcome.judgement().outputValues().forEach(run::output);
        boolean usable = decided.verdict() != TofuPlanVerdict.FAKE_GREENFIELD
                && decided.verdict() != TofuPlanVerdict.GREENFIELD_UNVERIFIED
                && decided.verdict() != TofuPlanVerdict.PLAN_FAILED;
        Optional<String> lineage = outcome.base()
                .map(PlanBase::lineage)
                .filter(text -> !text.isEmpty())
                .or(() -> outcome.seen().state().flatMap(StateDocument.Present::lineageIfKnown));
        OptionalLong serial = outcome.base()
                .filter(base -> !base.isNothing())
                .map(base -> OptionalLong.of(base.serial()))
                .orElseGet(() -> outcome.seen()
                        .state()
                        .map(StateDocument.Present::serialIfKnown)
                        .orElse(OptionalLong.empty()));
        Instant now = run.host().clock().instant();
        files.write(
                files.meta(),
                new PlanMeta(
                                stack.settings().stack(),
                                Optional.of(Sha256.hex(Files.readAllBytes(files.plan()))),
                                Optional.of(Sha256.hex(json)),
                                outcome.judgement().scope(),
                                request.replaces(),
                                request.destroy(),
                                origin(run.host()),
                                ToolVersion.current(),
                                stack.program().version().toString(),
                                Optional.of(now),
                                Optional.of(now.plus(LIFE)),
                                new PlanMeta.State(
                                        lineage, serial, outcome.seen().word(), options.allowGreenfield()))
                        .write());
        if (usable) {
            run.output("plan-file", files.plan().toString());
        } else {
            files.forbidApply();
            run.output("plan-file", "");
        }
        run.output("plan-json", files.json().toString());
        run.output("plan-json-redacted", files.redactedJson().toString());
        run.output("plan-text", files.text().toString());
        run.output("plan-meta", files.meta().toString());
        run.output("lineage", lineage.orElse(""));
        run.output("serial", serial.isPresent() ? Long.toString(serial.getAsLong()) : "");
        run.output(
                "receipt",
                outcome.seen()
                        .state()
                        .map(state -> StateReceipt.of(
                                        stack.location(),
                                        state,
                                        stack.program().version().toString())
                                .text())
                        .orElse(""));
    }

    static PlanMeta.Origin origin(Host host) throws IOException {
        Optional<String> head = EventPayload.of(host).flatMap(EventPayload::headSha);
        return new PlanMeta.Origin(
                host.variable("GITHUB_REPOSITORY").orElse(""),
                head.or(() -> host.variable("GITHUB_SHA")).orElse(""),
                host.variable("GITHUB_RUN_ID").orElse(""),
                host.variable("GITHUB_RUN_ATTEMPT").orElse(""));
    }

    private static String some(List<String> lines) {
        return lines.size() <= 3
                ? String.join("; ", lines)
                : String.join("; ", lines.subList(0, 3)) + " and " + (lines.size() - 3) + " more";
    }
}
