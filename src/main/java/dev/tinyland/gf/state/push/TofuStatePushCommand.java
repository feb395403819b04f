package dev.tinyland.gf.state.push;

import dev.tinyland.gf.access.backend.BackendInputs;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Inputs;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.actions.ToolCommand;
import dev.tinyland.gf.kube.HostResolver;
import dev.tinyland.gf.state.guard.StoreGuard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gf tofu-state-push}. */
@Command(
        name = "tofu-state-push",
        description = {
            "Pushes the errored.tfstate of an apply that could not persist its state, when everything speaks for it.",
            "Without --confirm it makes every check, writes nothing and prints the phrase that confirms."
        },
        footer = {
            "%nExamples:",
            "  gf tofu-state-push arc-runners --errored-state errored.tfstate",
            "  gf tofu-state-push arc-runners --errored-state errored.tfstate --confirm push-errored-arc-runners-42"
        })
public final class TofuStatePushCommand extends ToolCommand {
    private final HostResolver resolver;

    @Mixin
    private BackendInputs backend = new BackendInputs();

    @Option(
            names = "--errored-state",
            paramLabel = "FILE",
            description = "The errored.tfstate, or a folder that holds exactly one. It is never changed or moved.")
    private @Nullable Path erroredState;

    @Option(
            names = "--confirm",
            paramLabel = "PHRASE",
            description = "push-errored-STACK-SERIAL, as a run without it prints it.")
    private @Nullable String confirm;

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            defaultValue = "60s",
            description = "How long OpenTofu waits for the lock. Default: 60s.")
    private String lockTimeout = "60s";

    public TofuStatePushCommand(Host host) {
        this(host, HostResolver.system());
    }

    TofuStatePushCommand(Host host, HostResolver resolver) {
        super(host, "tofu-state-push", PushVerdict.values());
        this.resolver = resolver;
    }

    @Override
    protected Conclusion judge(Run run) throws IOException, InterruptedException {
        if (erroredState == null) {
            throw new InputException(
                    "errored-state", "errored-state is missing: name the errored.tfstate of the apply");
        }
        return new StatePush(
                        run,
                        backend,
                        resolver,
                        new StoreGuard(run.host().interrupts(), run.host().clock()),
                        run.resolve(erroredState),
                        Optional.ofNullable(confirm),
                        Inputs.duration("lock-timeout", lockTimeout))
                .judge();
    }
}
