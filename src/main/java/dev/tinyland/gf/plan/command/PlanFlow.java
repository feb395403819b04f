package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.access.PrivateFile;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.plan.greenfield.Authority;
import dev.tinyland.gf.plan.greenfield.GreenfieldJudge;
import dev.tinyland.gf.plan.judgement.PlanFacts;
import dev.tinyland.gf.plan.judgement.PlanJudge;
import dev.tinyland.gf.plan.judgement.PlanJudgement;
import dev.tinyland.gf.plan.live.ClusterObjects;
import dev.tinyland.gf.plan.live.Identities;
import dev.tinyland.gf.plan.live.LiveObjects;
import dev.tinyland.gf.plan.redaction.RedactedPlan;
import dev.tinyland.gf.process.Git;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.report.comment.CommentBlock;
import dev.tinyland.gf.state.guard.GuardRequest;
import dev.tinyland.gf.state.guard.StateGuard;
import dev.tinyland.gf.tofu.plan.PlanDocument;
import dev.tinyland.gf.tofu.plan.PlanReader;
import dev.tinyland.gf.tofu.plan.PlanScope;
import dev.tinyland.gf.tofu.run.PlanBase;
import dev.tinyland.gf.tofu.run.PlanRequest;
import dev.tinyland.gf.tofu.run.TofuResult;
import dev.tinyland.gf.tofu.run.TofuSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From a green preflight to a judged plan: guard, init, plan, show, judgement, report. */
final class PlanFlow {
    private final Run run;
    private final StackAccess stack;
    private final PlanOptions options;
    private final StateGuard guard;
    private List<CommentBlock> told = List.of();

    PlanFlow(Run run, StackAccess stack, PlanOptions options, StateGuard guard) {
        this.run = run;
        this.stack = stack;
        this.options = options;
        this.guard = guard;
    }

    Conclusion run() throws IOException, InterruptedException {
        StateStep step = new StateStep(run, stack, guard);
        StateStep.Seen seen = options.guard() == PlanOptions.Guard.off
                ? step.off()
                : step.look(GuardRequest.reading(stack.location()), options.receipt(run));
        if (seen.stop().isPresent()) {
            return seen.stop().get();
        }
        if (!options.workspace().equals("default") && seen.word().equals("ABSENT")) {
            run.check(Check.required(
                    "TP-WORKSPACE",
                    "the workspace is there",
                    Status.FAIL,
                    "an existing workspace",
                    "there is no state of workspace " + options.workspace()
                            + "; OpenTofu would write an empty one by merely opening it"));
            run.next("make the workspace on purpose: tofu workspace new " + options.workspace());
            return new Conclusion(TofuPlanVerdict.GUARD_RED, "no-such-workspace");
        }
        PlanFiles files = PlanFiles.create(run.host(), "gf-plan-");
        boolean kept = false;
        PrivateFile backend = stack.backendFile();
        try (TofuSession session = stack.session(files.folder(), options.workspace())) {
            Conclusion conclusion = plan(session, backend.path(), files, seen);
            kept = Files.exists(files.json());
            return conclusion;
        } finally {
            backend.remove();
            if (!kept) {
                files.remove();
            }
        }
    }

