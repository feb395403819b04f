package dev.tinyland.gf.state.guard;

import dev.tinyland.gf.actions.Pause;
import dev.tinyland.gf.s3.ObjectBody;
import dev.tinyland.gf.s3.ObjectFacts;
import dev.tinyland.gf.s3.ObjectList;
import dev.tinyland.gf.s3.S3Answer;
import dev.tinyland.gf.s3.S3Failure;
import dev.tinyland.gf.s3.S3Reader;
import dev.tinyland.gf.state.StateLocation;
import dev.tinyland.gf.tofu.state.LockInfo;
import dev.tinyland.gf.tofu.state.StateDocument;
import dev.tinyland.gf.tofu.state.StateReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a store everything the guard wants to know of one object. */
final class ObjectLook {
    private final S3Reader reader;
    private final StateLocation.S3 location;
    private final Pause pause;

    ObjectLook(S3Reader reader, StateLocation.S3 location, Pause pause) {
        this.reader = reader;
        this.location = location;
        this.pause = pause;
    }

    Evidence look(GuardRequest request) throws InterruptedException {
        List<Sight> buckets = new ArrayList<>();
        List<Sight> bucket = new ArrayList<>();
        List<Sight> objects = new ArrayList<>();
        for (int round = 0; round < request.rounds(); round++) {
            if (round > 0) {
                pause.sleep(request.interval());
            }
            Sight listed = buckets();
            buckets.add(listed);
            if (round == 0 && unanswerable(listed)) {
                return unread(buckets, List.of(new Sight.Unseen()), List.of(new Sight.Unseen()));
            }
            bucket.add(sight(reader.headBucket(location.bucket())));
            objects.add(objects());
            boolean mute = listed instanceof Sight.Silent
                    && bucket.getLast() instanceof Sight.Silent
                    && objects.getLast() instanceof Sight.Silent;
            if (round == 0 && mute) {
                return unread(buckets, bucket, objects);
            }
        }
        Read read = read();
        List<Sight> after = List.of(buckets(), objects());
        return new Evidence(buckets, bucket, objects, read.head(), read.body(), read.document(), after);
    }

    private static Evidence unread(List<Sight> buckets, List<Sight> bucket, List<Sight> objects) {
        return new Evidence(
                buckets, bucket, objects, new Sight.Unseen(), new Sight.Unseen(), Optional.empty(), List.of());
    }

    /** No further call can be answered where this one was not. */
    private static boolean unanswerable(Sight sight) {
        return sight instanceof Sight.Denied
                || sight instanceof Sight.Silent silent
                        && List.of("dns", "connect", "tls").contains(silent.word());
    }

    private record Read(Sight head, Sight body, Optional<StateDocument> document, boolean sizesDiffer) {}

    /** HEAD and GET; where their sizes differ once more, for somebody may have written in between. */
    private Read read() throws InterruptedException {
        Read first = readOnce();
        return first.sizesDiffer() ? readOnce() : first;
    }

    private Read readOnce() throws InterruptedException {
        S3Answer<ObjectFacts> head = reader.headObject(location.bucket(), location.key());
        S3Answer<ObjectBody> get = reader.getObject(location.bucket(), location.key());
        Sight headSight = switch (head) {
            case S3Answer.Success<ObjectFacts>(ObjectFacts facts) ->
                new Sight.There(facts.size() < 0 ? "200" : "200, " + facts.size() + " bytes");
            case S3Answer.Failure<ObjectFacts>(S3Failure failure) -> Sight.of(failure);
        };
        return switch (get) {
            case S3Answer.Failure<ObjectBody>(S3Failure failure) ->
                new Read(headSight, Sight.of(failure), Optional.empty(), false);
            case S3Answer.Success<ObjectBody>(ObjectBody body) -> {
                String seen = "200, " + body.size() + " bytes";
                boolean differ = head instanceof S3Answer.Success<ObjectFacts>(ObjectFacts facts)
                        && facts.size() >= 0
                        && facts.size() != body.size();
                yield differ
                        ? new Read(headSight, new Sight.Cut(seen + ", not those of the HEAD"), Optional.empty(), true)
                        : new Read(
                                headSight,
                                new Sight.There(seen),
                                Optional.of(new StateReader().read(body.bytes())),
                                false);
            }
        };
    }

    LockState lock() throws InterruptedException {
        return switch (reader.getObject(location.bucket(), location.lockKey())) {
            case S3Answer.Success<ObjectBody>(ObjectBody body) ->
                LockInfo.parse(body.bytes())
                        .<LockState>map(LockState.Held::new)
                        .orElseGet(() -> new LockState.HeldBySomeone("the lock object is not OpenTofu's"));
            case S3Answer.Failure<ObjectBody>(S3Failure failure) ->
                switch (Sight.of(failure)) {
                    case Sight.NotThere _ -> new LockState.Free();
                    case Sight other -> new LockState.Unknown(other.observed());
                };
        };
    }

    Sight buckets() throws InterruptedException {
        return switch (reader.listBuckets()) {
            case S3Answer.Failure<List<String>>(S3Failure failure) -> Sight.of(failure);
            case S3Answer.Success<List<String>>(List<String> names) -> {
                if (names.contains(location.bucket())) {
                    yield new Sight.There(
                            "200, " + Wording.buckets(names.size()) + ", " + location.bucket() + " among them");
                }
                yield new Sight.NotThere(
                        names.isEmpty()
                                ? "200 and an empty list"
                                : "200, " + Wording.buckets(names.size()) + ", " + location.bucket()
                                        + " not among them",
                        true);
            }
        };
    }

    private Sight objects() throws InterruptedException {
        return switch (reader.listObjects(location.bucket(), location.key())) {
            case S3Answer.Failure<ObjectList>(S3Failure failure) -> Sight.of(failure);
            case S3Answer.Success<ObjectList>(ObjectList list) ->
                list.has(location.key())
                        ? new Sight.There("200, the key is in it")
                        : new Sight.NotThere("200, the key is not in it", false);
        };
    }

    private static Sight sight(S3Answer<String> answer) {
        return switch (answer) {
            case S3Answer.Success<String> _ -> new Sight.There("200");
            case S3Answer.Failure<String>(S3Failure failure) -> Sight.of(failure);
        };
    }
}
