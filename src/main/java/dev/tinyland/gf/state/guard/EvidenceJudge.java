package dev.tinyland.gf.state.guard;

import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.tofu.state.StateDocument;
import dev.tinyland.gf.tofu.state.StateSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From what was seen to what can be said. It asks nothing. */
final class EvidenceJudge {
    private static final String KEEP =
            "keep the store's logs and look at its drives before anything is restarted; make no plan, no apply, no"
                    + " bucket and no heal until every call agrees";
    private static final String ACCESS =
            "check access-key and secret-key, the clock of this machine, and that the key may list buckets and read the"
                    + " state";

    private final Evidence evidence;

    EvidenceJudge(Evidence evidence) {
        this.evidence = evidence;
    }

    GuardOutcome outcome() {
        List<List<Sight>> rounds = List.of(evidence.buckets(), evidence.bucket(), evidence.objects());
        if (rounds.stream().anyMatch(round -> Evidence.consensus(round).isEmpty())) {
            return red(RedReason.FLAPPING, "The same call answers differently from one time to the next.", KEEP);
        }
        List<Sight> all = Stream.concat(
                        rounds.stream().flatMap(List::stream),
                        Stream.concat(Stream.of(evidence.head(), evidence.body()), evidence.after().stream()))
                .toList();
        Optional<Sight> denied = first(all, Sight.Denied.class);
        if (denied.isPresent()) {
            return new GuardOutcome.Unreachable(
                    "auth",
                    "The store does not let us look (" + denied.get().observed()
                            + "), which says nothing about the state.",
                    ACCESS);
        }
        if (rounds.stream().flatMap(List::stream).anyMatch(EvidenceJudge::noStore)) {
            return red(
                    RedReason.NOT_A_STORE,
                    "The endpoint answers, and not as an S3 store.",
                    "check the endpoint: a proxy, an ingress or a login page may stand before the store");
        }
        return broken(all).or(this::contradiction).orElseGet(() -> agreed(all));
    }

    private static boolean noStore(Sight sight) {
        return sight instanceof Sight.Nonsense || sight instanceof Sight.Cut;
    }

    private Optional<GuardOutcome> broken(List<Sight> all) {
        Optional<Sight> broken = first(all, Sight.Broken.class);
        if (broken.isEmpty() || !(broken.get() instanceof Sight.Broken(String word, String observed))) {
            return Optional.empty();
        }
        boolean others =
                all.stream().anyMatch(sight -> sight instanceof Sight.There || sight instanceof Sight.NotThere);
        return Optional.of(
                others
                        ? disagree("Some calls are answered and others fail.")
                        : new GuardOutcome.Unreachable(
                                word,
                                "The store says of every call that it cannot answer it (" + observed + ").",
                                "look at the store: " + KEEP));
    }

    private Optional<GuardOutcome> contradiction() {
        Sight buckets = evidence.buckets().getFirst();
        Sight bucket = evidence.bucket().getFirst();
        Sight objects = evidence.objects().getFirst();
        List<Sight> ofTheObject = List.of(objects, evidence.head(), evidence.body());
        boolean bucketThere = Stream.of(buckets, bucket, objects, evidence.head(), evidence.body())
                .anyMatch(EvidenceJudge::there);
        boolean bucketMissing = Stream.of(buckets, bucket).anyMatch(Sight.NotThere.class::isInstance)
                || ofTheObject.stream()
                        .anyMatch(sight -> sight instanceof Sight.NotThere(String _, boolean lost) && lost);
        boolean objectThere = ofTheObject.stream().anyMatch(EvidenceJudge::there);
        boolean objectMissing = ofTheObject.stream().anyMatch(Sight.NotThere.class::isInstance);
        if (!(bucketThere && bucketMissing) && !(objectThere && objectMissing)) {
            return Optional.empty();
        }
        return Optional.of(
                disagree("Calls of one moment contradict one another: the bucket's index is not what the bucket is."));
    }

    private GuardOutcome disagree(String sentence) {
        boolean before = Stream.concat(evidence.buckets().stream(), evidence.objects().stream())
                .allMatch(EvidenceJudge::there);
        boolean after = !evidence.after().isEmpty() && evidence.after().stream().allMatch(EvidenceJudge::there);
        return after && !before
                ? red(
                        RedReason.REPAIRED_BY_READ,
                        "The lists were wrong until the object was read: the read repaired the store and took the"
                                + " evidence with it.",
                        "look again; when every call agrees now, the state can be read. " + KEEP)
                : red(RedReason.CALLS_DISAGREE, sentence, KEEP);
    }

