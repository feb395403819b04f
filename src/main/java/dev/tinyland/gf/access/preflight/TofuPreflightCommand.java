package dev.tinyland.gf.access.preflight;

import dev.tinyland.gf.access.Platform;
import dev.tinyland.gf.access.ReachabilityProbe;
import dev.tinyland.gf.access.Scopes;
import dev.tinyland.gf.access.backend.BackendInputs;
import dev.tinyland.gf.access.backend.BackendJudge;
import dev.tinyland.gf.access.backend.BackendSettings;
import dev.tinyland.gf.access.kubeconfig.ServerQuestions;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.actions.ToolCommand;
import dev.tinyland.gf.kube.HostResolver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
    private BackendInputs backend = new BackendInputs();

    @Option(
            names = "--kubeconfig-path",
            paramLabel = "FILE",
            description = "Default: of the stacks' own variable, KUBE_CONFIG_PATH, KUBECONFIG, the contract's place.")
    private @Nullable Path kubeconfigPath;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "The context. Default: of config/organization.yaml, else of the contract.")
    private @Nullable String context;

    @Option(
            names = "--server-scope",
            paramLabel = "LIST",
            defaultValue = Scopes.DEFAULT,
            description = "Of tailnet, cluster-local, private, loopback. Default: " + Scopes.DEFAULT + ".")
    private String serverScope = Scopes.DEFAULT;

    @Mixin
    private ServerQuestions questions = new ServerQuestions();

    @Option(
            names = "--probe",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Connect to the state's endpoint; no connection ends with UNVERIFIED.")
    private boolean probe;

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
        backend.credentials(run);
        Platform platform = Platform.load(run);
        BackendSettings settings = backend.settings(run, platform);
        run.subject("stack " + settings.stack() + ", environment " + settings.environment());
        Preflight.Access access = new Preflight.Access(
                KubeconfigPlace.of(run, platform.contract(), kubeconfigPath),
                Optional.ofNullable(context),
                Scopes.parse("server-scope", serverScope),
                questions.read(),
                probe ? Optional.of(reachability) : Optional.empty());
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
            run.output(
                    "context",
                    Optional.ofNullable(context)
                            .or(() -> platform.context(settings.environment()))
                            .orElse(""));
            run.next("gf backend-config " + settings.stack() + ", then tofu -chdir=" + settings.stackFolder()
                    + " init with its output init-args");
        }
        return outcome.conclusion();
    }
}