    private Conclusion plan(TofuSession session, Path backend, PlanFiles files, StateStep.Seen seen)
            throws IOException, InterruptedException {
        // Go's clock and ours are the same one, but a lock's time is taken after ours.
        Instant began = run.host().clock().instant().minusSeconds(1);
        Failure failure = new Failure(run, stack, Self.name(run.host()), began);
        run.say("tofu init");
        Optional<Conclusion> stop = failure.of("TP-INIT", "tofu init", session.init(backend));
        if (stop.isPresent()) {
            return stop.get();
        }
        // OpenTofu keeps the mode of a file that is there; its own would let others read the state in it.
        PlanRequest request = new PlanRequest(
                files.empty(files.plan()),
                VariableFiles.of(
                        stack.settings().stackFolder(),
                        stack.settings().environment(),
                        options.variableFiles(run),
                        options.variables(),
                        stack.decided(),
                        files),
                options.targets(),
                options.excludes(),
                options.replaces(),
                options.destroy(),
                options.refresh(),
                options.lock(),
                options.lockTimeout());
        run.say("tofu plan");
        TofuResult planned = session.plan(request);
        if (!(planned instanceof TofuResult.Ended ended && ended.succeeded())) {
            learnFromPart(session, files);
        }
        stop = failure.withWarningsLater("TP-PLAN", "tofu plan", planned);
        if (stop.isPresent()) {
            return stop.get();
        }
        stop = failure.of("TP-SHOW", "tofu show", session.showJson(files.plan(), files.empty(files.json())));
        if (stop.isPresent()) {
            Files.deleteIfExists(files.json());
            return stop.get();
        }
        byte[] json = Files.readAllBytes(files.json());
        return switch (new PlanReader().read(json)) {
            case PlanDocument.Unreadable(String problem, String next) -> {
                Files.delete(files.json());
                run.check(Check.required(
                        "TP-READ", "the plan can be read", Status.FAIL, "a plan of format 1.x", problem));
                run.next(next);
                yield new Conclusion(TofuPlanVerdict.PLAN_FAILED, "plan-unreadable");
            }
            case PlanDocument.Plan(var plan) -> {
                if (plan.errored()) {
                    Files.delete(files.json());
                    run.check(Check.required(
                            "TP-READ",
                            "the plan is whole",
                            Status.FAIL,
                            "",
                            "OpenTofu wrote a partial plan of a failed run"));
                    yield new Conclusion(TofuPlanVerdict.PLAN_FAILED, "errored-plan");
                }
                PlanScope scope = new PlanScope(
                        Optional.of(request.refresh()),
                        Optional.of(request.targets()),
                        Optional.of(request.excludes()));
                PlanJudgement first = new PlanJudge().judge(plan, PlanFacts.of(scope));
                // Before the plan's secrets are learnt: a name of an object may be one, and no argument may hold a
                // secret.
                Optional<PlanBase> base = PlanBase.read(files.plan());
                GreenfieldJudge.Result greenfield = new GreenfieldJudge(Identities.builtIn(), live())
                        .judge(first, new Authority(seen.state(), base, seen.gone()));
                Optional<Conclusion> text =
                        failure.of("TP-SHOW", "tofu show", session.showText(files.plan(), files.empty(files.text())));
                if (text.isPresent()) {
                    yield text.get();
                }
                RedactedPlan redacted = RedactedPlan.of(json);
                redacted.secrets().secrets().forEach(run.redactor()::learn);
                failure.warnings(planned);
                BaseLocks.Difference locks = new BaseLocks(
                                new Git(stack.runner(), run.host().environment()),
                                run.host(),
                                stack.settings().stackFolder())
                        .look();
                PlanJudgement judgement = new PlanJudge()
                        .judge(plan, new PlanFacts(scope, greenfield.releases(), locks.changes(), locks.doubts()));
                PlanOutcome outcome = new PlanOutcome(
                        judgement,
                        greenfield.greenfield(),
                        seen,
                        base,
                        exit(planned),
                        redacted.secrets().caveat());
                files.write(files.redactedJson(), redacted.json(run.redactor()));
                files.write(
                        files.text(), run.redactor().redact(Files.readString(files.text(), StandardCharsets.UTF_8)));
                PlanConclusion conclusion = new PlanConclusion(run, stack, options, files, request);
                Conclusion end = conclusion.conclude(outcome, json);
                told = conclusion.told();
                yield end;
            }
        };
    }

    /**
     * Learns the secrets of the partial plan that a failed run leaves: its errors may quote them. Where there is none, no value
     * was computed yet, and OpenTofu itself refuses to quote a variable that is marked.
     */
    private void learnFromPart(TofuSession session, PlanFiles files) throws IOException, InterruptedException {
        if (Files.size(files.plan()) == 0) {
            return;
        }
        TofuResult shown = session.showJson(files.plan(), files.empty(files.json()));
        byte[] json = Files.readAllBytes(files.json());
        Files.delete(files.json());
        boolean readable = shown instanceof TofuResult.Ended ended
                && ended.succeeded()
                && new PlanReader().read(json) instanceof PlanDocument.Plan;
        if (readable) {
            RedactedPlan.of(json).secrets().secrets().forEach(run.redactor()::learn);
        }
    }

    /** The report of the plan as blocks of a comment, redacted; none where no plan was made. */
    List<CommentBlock> told() {
        return told;
    }

    private LiveObjects live() {
        return stack.kubectl()
                .<LiveObjects>map(ClusterObjects::new)
                .orElse(LiveObjects.none("no context of a cluster is named for this environment"));
    }

    private static int exit(TofuResult result) {
        return result instanceof TofuResult.Ended ended ? ended.exitCode() : -1;
    }
}
