package dev.tinyland.gf.arc.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Names of nodes that values lead pods to: by name, by selector or by affinity; what an affinity avoids is not among them. */
final class Placement {
    private static final Set<String> TOWARDS = Set.of("In", "Exists", "Gt", "Lt");

    private Placement() {}

    static Set<String> nodes(JsonNode values) {
        Set<String> nodes = new TreeSet<>();
        for (JsonNode holder : List.of(
                values,
                values.path("template").path("spec"),
                values.path("listenerTemplate").path("spec"))) {
            nodes.add(holder.path("nodeName").asText(""));
            holder.path("nodeSelector").forEach(value -> nodes.add(value.asText("")));
            expressions(holder.path("affinity").path("nodeAffinity"), nodes);
        }
        nodes.remove("");
        return nodes;
    }

    private static void expressions(JsonNode node, Set<String> nodes) {
        if (node.has("operator")) {
            if (TOWARDS.contains(node.path("operator").asText())) {
                node.path("values").forEach(value -> nodes.add(value.asText("")));
            }
            return;
        }
        node.forEach(child -> expressions(child, nodes));
    }
}
