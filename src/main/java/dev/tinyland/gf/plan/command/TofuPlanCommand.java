package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.access.ReachabilityProbe;
import dev.tinyland.gf.access.preflight.PreflightCheck;
import dev.tinyland.gf.access.preflight.PreflightInputs;
import dev.tinyland.gf.access.preflight.PreflightVerdict;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.actions.ToolCommand;
import dev.tinyland.gf.github.comment.CommentIdentity;
import dev.tinyland.gf.github.comment.CommentInputs;
import dev.tinyland.gf.kube.HostResolver;
import dev.tinyland.gf.report.comment.CommentSection;
import dev.tinyland.gf.report.comment.ReportSection;
import dev.tinyland.gf.state.guard.StateGuard;
import dev.tinyland.gf.state.guard.StoreGuard;
import java.io.IOException;
import java.time.Duration;
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
        plan.failOn();
        plan.lockTimeout();
        plan.variableFiles(run);
        StackAccess.Opened opened = StackAccess.open(run, inputs, resolver, reachability, plan.workspace());
        if (opened.stack().isEmpty()) {
            return of(opened.preflight());
        }
        StackAccess stack = opened.stack().get();
        CommentIdentity identity = stack.comment(TOOL, plan.workspace(), plan.label());
        comments.before(run, identity);
        try (Unwinding _ = Unwinding.of(run.host(), UNWINDING)) {
            PlanFlow flow = new PlanFlow(run, stack, plan, guard);
            Conclusion conclusion = flow.run();
            CommentSection section = ReportSection.withoutTables(
                            run.report().soFar(conclusion.verdict(), conclusion.failureReason()), run.redactor())
                    .withFirst(flow.told());
            String title = TOOL + " " + stack.settings().stack()
                    + plan.label().map(label -> " (" + label + ")").orElse("");
            boolean calm = conclusion.verdict() == TofuPlanVerdict.NO_CHANGES;
            run.output("comment-id", comments.after(run, identity, title, section, calm));
            return conclusion;
        }
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
