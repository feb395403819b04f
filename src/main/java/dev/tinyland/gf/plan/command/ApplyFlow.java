package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.access.PrivateFile;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.OtherTool;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.plan.redaction.RedactedPlan;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.MarkdownText;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.state.custody.Recipients;
import dev.tinyland.gf.state.guard.GuardRequest;
import dev.tinyland.gf.state.guard.StateGuard;
import dev.tinyland.gf.tofu.plan.PlanCounts;
import dev.tinyland.gf.tofu.plan.PlanDocument;
import dev.tinyland.gf.tofu.plan.PlanMeta;
import dev.tinyland.gf.tofu.plan.PlanReader;
import dev.tinyland.gf.tofu.plan.TofuPlan;
import dev.tinyland.gf.tofu.run.Diagnosis;
import dev.tinyland.gf.tofu.run.Diagnostic;
import dev.tinyland.gf.tofu.run.TofuResult;
import dev.tinyland.gf.tofu.run.TofuSession;
import dev.tinyland.gf.tofu.state.StateDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;

/** Guard with write proof, init, apply of the saved plan, custody, reading back. */
final class ApplyFlow {
    private final Run run;
    private final StackAccess stack;
    private final ApplyOptions options;
    private final StateGuard guard;
    private final Optional<Recipients> recipients;

    ApplyFlow(Run run, StackAccess stack, ApplyOptions options, StateGuard guard, Optional<Recipients> recipients) {
        this.run = run;
        this.stack = stack;
        this.options = options;
        this.guard = guard;
        this.recipients = recipients;
    }

    Conclusion run(Path planFile, PlanMeta meta) throws IOException, InterruptedException {
        sayRecipients();
        StateStep.Seen seen = new StateStep(run, stack, guard)
                .look(GuardRequest.proving(stack.location(), runId()), options.receipt(run));
        if (seen.stop().isPresent()) {
            return of(seen.stop().get());
        }
        boolean unresolved =
                new EarlierCustody(run, stack.settings().stack()).unresolved(options.custody(run), seen.state());
        Optional<String> refusal = stale(seen, meta);
        if (unresolved || refusal.isPresent()) {
            return new Conclusion(TofuApplyVerdict.REFUSED, unresolved ? EarlierCustody.ID : refusal.orElseThrow());
        }
        PlanFiles files = PlanFiles.create(run.host(), "gf-apply-");
        PrivateFile backend = stack.backendFile();
        try (TofuSession session = stack.session(files.folder(), "default")) {
            return apply(session, backend.path(), files, planFile, meta);
        } finally {
            backend.remove();
            files.remove();
        }
    }

    private void sayRecipients() throws IOException {
        String title = "a state that cannot be written can leave this machine";
        run.check(
                recipients.isPresent()
                        ? Check.optional(
                                "TA-RECIPIENT",
                                title,
                                Status.PASS,
                                "",
                                "encrypted to "
                                        + String.join(", ", recipients.get().names()))
                        : Check.optional(
                                "TA-RECIPIENT",
                                title,
                                Status.WARN,
                                "recovery-recipient",
                                "no recovery-recipient is given: it would stay here in clear, and goes with this"
                                        + " machine"));
    }

    /** Why the state of now is not the one the plan was made from. */
    private Optional<String> stale(StateStep.Seen seen, PlanMeta meta) throws IOException {
        String title = "the state is the one the plan was made from";
        if (seen.state().isEmpty()) {
            boolean planned = meta.state().guard().equals("ABSENT");
            boolean meant = planned && options.allowGreenfield() && seen.gone().isEmpty();
            String observed = !seen.gone().isEmpty()
                    ? "there is no state, and " + seen.gone().getFirst().sentence()
                    : !planned
                            ? "there is no state any more, and there was one when the plan was made"
                            : options.allowGreenfield()
                                    ? "there is none, as when the plan was made; allow-greenfield takes it"
                                    : "there is none, as when the plan was made; allow-greenfield is not given again";
            run.check(Check.required("TA-STATE", title, meant ? Status.PASS : Status.FAIL, "", observed));
            return meant ? Optional.empty() : Optional.of("TA-STATE");
        }
        StateDocument.Present now = seen.state().get();
        boolean lineage =
                meta.state().lineage().isPresent() && meta.state().lineage().equals(now.lineageIfKnown());
        boolean serial =
                meta.state().serial().isPresent() && meta.state().serial().equals(now.serialIfKnown());
        boolean same = lineage && serial;
        run.check(Check.required(
                "TA-STATE",
                title,
                same ? Status.PASS : Status.FAIL,
                "lineage " + meta.state().lineage().orElse("unknown") + ", serial "
                        + number(meta.state().serial()),
                "lineage " + now.lineageIfKnown().orElse("unknown") + ", serial " + number(now.serialIfKnown())));
        if (!same) {
            run.next("plan again: somebody applied something since this plan was made");
        }
        return same ? Optional.empty() : Optional.of("TA-STATE");
    }

