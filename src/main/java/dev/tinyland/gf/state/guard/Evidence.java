package dev.tinyland.gf.state.guard;

import dev.tinyland.gf.tofu.state.StateDocument;
import java.util.List;
import java.util.Optional;

/**
 * Everything that was seen of one object, in the order in which it was asked: lists first, the object last, for a read
 * repairs some stores and destroys the evidence (RustFS 1.0.1), then the lists once more.
 *
 * @param buckets ListBuckets, one per round
 * @param bucket HeadBucket, one per round
 * @param objects ListObjectsV2, one per round
 * @param head HeadObject
 * @param body GetObject
 * @param document what the body is, where there was one
 * @param after ListBuckets and ListObjectsV2 after the object was read; empty when they were not asked
 */
record Evidence(
        List<Sight> buckets,
        List<Sight> bucket,
        List<Sight> objects,
        Sight head,
        Sight body,
        Optional<StateDocument> document,
        List<Sight> after) {
    Evidence {
        buckets = List.copyOf(buckets);
        bucket = List.copyOf(bucket);
        objects = List.copyOf(objects);
        after = List.copyOf(after);
    }

    /** What the rounds agree on; empty when they do not. Silence between answers counts as silence. */
    static Optional<Sight> consensus(List<Sight> rounds) {
        List<Sight> answers = rounds.stream()
                .filter(sight -> !(sight instanceof Sight.Silent))
                .toList();
        if (answers.stream().anyMatch(sight -> !sight.sameKindAs(answers.getFirst()))) {
            return Optional.empty();
        }
        return rounds.stream()
                .filter(Sight.Silent.class::isInstance)
                .findFirst()
                .or(() -> rounds.stream().findFirst());
    }

    /** The rounds in a few words. */
    static String shown(List<Sight> rounds) {
        Optional<Sight> same = consensus(rounds);
        boolean alike = rounds.stream().map(Sight::observed).distinct().count() == 1;
        if (same.isPresent() && alike) {
            return same.get().observed() + (rounds.size() > 1 ? " (" + rounds.size() + " times)" : "");
        }
        return String.join("; then ", rounds.stream().map(Sight::observed).toList());
    }

    String sentence() {
        return "ListBuckets: " + shown(buckets) + ". HeadBucket: " + shown(bucket) + ". ListObjectsV2: "
                + shown(objects) + ". HEAD of the object: " + head.observed() + ". GET of the object: "
                + body.observed()
                + (after.isEmpty() ? "" : ". Lists after the GET: " + shown(after))
                + ".";
    }
}
