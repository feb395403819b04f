package dev.tinyland.gf.access.preflight;

import dev.tinyland.gf.access.Platform;
import dev.tinyland.gf.access.ReachabilityProbe;
import dev.tinyland.gf.access.Scopes;
import dev.tinyland.gf.access.backend.BackendInputs;
import dev.tinyland.gf.access.backend.BackendSettings;
import dev.tinyland.gf.access.kubeconfig.ServerQuestions;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The inputs of {@code tofu-preflight}, which every tool has that runs OpenTofu; a picocli mixin. */
public final class PreflightInputs {
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

    /** Access key and secret key of the store, where the caller gave them, protected. */
    public List<Secret> credentials(Run run) {
        return backend.credentials(run);
    }

    /** The stack's name and its environment, where a name is given that can be one. */
    public Optional<Named> named() {
        return backend.named().map(stack -> new Named(stack, backend.environment()));
    }

    /** What is known of a stack before anything is read. */
    public record Named(String stack, String environment) {}

    public BackendSettings settings(Run run, Platform platform) throws IOException {
        return backend.settings(run, platform);
    }

    public KubeconfigPlace kubeconfig(Run run, Platform platform) {
        return KubeconfigPlace.of(run, platform.contract(), kubeconfigPath);
    }

    /** The context asked for, else the environment's. */
    public Optional<String> context(Platform platform) {
        return Optional.ofNullable(context).or(() -> platform.context(backend.environment()));
    }

    /**
     * How cluster and state are reached.
     *
     * @param reachability how the state's endpoint is tried, where the caller asks for it
     */
    public Preflight.Access access(Run run, Platform platform, ReachabilityProbe reachability) {
        return new Preflight.Access(
                kubeconfig(run, platform),
                Optional.ofNullable(context),
                Scopes.parse("server-scope", serverScope),
                questions.read(),
                probe ? Optional.of(reachability) : Optional.empty());
    }
}
