package dev.tinyland.gf.state.guard;

import dev.tinyland.gf.actions.Interrupts;
import dev.tinyland.gf.actions.Pause;
import dev.tinyland.gf.s3.ObjectBody;
import dev.tinyland.gf.s3.ObjectFacts;
import dev.tinyland.gf.s3.ObjectList;
import dev.tinyland.gf.s3.S3Answer;
import dev.tinyland.gf.s3.S3Connection;
import dev.tinyland.gf.s3.S3Failure;
import dev.tinyland.gf.s3.S3Probe;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proves that the store keeps what it is given, keeps a second writer out, and lets go of what is deleted, with an object
 * of our own under the reserved prefix. It is removed on every way out; what a killed run left is swept by the next one.
 */
final class WriteProof {
    private static final Pattern OURS = Pattern.compile("gf-([0-9]{10})-.*");
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private final S3Connection connection;
    private final String bucket;
    private final Interrupts interrupts;
    private final Clock clock;
    private final Pause pause;

    WriteProof(S3Connection connection, String bucket, Interrupts interrupts, Clock clock, Pause pause) {
        this.connection = connection;
        this.bucket = bucket;
        this.interrupts = interrupts;
        this.clock = clock;
        this.pause = pause;
    }

    /** What the proof came to. */
    sealed interface Result {
        record Proven(String observed) implements Result {}

        record Disproven(RedReason reason, String observed) implements Result {}

        record Unknown(String word, String observed) implements Result {}
    }

    Result prove(String runId, GuardRequest request) throws InterruptedException {
        String name = "gf-" + clock.instant().getEpochSecond() + "-" + runId;
        try (Interrupts.Registration _ = interrupts.onInterrupt(() -> remove(name))) {
            Result result = write(name, request);
            if (!(result instanceof Result.Proven)) {
                connection.probe().delete(bucket, name);
            }
            return result;
        }
    }

    private void remove(String name) {
        try {
            connection.probe().delete(bucket, name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Result write(String name, GuardRequest request) throws InterruptedException {
        byte[] content = ("gf-actions write proof " + name).getBytes(StandardCharsets.UTF_8);
        S3Probe probe = connection.probe();
        String key = S3Probe.PREFIX + name;
        switch (probe.putIfAbsent(bucket, name, content)) {
            case S3Answer.Success<String> _ -> {}
            case S3Answer.Failure<String>(S3Failure.NotImplemented failure) -> {
                return new Result.Disproven(
                        RedReason.LOCK_UNSUPPORTED, "a write with If-None-Match: " + failure.seen());
            }
            case S3Answer.Failure<String>(S3Failure failure) -> {
                return failed("the write", failure);
            }
        }
        switch (probe.putIfAbsent(bucket, name, content)) {
            case S3Answer.Success<String> _ -> {
                return new Result.Disproven(
                        RedReason.LOCK_UNSUPPORTED,
                        "a second write with If-None-Match: * was accepted, so two runs can hold the lock at once");
            }
            case S3Answer.Failure<String>(S3Failure.Precondition _) -> {}
            case S3Answer.Failure<String>(S3Failure failure) -> {
                return failed("the second write", failure);
            }
        }
        switch (connection.reader().getObject(bucket, key)) {
            case S3Answer.Success<ObjectBody>(ObjectBody body) -> {
                if (!Arrays.equals(content, body.bytes())) {
                    return disproven("other bytes came back than were written");
                }
            }
            case S3Answer.Failure<ObjectBody>(S3Failure failure) -> {
                return failed("the readback of what was written", failure);
            }
        }
        switch (connection.reader().headObject(bucket, key)) {
            case S3Answer.Success<ObjectFacts>(ObjectFacts facts) -> {
                if (facts.size() != content.length) {
                    return disproven("HEAD says another size than was written");
                }
            }
            case S3Answer.Failure<ObjectFacts>(S3Failure failure) -> {
                return failed("the HEAD of what was written", failure);
            }
        }
        if (probe.delete(bucket, name) instanceof S3Answer.Failure<String>(S3Failure failure)) {
            return failed("the delete", failure);
        }
        return gone(key, request);
    }

    private Result gone(String key, GuardRequest request) throws InterruptedException {
        switch (connection.reader().getObject(bucket, key)) {
            case S3Answer.Success<ObjectBody> _ -> {
                return disproven("the object is still there after its delete was confirmed");
            }
            case S3Answer.Failure<ObjectBody>(S3Failure failure) -> {
                if (!(Sight.of(failure) instanceof Sight.NotThere)) {
                    return failed("the read after the delete", failure);
                }
            }
        }
        for (int round = 0; ; round++) {
            switch (connection.reader().listObjects(bucket, key)) {
                case S3Answer.Success<ObjectList>(ObjectList list) -> {
                    if (!list.has(key)) {
                        return new Result.Proven("written, refused a second time (412), read back, deleted, gone");
                    }
                }
                case S3Answer.Failure<ObjectList>(S3Failure failure) -> {
                    return failed("the list after the delete", failure);
                }
            }
            if (round >= request.rounds()) {
                return disproven("the list still has the object after its delete");
            }
            pause.sleep(request.interval());
        }
    }

    /** Removes what earlier runs left behind. The number of objects that are gone now. */
    int sweep() throws InterruptedException {
        int swept = 0;
        if (connection.reader().listObjects(bucket, S3Probe.PREFIX)
                instanceof S3Answer.Success<ObjectList>(ObjectList list)) {
            for (ObjectList.Entry entry : list.entries()) {
                Optional<String> left = leftBehind(entry.key());
                if (left.isPresent()
                        && connection.probe().delete(bucket, left.get()) instanceof S3Answer.Success<String>) {
                    swept++;
                }
            }
        }
        return swept;
    }

    private Optional<String> leftBehind(String key) {
        String name = key.substring(Math.min(key.length(), S3Probe.PREFIX.length()));
        Matcher matcher = OURS.matcher(name);
        boolean old = key.startsWith(S3Probe.PREFIX)
                && matcher.matches()
                && Long.parseLong(matcher.group(1))
                        < clock.instant().minus(LEFT_BEHIND).getEpochSecond();
        return old ? Optional.of(name) : Optional.empty();
    }

    private static Result disproven(String observed) {
        return new Result.Disproven(RedReason.WRITE_PROOF_FAILED, observed);
    }

    private static Result failed(String what, S3Failure failure) {
        String observed = what + ": " + failure.seen();
        return switch (Sight.of(failure)) {
            case Sight.Silent(String word, String _) -> new Result.Unknown(word, observed);
            case Sight.Denied _ -> new Result.Unknown("auth", observed);
            case Sight.There _, Sight.NotThere _, Sight.Broken _, Sight.Nonsense _, Sight.Cut _, Sight.Unseen _ ->
                disproven(observed);
        };
    }
}
