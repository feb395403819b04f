package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.access.ReachabilityProbe;
import dev.tinyland.gf.access.preflight.PreflightInputs;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.actions.ToolCommand;
import dev.tinyland.gf.kube.HostResolver;
import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.state.custody.Recipients;
import dev.tinyland.gf.state.guard.StateGuard;
import dev.tinyland.gf.state.guard.StoreGuard;
import dev.tinyland.gf.tofu.plan.PlanMeta;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gf tofu-apply}. */
@Command(
        name = "tofu-apply",
        description = "Applies exactly the reviewed plan, and reads the state back.",
        footer = {
            "%nExample:",
            "  gf tofu-apply arc-runners --plan-file plan.tfplan --plan-meta plan.meta.json --confirm apply-arc-runners"
        })
public final class TofuApplyCommand extends ToolCommand {
    /** How long a run that is ended from outside is kept alive to save what it has done. */
    private static final Duration SAVING = Duration.ofMinutes(30);

    private final HostResolver resolver;
    private final ReachabilityProbe reachability;
    private final StateGuard guard;

    @Mixin
    private PreflightInputs inputs = new PreflightInputs();

    @Mixin
    private ApplyOptions apply = new ApplyOptions();

    @Mixin
    private ReceiptKeeper receipts = new ReceiptKeeper();

    /** The command with the guard that really looks. */
    public TofuApplyCommand(Host host) {
        this(host, HostResolver.system(), ReachabilityProbe.tcp(), new StoreGuard(host.interrupts(), host.clock()));
    }

    TofuApplyCommand(Host host, HostResolver resolver, ReachabilityProbe reachability, StateGuard guard) {
        super(host, "tofu-apply", TofuApplyVerdict.values());
        this.resolver = resolver;
        this.reachability = reachability;
        this.guard = guard;
    }

    @Override
    protected Conclusion judge(Run run) throws IOException, InterruptedException {
        apply.lockTimeout();
        apply.maximumAge();
        apply.receipt(run);
        Optional<Recipients> recipients = apply.recipients(run);
        receipts.token(run);
        Path planFile = apply.planFile(run);
        PlanMeta meta = PlanMeta.read(apply.planMeta(run))
                .orElseThrow(() -> new InputException("plan-meta", "plan-meta is not the plan.meta.json of tofu-plan"));
        StackAccess.Opened opened = StackAccess.open(run, inputs, resolver, reachability, "default");
        if (opened.stack().isEmpty()) {
            return of(opened.preflight());
        }
        StackAccess stack = opened.stack().get();
        Optional<String> refused = new ReviewedPlan(run, apply)
                .refused(
                        stack.settings().stack(),
                        planFile,
                        meta,
                        stack.settings().stackFolder());
        if (refused.isPresent()) {
            return new Conclusion(TofuApplyVerdict.REFUSED, refused.get());
        }
        try (Unwinding _ = Unwinding.of(run.host(), SAVING)) {
            ApplyFlow flow = new ApplyFlow(run, stack, apply, guard, recipients);
            return receipts.keep(run, stack, flow.run(planFile, meta));
        }
    }

    /** The preflight's end as one of ours. Nothing was applied, so whatever is not merely unseen is a refusal. */
    private static Conclusion of(Conclusion preflight) {
        ExitCode exit = preflight.verdict().exitCode();
        return new Conclusion(
                exit == ExitCode.UNKNOWN ? TofuApplyVerdict.UNREACHABLE : TofuApplyVerdict.REFUSED,
                preflight.failureReason());
    }
}