    private Conclusion apply(TofuSession session, Path backend, PlanFiles files, Path planFile, PlanMeta meta)
            throws IOException, InterruptedException {
        Instant began = run.host().clock().instant().minusSeconds(1);
        Failure failure = new Failure(run, stack, Self.name(run.host()), began);
        run.say("tofu init");
        Optional<Conclusion> stop = failure.of("TA-INIT", "tofu init", session.init(backend));
        if (stop.isPresent()) {
            return of(stop.get());
        }
        stop = failure.of("TA-SHOW", "tofu show", session.showJson(planFile, files.empty(files.json())));
        if (stop.isPresent()) {
            return new Conclusion(TofuApplyVerdict.REFUSED, "plan-unreadable");
        }
        byte[] json = Files.readAllBytes(files.json());
        if (!(new PlanReader().read(json) instanceof PlanDocument.Plan(TofuPlan plan)) || plan.errored()) {
            run.check(Check.required("TA-READ", "the plan can be applied", Status.FAIL, "", "it is not a whole plan"));
            return new Conclusion(TofuApplyVerdict.REFUSED, "plan-unreadable");
        }
        RedactedPlan.of(json).secrets().secrets().forEach(run.redactor()::learn);
        run.say("tofu apply");
        TofuResult result = session.apply(planFile, options.lockTimeout());
        Optional<Custody.Kept> kept =
                new Custody(run, stack.settings().stack(), session.folder(), recipients).take(result);
        boolean complete = result instanceof TofuResult.Ended ended && ended.succeeded();
        Optional<Conclusion> failed = kept.isPresent() ? Optional.empty() : applied(failure, result);
        if (kept.isPresent()) {
            return inCustody(kept.get(), result);
        }
        if (failed.filter(one -> one.verdict() == TofuApplyVerdict.REFUSED).isPresent()) {
            return failed.get();
        }
        Outlook outlook = new AfterApply(run, stack, guard, session, files).look(plan, meta, complete, ids(result));
        return conclude(outlook, failed, PlanCounts.of(plan));
    }

    /** The conclusion of the apply itself, without a look at the state. */
    private Optional<Conclusion> applied(Failure failure, TofuResult result) throws IOException {
        Optional<Conclusion> stop = failure.of("TA-APPLY", "tofu apply", result);
        if (stop.isEmpty()) {
            return Optional.empty();
        }
        boolean early = result instanceof TofuResult.Ended ended
                && switch (Diagnosis.of(ended.diagnostics())) {
                    case Diagnosis.Locked _, Diagnosis.LockUnusable _, Diagnosis.BackendMismatch _ -> true;
                    case Diagnosis.Configuration(String said) ->
                        said.contains("Saved plan") || said.contains("Inconsistent dependency lock file");
                    case Diagnosis.BucketLost _,
                            Diagnosis.NotAuthorized _,
                            Diagnosis.StoreUnreachable _,
                            Diagnosis.RegistryUnreachable _,
                            Diagnosis.ClusterUnreachable _,
                            Diagnosis.NotPersisted _ -> false;
                };
        if (early) {
            boolean locked = stop.get().verdict() == TofuPlanVerdict.LOCKED
                    || stop.get().verdict() == TofuPlanVerdict.UNREACHABLE;
            return Optional.of(
                    locked
                            ? new Conclusion(
                                    TofuApplyVerdict.UNREACHABLE, stop.get().failureReason())
                            : new Conclusion(TofuApplyVerdict.REFUSED, "stale-plan"));
        }
        return Optional.of(
                new Conclusion(TofuApplyVerdict.APPLY_FAILED, stop.get().failureReason()));
    }

