package dev.tinyland.gf.access.kubeconfig;

import dev.tinyland.gf.kube.AddressScope;
import dev.tinyland.gf.kube.KubeconfigText;
import dev.tinyland.gf.kube.ServerAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The inputs of {@code kubeconfig}, read.
 *
 * @param context the context asked for; empty for the environment's
 * @param allowedContexts empty for the context alone
 * @param questions what the server is asked
 * @param exports names of the variables to set for later steps
 */
record KubeconfigSettings(
        String environment,
        KubeconfigText.Encoding encoding,
        Optional<String> context,
        List<String> allowedContexts,
        ForbiddenPolicy forbiddenPolicy,
        Set<AddressScope> serverScope,
        Duration minimumValidity,
        Duration warnValidity,
        Optional<ServerAddress> expectedServer,
        ServerQuestions.Questions questions,
        InCluster inCluster,
        List<String> exports,
        Ambient ambient) {

    /** What becomes of forbidden contexts that stand beside the chosen one. */
    enum ForbiddenPolicy {
        refuse,
        strip
    }

    /** Whether the server is rewritten to the in-cluster address. */
    enum InCluster {
        never,
        auto,
        always
    }

    /** What becomes of variables that configure other clients. */
    enum Ambient {
        refuse,
        warn,
        ignore
    }

    /** What the server is asked. */
    public enum Verify {
        none,
        access,
        uid
    }
}
