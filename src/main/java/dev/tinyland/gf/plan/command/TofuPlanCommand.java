package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.access.Platform;
import dev.tinyland.gf.access.ReachabilityProbe;
import dev.tinyland.gf.access.backend.BackendSettings;
import dev.tinyland.gf.access.preflight.PreflightCheck;
import dev.tinyland.gf.access.preflight.PreflightInputs;
import dev.tinyland.gf.access.preflight.PreflightVerdict;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.actions.ToolCommand;
import dev.tinyland.gf.github.comment.CommentIdentity;
import dev.tinyland.gf.github.comment.CommentInputs;
import dev.tinyland.gf.kube.HostResolver;
import dev.tinyland.gf.report.Verdict;
import dev.tinyland.gf.report.Verdicts;
import dev.tinyland.gf.report.comment.CommentBlock;
import dev.tinyland.gf.report.comment.CommentSection;
import dev.tinyland.gf.report.comment.Priority;
import dev.tinyland.gf.report.comment.ReportSection;
import dev.tinyland.gf.state.guard.StateGuard;
import dev.tinyland.gf.state.guard.StoreGuard;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gf tofu-plan}. */
@Command(
        name = "tofu-plan",
        description = "Plans a stack after looking closely at its state, judges the plan and reports it.",
        footer = {
            "%nExamples:",
            "  gf tofu-plan arc-runners --kubeconfig-path ~/.kube/config",
            "  gf tofu-plan arc-runners --target 'helm_release.runners[\"dind\"]'",
            "  gf tofu-plan attic --config-dir config/backends --endpoint-override http://127.0.0.1:9000"
        })
public final class TofuPlanCommand extends ToolCommand {
    static final String TOOL = "tofu-plan";

    /** Inputs without which nobody knows which comment to write, or whether to write one. */
    private static final Set<String> UNADDRESSED = Set.of("stack", "workspace", "comment", "github-token");

    private static final Duration UNWINDING = Duration.ofMinutes(1);

    private final HostResolver resolver;
    private final ReachabilityProbe reachability;
    private final StateGuard guard;

    @Mixin
    private PreflightInputs inputs = new PreflightInputs();

    @Mixin
    private PlanOptions plan = new PlanOptions();

    @Mixin
    private CommentInputs comments = new CommentInputs();

    /** The command with the guard that really looks. */
    public TofuPlanCommand(Host host) {
        this(host, HostResolver.system(), ReachabilityProbe.tcp(), new StoreGuard(host.interrupts(), host.clock()));
    }

    TofuPlanCommand(Host host, HostResolver resolver, ReachabilityProbe reachability, StateGuard guard) {
        super(host, TOOL, TofuPlanVerdict.values());
        this.resolver = resolver;
        this.reachability = reachability;
        this.guard = guard;
    }

    @Override
    protected Conclusion judge(Run run) throws IOException, InterruptedException {
        try {
            return plan(run);
        } catch (InputException wrong) {
            speak(run, wrong);
            throw wrong;
        }
    }

    /**
     * Says on the pull request that this run ended at a wrong input: the verdict that stands there is about an earlier one. Of
     * the input only its name is told. Where it is unclear whose comment that would be, or whether one is wanted, nothing is
     * said.
     */
    private void speak(Run run, InputException wrong) throws IOException, InterruptedException {
        Optional<PreflightInputs.Named> named = inputs.named();
        if (named.isEmpty() || UNADDRESSED.contains(wrong.input())) {
            return;
        }
        Verdict verdict = Verdicts.usage(TofuPlanVerdict.values());
        CommentIdentity identity = CommentIdentity.stopped(StackAccess.family(
                TOOL, named.get().stack(), named.get().environment(), plan.workspace(), plan.label()));
        List<CommentBlock> told = CommentBlock.list(
                Priority.BLOCKING,
                "Nothing was planned:",
                List.of("the input " + wrong.input() + " is wrong; the log of this run says what it takes"));
        try {
            comment(run, named.get().stack(), identity, new Conclusion(verdict, wrong.reason()), told);
        } catch (InputException alsoWrong) {
            run.say("comment: none was written; " + alsoWrong.getMessage());
        }
    }

    private Conclusion plan(Run run) throws IOException, InterruptedException {
        plan.failOn();
        plan.lockTimeout();
        plan.variableFiles(run);
        plan.targets();
        plan.excludes();
        plan.replaces();
        plan.receipt(run);
        Platform platform = Platform.load(run);
        BackendSettings settings = inputs.settings(run, platform);
        CommentIdentity stopped = CommentIdentity.stopped(
                StackAccess.family(TOOL, settings.stack(), settings.environment(), plan.workspace(), plan.label()));
        // Before anything is judged, and before anybody knows where the state lies: whatever ends this run, nobody
        // reads the verdict of an earlier push as the one of this.
        comments.before(run, stopped);
        StackAccess.Opened opened =
                StackAccess.open(run, inputs, resolver, reachability, plan.workspace(), platform, settings);
        if (opened.stack().isEmpty()) {
            Conclusion conclusion = of(opened.preflight());
            comment(run, settings.stack(), stopped, conclusion, List.of());
            return conclusion;
        }
        StackAccess stack = opened.stack().get();
        try (Unwinding _ = Unwinding.of(run.host(), UNWINDING)) {
            PlanFlow flow = new PlanFlow(run, stack, plan, guard);
            Conclusion conclusion = flow.run();
            comment(
                    run,
                    settings.stack(),
                    stack.comment(TOOL, plan.workspace(), plan.label()),
                    conclusion,
                    flow.told());
            return conclusion;
        }
    }

    private void comment(
            Run run, String stack, CommentIdentity identity, Conclusion conclusion, List<CommentBlock> told)
            throws IOException, InterruptedException {
        CommentSection section = ReportSection.withoutTables(
                        run.report().soFar(conclusion.verdict(), conclusion.failureReason()), run.redactor())
                .withFirst(told);
        String title = TOOL + " " + stack
                + plan.label().map(label -> " (" + label + ")").orElse("");
        boolean calm = conclusion.verdict() == TofuPlanVerdict.NO_CHANGES;
        run.output("comment-id", comments.after(run, identity, title, section, calm));
    }

    /** The preflight's end as one of ours. */
    static Conclusion of(Conclusion preflight) {
        String reason = preflight.failureReason();
        if (!(preflight.verdict() instanceof PreflightVerdict verdict)) {
            return preflight;
        }
        return switch (verdict) {
            case INVALID -> new Conclusion(TofuPlanVerdict.BACKEND_MISMATCH, reason);
            case REFUSED -> new Conclusion(TofuPlanVerdict.REFUSED, reason);
            case NOT_READY ->
                new Conclusion(
                        reason.equals(PreflightCheck.PF003.id())
                                ? TofuPlanVerdict.BACKEND_MISMATCH
                                : TofuPlanVerdict.NOT_READY,
                        reason);
            case UNVERIFIED -> new Conclusion(TofuPlanVerdict.UNREACHABLE, reason);
            case READY -> throw new IllegalStateException("a green preflight opens the stack");
        };
    }
}
