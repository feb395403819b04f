package dev.tinyland.gf.contract;

import java.util.List;
import java.util.Optional;

/** The deployment's choice: the kubeconfig context of each environment. The rest of its file belongs to others. */
public record Organization(List<Cluster> clusters) {

    public Organization {
        clusters = List.copyOf(clusters);
    }

    /**
     * One environment.
     *
     * @param name name of the environment, as in {@code dev}
     * @param context its kubeconfig context
     */
    public record Cluster(String name, Optional<String> context) {}

    public Optional<String> contextOf(String environment) {
        return clusters.stream()
                .filter(cluster -> cluster.name().equals(environment))
                .findFirst()
                .flatMap(Cluster::context);
    }
}
