package dev.tinyland.gf.access.kubeconfig;

import dev.tinyland.gf.access.Platform;
import dev.tinyland.gf.access.Scopes;
import dev.tinyland.gf.access.Sink;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Inputs;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.actions.ToolCommand;
import dev.tinyland.gf.kube.HostResolver;
import dev.tinyland.gf.kube.KubeconfigText;
import dev.tinyland.gf.kube.ServerAddress;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gf kubeconfig}. */
@Command(
        name = "kubeconfig",
        description = "Checks a kubeconfig secret and writes the smallest file that selects one context, mode 0600.",
        footer = {
            "%nExamples:",
            "  GF_KUBECONFIG=\"$(base64 -w0 < kubeconfig.yaml)\" gf kubeconfig --verify uid",
            "  gf kubeconfig --kubeconfig-file kubeconfig.yaml --verify access --verify-access 'get pods -n"
                    + " arc-runners'"
        })
public final class KubeconfigCommand extends ToolCommand {
    private final HostResolver resolver;

    @Option(
            names = "--kubeconfig-file",
            paramLabel = "FILE",
            description = "The secret as a file (0600). Default: GF_KUBECONFIG.")
    private @Nullable Path kubeconfigFile;

    @Option(names = "--env", paramLabel = "NAME", defaultValue = "dev", description = "The environment. Default: dev.")
    private String environment = "dev";

    @Option(names = "--encoding", defaultValue = "auto", description = "${COMPLETION-CANDIDATES}. Default: auto.")
    private KubeconfigText.Encoding encoding = KubeconfigText.Encoding.auto;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "The context. Default: of config/organization.yaml, else of the contract.")
    private @Nullable String context;

    @Option(names = "--allowed-contexts", paramLabel = "LIST", description = "Default: the context alone.")
    private @Nullable String allowedContexts;

    @Option(
            names = "--forbidden-policy",
            defaultValue = "strip",
            description = "For forbidden contexts beside the chosen one: ${COMPLETION-CANDIDATES}. Default: strip.")
    private KubeconfigSettings.ForbiddenPolicy forbiddenPolicy = KubeconfigSettings.ForbiddenPolicy.strip;

    @Option(
            names = "--server-scope",
            paramLabel = "LIST",
            defaultValue = Scopes.DEFAULT,
            description = "Of tailnet, cluster-local, private, loopback. Default: " + Scopes.DEFAULT + ".")
    private String serverScope = Scopes.DEFAULT;

    @Option(
            names = "--min-validity",
            paramLabel = "TIME",
            defaultValue = "1h",
            description = "A credential that ends sooner is refused. Default: 1h.")
    private String minimumValidity = "1h";

    @Option(
            names = "--warn-validity",
            paramLabel = "TIME",
            defaultValue = "168h",
            description = "A credential that ends sooner is warned about. Default: 168h.")
    private String warnValidity = "168h";

    @Option(names = "--expect-server", paramLabel = "URL", description = "The only server that is accepted.")
    private @Nullable String expectedServer;

    @Mixin
    private ServerQuestions questions = new ServerQuestions();

    @Option(
            names = "--in-cluster-server",
            defaultValue = "never",
            description = "Rewrite the server to the in-cluster address: ${COMPLETION-CANDIDATES}. Default: never.")
    private KubeconfigSettings.InCluster inCluster = KubeconfigSettings.InCluster.never;

    @Option(
            names = "--export",
            paramLabel = "LIST",
            description = "Variables to set for later steps, or none. Default: all five.")
    private @Nullable String export;

    @Option(
            names = "--ambient",
            defaultValue = "warn",
            description = "When KUBECONFIG, KUBE_*, HELM_* or a proxy is set: ${COMPLETION-CANDIDATES}. Default: warn.")
    private KubeconfigSettings.Ambient ambient = KubeconfigSettings.Ambient.warn;

    public KubeconfigCommand(Host host) {
        this(host, HostResolver.system());
    }

    KubeconfigCommand(Host host, HostResolver resolver) {
        super(host, "kubeconfig", KubeconfigVerdict.values());
        this.resolver = resolver;
    }

    @Override
    protected Conclusion judge(Run run) throws IOException, InterruptedException {
        Optional<Secret> input =
                Inputs.secret(host(), "kubeconfig", kubeconfigFile == null ? null : run.resolve(kubeconfigFile));
        Platform platform = Platform.load(run);
        KubeconfigSettings settings = settings(platform);
        run.subject("kubeconfig for environment " + environment);
        return new KubeconfigJudge(run, Sink.of(run), platform, settings, resolver).judge(input);
    }

    private KubeconfigSettings settings(Platform platform) {
        Optional<ServerAddress> server = Optional.ofNullable(expectedServer)
                .map(text -> ServerAddress.parse(text)
                        .orElseThrow(() -> new InputException(
                                "expect-server",
                                "expect-server is no URL of scheme, host and port, such as https://HOST:6443")));
        return new KubeconfigSettings(
                environment,
                encoding,
                Optional.ofNullable(context),
                Inputs.list(allowedContexts),
                forbiddenPolicy,
                Scopes.parse("server-scope", serverScope),
                Inputs.duration("min-validity", minimumValidity),
                Inputs.duration("warn-validity", warnValidity),
                server,
                questions.read(),
                inCluster,
                exports(platform),
                ambient);
    }

    private List<String> exports(Platform platform) {
        List<String> all = ClientVariables.all(platform.contract());
        if (export == null) {
            return all;
        }
        if (export.strip().equals("none")) {
            return List.of();
        }
        List<String> names = Inputs.list(export);
        if (!all.containsAll(names)) {
            throw new InputException("export", "export takes any of " + String.join(", ", all) + "; or none");
        }
        return names;
    }
}
