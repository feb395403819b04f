package dev.tinyland.gf.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the platform is. A component is a key of the file; maps keep the order of the file.
 *
 * @param schema version of the file's shape, {@value #SCHEMA}
 * @param decisions names of the decisions that findings cite
 * @param stacks the active OpenTofu stacks by name
 * @param buckets the buckets of the object store by name
 * @param lanes the runner lanes by label, which is also the name of the AutoscalingRunnerSet
 */
public record Contract(
        String schema,
        Decisions decisions,
        Cluster cluster,
        Namespaces namespaces,
        Map<String, Stack> stacks,
        StateBackend state,
        Map<String, Bucket> buckets,
        ObjectStore objectStore,
        Map<String, Lane> lanes,
        RunnerLabels runnerLabels,
        Controller controller,
        Attic attic,
        Bazel bazel,
        FlakeHub flakeHub,
        Publication publication,
        PathClasses pathClasses,
        Canary canary,
        Retired retired,
        Legacy legacy) {

    /** The version of the file's shape that this code reads. */
    public static final String SCHEMA = "gf.contract/v1";

    public Contract {
        stacks = Ordered.copy(stacks);
        buckets = Ordered.copy(buckets);
        lanes = Ordered.copy(lanes);
    }

    public Optional<Stack> stack(String name) {
        return Optional.ofNullable(stacks.get(name));
    }

    public Optional<Lane> lane(String label) {
        return Optional.ofNullable(lanes.get(label));
    }

    /** The lane whose Helm release has this name. */
    public Optional<Lane> laneOfRelease(String release) {
        return lanes.values().stream()
                .filter(lane -> lane.release().filter(release::equals).isPresent())
                .findFirst();
    }

    /** Buckets that no tool ever creates, deletes, heals or configures. */
    public Set<String> protectedBuckets() {
        Set<String> names = new TreeSet<>();
        buckets.forEach((name, bucket) -> {
            if (bucket.isProtected()) {
                names.add(name);
            }
        });
        return Set.copyOf(names);
    }

    /** The lane labels and the shared labels of the taxonomy, for did-you-mean. */
    public List<String> knownLabels() {
        Set<String> labels = new TreeSet<>(lanes.keySet());
        labels.addAll(runnerLabels.shared());
        return List.copyOf(labels);
    }
}
