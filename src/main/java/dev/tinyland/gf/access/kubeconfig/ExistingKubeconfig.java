package dev.tinyland.gf.access.kubeconfig;

import dev.tinyland.gf.access.Platform;
import dev.tinyland.gf.access.Sink;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.kube.AddressScope;
import dev.tinyland.gf.kube.HostResolver;
import dev.tinyland.gf.kube.KubeconfigText;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges a kubeconfig that lies on this machine by the rules of {@code gf kubeconfig}, with its defaults. */
public final class ExistingKubeconfig {
    private final Run run;
    private final Sink sink;
    private final Platform platform;
    private final HostResolver resolver;

    public ExistingKubeconfig(Run run, Sink sink, Platform platform, HostResolver resolver) {
        this.run = run;
        this.sink = sink;
        this.platform = platform;
        this.resolver = resolver;
    }

    /** The verdict is one of {@link KubeconfigVerdict}; its reason is a KC id. */
    public Conclusion judge(
            String environment,
            Optional<String> context,
            Set<AddressScope> scope,
            ServerQuestions.Questions questions,
            Secret content)
            throws IOException, InterruptedException {
        KubeconfigSettings settings = new KubeconfigSettings(
                environment,
                KubeconfigText.Encoding.auto,
                context,
                List.of(),
                KubeconfigSettings.ForbiddenPolicy.strip,
                scope,
                Duration.ofHours(1),
                Duration.ofHours(168),
                Optional.empty(),
                questions,
                KubeconfigSettings.InCluster.never,
                List.of(),
                KubeconfigSettings.Ambient.ignore);
        return new KubeconfigJudge(run, sink, platform, settings, resolver).judgeExisting(content);
    }
}
