package dev.tinyland.gf.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one physical cluster.
 *
 * @param context the kubeconfig context that selects it
 * @param server address of its API server
 * @param kubeconfig where operators keep the kubeconfig; {@code ~} is the home directory
 * @param kubeconfigVariable the stacks' input variable with the kubeconfig's path
 * @param contextVariable the stacks' input variable with the context's name
 * @param environments the kubeconfig context of each deployment environment
 * @param nodes what each node is for; a node name is placement input, never a cluster
 * @param residualContexts contexts of the past that survive in files
 */
public record Cluster(
        String name,
        String context,
        String server,
        String kubeconfig,
        String kubeconfigVariable,
        String contextVariable,
        Map<String, String> environments,
        Map<String, NodeRole> nodes,
        List<String> residualContexts) {

    public Cluster {
        environments = Ordered.copy(environments);
        nodes = Ordered.copy(nodes);
        residualContexts = List.copyOf(residualContexts);
    }

    /** What a node is for. */
    public enum NodeRole {
        GENERAL,
        STORAGE,
        COMPUTE
    }

    public Optional<String> contextOf(String environment) {
        return Optional.ofNullable(environments.get(environment));
    }

    /** Names of nodes that are not also names of a context: as a context they are always a mistake. */
    public List<String> placementNames() {
        return nodes.keySet().stream()
                .filter(node -> !node.equals(context) && !environments.containsValue(node))
                .toList();
    }
}
