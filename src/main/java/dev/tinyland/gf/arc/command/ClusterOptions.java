package dev.tinyland.gf.arc.command;

import dev.tinyland.gf.access.Platform;
import dev.tinyland.gf.access.preflight.KubeconfigPlace;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.kube.Kubectl;
import dev.tinyland.gf.process.ProcessRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a tool reaches the cluster. */
final class ClusterOptions {
    @Option(
            names = "--kubeconfig-path",
            paramLabel = "FILE",
            description = "A kubeconfig, as the action kubeconfig writes it. Default: as tofu-preflight finds it.")
    @Nullable
    private Path kubeconfigPath;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "Its context. Default: the one of the contract, the only one allowed.")
    @Nullable
    private String context;

    /** Whether there is a kubeconfig at all. */
    boolean given(Run run, Platform platform) {
        return kubeconfigPath != null
                || Files.isRegularFile(place(run, platform).path());
    }

    private KubeconfigPlace place(Run run, Platform platform) {
        return KubeconfigPlace.of(run, platform.contract(), kubeconfigPath);
    }

    /**
     * The client, for the contract's context only.
     *
     * @throws InputException when there is no file, or another context is asked for
     */
    Kubectl kubectl(Run run, Platform platform) {
        KubeconfigPlace place = place(run, platform);
        Path file = place.path();
        if (!Files.isRegularFile(file)) {
            throw new InputException(
                    "kubeconfig-path",
                    "there is no kubeconfig where " + place.source()
                            + " says; give kubeconfig-path: the file that the action kubeconfig wrote");
        }
        String allowed = platform.contract().cluster().context();
        String asked =
                Optional.ofNullable(context).filter(text -> !text.isBlank()).orElse(allowed);
        if (!asked.equals(allowed)) {
            throw new InputException(
                    "context",
                    "the context " + asked + " is not the contract's: the runners live on " + allowed
                            + "; bring another contract with --contract if that is meant");
        }
        return new Kubectl(
                new ProcessRunner(run.host().interrupts(), run.redactor()),
                run.host().environment(),
                file,
                asked);
    }
}