    private Conclusion inCustody(Custody.Kept kept, TofuResult result) throws IOException {
        // A run that is being ended from outside may get no further, and the steps after it have to find these.
        run.outputAtOnce("errored-state-path", kept.file().toString());
        run.outputAtOnce("custody-record", kept.custodyRecord().toString());
        if (kept.sealed().isPresent()) {
            run.outputAtOnce("errored-state-encrypted-path", kept.sealed().get().toString());
        }
        String push = "gf tofu-state-push " + stack.settings().stack() + " --errored-state ";
        run.say("OpenTofu could not write the state; it is in custody: " + kept.file()
                + ". Do not apply again; when the store is well: " + push + kept.file());
        run.check(Check.required(
                "TA-PERSISTED",
                "the state in the store knows what was done",
                Status.FAIL,
                "",
                "OpenTofu could not write the state; what it did stands in " + kept.file() + ", " + kept.shown()));
        new Voice(run)
                .tell(
                        "What OpenTofu says",
                        result.diagnostics().stream()
                                .filter(Diagnostic::isError)
                                .map(Diagnostic::text)
                                .limit(10)
                                .collect(Collectors.joining("\n\n")));
        run.next("do not apply again: what was made would be made twice, and this file is the only one that knows it");
        run.next("when the store is well, and not by hand, for tofu state push takes anything over a hidden object: "
                + push + kept.file());
        if (kept.sealed().isPresent() && recipients.isPresent()) {
            String sealed = String.valueOf(kept.sealed().get().getFileName());
            run.next("from another machine: keep " + kept.sealed().get()
                    + " as an artifact, open it where the private key is ("
                    + recipients.get().opening(sealed, Custody.ERRORED) + "), then " + push + Custody.ERRORED);
        } else {
            run.next("it holds secrets in clear: encrypt it before it leaves this machine"
                    + (kept.unsealed().isEmpty() ? "" : "; it could not be done here: " + kept.unsealed()));
        }
        return new Conclusion(TofuApplyVerdict.STATE_NOT_PERSISTED, "errored-state");
    }

    private Conclusion conclude(Outlook outlook, Optional<Conclusion> failed, PlanCounts counts) {
        return switch (outlook) {
            case Outlook.Persisted(String receipt, String lineage, long serial) -> {
                run.output("lineage", lineage);
                run.output("serial", Long.toString(serial));
                if (failed.isPresent()) {
                    yield failed.get();
                }
                run.output("receipt", receipt);
                String done = counts.adds() + " added, " + counts.changes() + " changed, " + counts.destroys()
                        + " destroyed; the state in the store knows it, as serial " + serial;
                run.say(done);
                run.report().section(MarkdownText.plain(done + "."));
                yield Conclusion.of(TofuApplyVerdict.APPLIED);
            }
            case Outlook.Lost(String reason, List<String> why) -> {
                run.next("do not apply again; keep the logs of this run, and find out what the store holds: "
                        + OtherTool.page(run.host(), "docs/state-guard.md"));
                run.say("the state was not persisted: " + String.join("; ", why));
                yield new Conclusion(TofuApplyVerdict.STATE_NOT_PERSISTED, reason);
            }
            case Outlook.Unseen(String reason) -> new Conclusion(TofuApplyVerdict.UNREACHABLE, reason);
        };
    }

    private static Map<String, String> ids(TofuResult result) {
        return result instanceof TofuResult.Ended ended ? ended.applied() : Map.of();
    }

    private String runId() {
        return run.host()
                .variable("GITHUB_RUN_ID")
                .map(id -> id + "-" + run.host().variable("GITHUB_RUN_ATTEMPT").orElse("1"))
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    /** A verdict of the steps shared with {@code tofu-plan} as one of ours: nothing was applied yet. */
    private static Conclusion of(Conclusion plan) {
        if (!(plan.verdict() instanceof TofuPlanVerdict verdict)) {
            return plan;
        }
        return switch (verdict) {
            case UNREACHABLE, LOCKED, GREENFIELD_UNVERIFIED ->
                new Conclusion(TofuApplyVerdict.UNREACHABLE, plan.failureReason());
            case BACKEND_MISMATCH, REFUSED, GUARD_RED, PLAN_FAILED, NOT_READY, FAKE_GREENFIELD, DANGER ->
                new Conclusion(TofuApplyVerdict.REFUSED, plan.failureReason());
            case PARTIAL, CHANGES, NO_CHANGES -> throw new IllegalStateException("a step does not end green");
        };
    }

    private static String number(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "unknown";
    }
}