    private GuardOutcome agreed(List<Sight> all) {
        Optional<Sight> silent = first(all, Sight.Silent.class);
        if (silent.isPresent() && silent.get() instanceof Sight.Silent(String word, String observed)) {
            return new GuardOutcome.Unreachable(
                    word,
                    (all.stream().anyMatch(sight -> sight instanceof Sight.There)
                                    ? "The store did not answer every call ("
                                    : "The store did not answer (")
                            + observed + ").",
                    "check the endpoint and the way to it (tailnet, port-forward), then run this again");
        }
        if (evidence.buckets().getFirst() instanceof Sight.NotThere) {
            return red(
                    RedReason.BUCKET_MISSING,
                    "The bucket is in no list and does not answer.",
                    "check the bucket's name; a bucket that was there before is lost and not missing: " + KEEP);
        }
        boolean unchanged =
                evidence.after().get(0).sameKindAs(evidence.buckets().getFirst())
                        && evidence.after().get(1).sameKindAs(evidence.objects().getFirst());
        if (!unchanged) {
            return red(RedReason.FLAPPING, "The lists changed while we looked.", KEEP);
        }
        if (evidence.objects().getFirst() instanceof Sight.NotThere) {
            return new GuardOutcome.Absent();
        }
        if (evidence.body() instanceof Sight.Cut) {
            return red(RedReason.TRUNCATED, "Not all of the object came.", "run this again; " + KEEP);
        }
        if (evidence.document().isEmpty()) {
            return red(RedReason.CALLS_DISAGREE, "The object is there and its body cannot be had.", KEEP);
        }
        return switch (evidence.document().get()) {
            case StateDocument.Present state -> new GuardOutcome.Trusted(state);
            case StateDocument.Unusable unusable ->
                red(
                        RedReason.STATE_BODY_INVALID,
                        "The object is there and is no state: " + unusable.why() + ".",
                        "do not plan: OpenTofu would fail or start from nothing. Look for an older version of the"
                                + " object or a backup");
        };
    }

    List<Check> checks(GuardOutcome outcome) {
        boolean absent = outcome instanceof GuardOutcome.Absent;
        List<Sight> bucketsSeen = new ArrayList<>(evidence.buckets());
        List<Sight> objectsSeen = new ArrayList<>(evidence.objects());
        if (evidence.after().size() == 2) {
            bucketsSeen.add(evidence.after().get(0));
            objectsSeen.add(evidence.after().get(1));
        }
        String none = "absent alike in list, HEAD and GET";
        return List.of(
                GuardCheck.C4.seen(status(bucketsSeen), Evidence.shown(bucketsSeen)),
                GuardCheck.C5.seen(status(evidence.bucket()), Evidence.shown(evidence.bucket())),
                absent
                        ? GuardCheck.C6.seen(Status.WARN, none)
                        : GuardCheck.C6.seen(status(objectsSeen), Evidence.shown(objectsSeen)),
                absent
                        ? GuardCheck.C7.seen(Status.WARN, none)
                        : GuardCheck.C7.seen(
                                empty() ? Status.FAIL : status(List.of(evidence.head())),
                                evidence.head().observed()),
                absent ? GuardCheck.C8.seen(Status.WARN, none) : body(outcome));
    }

    private boolean empty() {
        return evidence.document().filter(StateDocument.Empty.class::isInstance).isPresent();
    }

    private Check body(GuardOutcome outcome) {
        return switch (evidence.document().orElse(null)) {
            case null ->
                GuardCheck.C8.seen(
                        status(List.of(evidence.body())), evidence.body().observed());
            case StateDocument.Present state
            when outcome instanceof GuardOutcome.Trusted -> GuardCheck.C8.seen(Status.PASS, facts(state));
            case StateDocument.Present state -> GuardCheck.C8.seen(Status.WARN, facts(state));
            case StateDocument.Unusable unusable -> GuardCheck.C8.seen(Status.FAIL, unusable.why());
        };
    }

    /** A state in one line, without any value. */
    static String facts(StateDocument.Present state) {
        return switch (state) {
            case StateDocument.Plain(StateSummary summary) ->
                summary.bytes() + " bytes, lineage " + summary.lineage() + ", serial " + summary.serial() + ", "
                        + Wording.resources(summary.managedCount()) + ", written by OpenTofu " + summary.tofuVersion();
            case StateDocument.Encrypted envelope ->
                envelope.bytes() + " bytes, encrypted, lineage "
                        + envelope.lineageIfKnown().orElse("not shown") + ", serial "
                        + (envelope.serialIfKnown().isPresent()
                                ? Long.toString(envelope.serialIfKnown().getAsLong())
                                : "not shown");
        };
    }

    private static Status status(List<Sight> rounds) {
        return Evidence.consensus(rounds)
                .map(sight -> switch (sight) {
                    case Sight.There _ -> Status.PASS;
                    case Sight.NotThere _, Sight.Nonsense _, Sight.Cut _ -> Status.FAIL;
                    case Sight.Denied _, Sight.Silent _, Sight.Broken _ -> Status.UNKNOWN;
                    case Sight.Unseen _ -> Status.SKIP;
                })
                .orElse(Status.FAIL);
    }

    private static boolean there(Sight sight) {
        return sight instanceof Sight.There || sight instanceof Sight.Cut;
    }

    private static Optional<Sight> first(List<Sight> sights, Class<? extends Sight> kind) {
        return sights.stream().filter(kind::isInstance).findFirst();
    }

    private GuardOutcome.Red red(RedReason reason, String sentence, String next) {
        return new GuardOutcome.Red(reason, sentence + " " + evidence.sentence(), next);
    }
}
