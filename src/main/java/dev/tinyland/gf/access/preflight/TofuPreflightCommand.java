package dev.tinyland.gf.access.preflight;

import dev.tinyland.gf.access.Platform;
import dev.tinyland.gf.access.ReachabilityProbe;
import dev.tinyland.gf.access.backend.BackendJudge;
import dev.tinyland.gf.access.backend.BackendSettings;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.OtherTool;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.actions.ToolCommand;
import dev.tinyland.gf.kube.HostResolver;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gf tofu-preflight}. */
@Command(
        name = "tofu-preflight",
        description =
                "Everything that must hold before tofu init of a stack: one table, one verdict, the next commands.",
        footer = {
            "%nExamples:",
            "  gf tofu-preflight arc-runners --kubeconfig-path ~/.kube/config",
            "  gf tofu-preflight arc-runners --verify access --probe"
        })
public final class TofuPreflightCommand extends ToolCommand {
    private final HostResolver resolver;
    private final ReachabilityProbe reachability;

    @Mixin
    private PreflightInputs inputs = new PreflightInputs();

    public TofuPreflightCommand(Host host) {
        this(host, HostResolver.system(), ReachabilityProbe.tcp());
    }

    TofuPreflightCommand(Host host, HostResolver resolver, ReachabilityProbe reachability) {
        super(host, "tofu-preflight", PreflightVerdict.values());
        this.resolver = resolver;
        this.reachability = reachability;
    }

    @Override
    protected Conclusion judge(Run run) throws IOException, InterruptedException {
        inputs.credentials(run);
        Platform platform = Platform.load(run);
        BackendSettings settings = inputs.settings(run, platform);
        run.subject("stack " + settings.stack() + ", environment " + settings.environment());
        Preflight.Access access = inputs.access(run, platform, reachability);
        Preflight.Outcome outcome = new Preflight(run, platform, settings, access, resolver).judge();
        if (outcome.conclusion().verdict() == PreflightVerdict.READY) {
            run.output(
                    "backend-type",
                    outcome.backend()
                            .map(found -> found.configuration().family().type())
                            .orElse(""));
            run.output(
                    "backend-source",
                    outcome.backend().map(BackendJudge.Resolved::source).orElse(""));
            run.output("context", inputs.context(platform).orElse(""));
            run.next(OtherTool.about(run.host(), "backend-config", settings.stack()) + ", then tofu -chdir="
                    + settings.stackFolder() + " init with its output init-args");
        }
        return outcome.conclusion();
    }
}
