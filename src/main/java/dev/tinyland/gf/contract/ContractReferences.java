package dev.tinyland.gf.contract;

import dev.tinyland.gf.text.DidYouMean;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What must hold between the parts of a contract. */
final class ContractReferences {
    private ContractReferences() {}

    static void check(Contract contract, Locator locator) {
        if (!contract.schema().equals(Contract.SCHEMA)) {
            locator.problem("expected " + Contract.SCHEMA, "schema");
        }
        Cluster cluster = contract.cluster();
        cluster.residualContexts().stream()
                .filter(residual -> residual.equals(cluster.context())
                        || cluster.environments().containsValue(residual))
                .forEach(residual -> locator.problem(
                        "\"" + residual + "\" cannot be in use and residual", "cluster", "residualContexts"));
        known(contract.buckets().keySet(), contract.state().bucket(), "bucket", locator, "state", "bucket");
        known(contract.buckets().keySet(), contract.attic().bucket(), "bucket", locator, "attic", "bucket");
        known(contract.buckets().keySet(), contract.bazel().bucket(), "bucket", locator, "bazel", "bucket");
        known(cluster.nodes().keySet(), contract.objectStore().node(), "node", locator, "objectStore", "node");
        Bucket stateBucket = contract.buckets().get(contract.state().bucket());
        if (stateBucket != null && !stateBucket.isProtected()) {
            locator.problem(
                    "the state bucket must be protected",
                    "buckets",
                    contract.state().bucket(),
                    "protected");
        }
        contract.lanes()
                .forEach((label, lane) -> lane.nodes()
                        .forEach(node ->
                                known(cluster.nodes().keySet(), node, "node", locator, "lanes", label, "nodes")));
        known(
                contract.lanes().keySet(),
                contract.runnerLabels().operatorLane(),
                "lane",
                locator,
                "runnerLabels",
                "operatorLane");
        Map<String, String> stackOfKey = new HashMap<>();
        contract.stacks().forEach((name, stack) -> {
            String other = stackOfKey.putIfAbsent(stack.key(), name);
            if (other != null) {
                locator.problem("the state of \"" + other + "\" has the same key", "stacks", name, "key");
            }
        });
    }

    private static void known(Collection<String> names, String name, String what, Locator locator, String... keys) {
        if (!names.contains(name)) {
            String hint = DidYouMean.among(names, name)
                    .map(near -> ", did you mean \"" + near + "\"?")
                    .orElse("");
            locator.problem("no " + what + " is called \"" + name + "\"" + hint, keys);
        }
    }
}
