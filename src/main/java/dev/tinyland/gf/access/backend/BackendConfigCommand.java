package dev.tinyland.gf.access.backend;

import dev.tinyland.gf.access.Platform;
import dev.tinyland.gf.access.PrivateFile;
import dev.tinyland.gf.access.Sink;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.actions.ToolCommand;
import dev.tinyland.gf.kube.AddressScope;
import dev.tinyland.gf.kube.HostResolver;
import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.tofu.backend.BackendConfiguration;
import dev.tinyland.gf.tofu.backend.BackendFamily;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gf backend-config}. */
@Command(
        name = "backend-config",
        description = "Resolves and checks the backend configuration of a stack and writes it, mode 0600.",
        footer = {
            "%nExamples:",
            "  GF_BACKEND_CONFIG=\"$(cat arc-runners.s3.hcl)\" gf backend-config arc-runners",
            "  gf backend-config attic --config-dir config/backends --endpoint-override http://127.0.0.1:9000"
        })
public final class BackendConfigCommand extends ToolCommand {
    static final String FOLDER_PREFIX = "gf-backend-";

    private final HostResolver resolver;

    @Mixin
    private BackendInputs inputs = new BackendInputs();

    public BackendConfigCommand(Host host) {
        this(host, HostResolver.system());
    }

    BackendConfigCommand(Host host, HostResolver resolver) {
        super(host, "backend-config", BackendVerdict.values());
        this.resolver = resolver;
    }

    @Override
    protected Conclusion judge(Run run) throws IOException, InterruptedException {
        List<Secret> credentials = inputs.credentials(run);
        Platform platform = Platform.load(run);
        BackendSettings settings = inputs.settings(run, platform);
        run.subject("stack " + settings.stack() + ", environment " + settings.environment());
        BackendJudge.Outcome outcome = new BackendJudge(run, Sink.of(run), platform, settings, resolver).judge();
        if (outcome.resolved().isPresent()) {
            publish(run, platform, outcome.resolved().get(), credentials);
        }
        return outcome.conclusion();
    }

    private static void publish(Run run, Platform platform, BackendJudge.Resolved resolved, List<Secret> credentials)
            throws IOException {
        BackendConfiguration configuration = resolved.configuration();
        String type = configuration.family().type();
        PrivateFile file =
                PrivateFile.create(run.host(), FOLDER_PREFIX, "backend." + type + ".hcl", configuration.hcl());
        boolean s3 = configuration.family() == BackendFamily.S3;
        run.output("path", file.path().toString());
        run.output("init-args", "-backend-config=" + file.path());
        run.output("type", type);
        run.output("source", resolved.source());
        run.output("authority", resolved.authority());
        run.output("bucket", configuration.text("bucket").orElse(""));
        run.output("key", configuration.text("key").orElse(""));
        run.output("endpoint", resolved.endpoint());
        run.output("endpoint-scope", resolved.scope().map(AddressScope::word).orElse(""));
        run.output("lockfile", s3 ? Boolean.toString(configuration.flag("use_lockfile")) : "");
        run.output("sha256", file.sha256());
        run.output("shadowed", String.join(",", resolved.shadowed()));
        List<String> variables = platform.contract().state().credentialVariables();
        for (int i = 0; i < credentials.size(); i++) {
            run.exportSecret(variables.get(i), credentials.get(i));
        }
    }
}
