package dev.tinyland.gf.state.guard;

import dev.tinyland.gf.s3.S3Failure;

/** What one call told about one thing. */
sealed interface Sight {
    String observed();

    /** It is there. */
    record There(String observed) implements Sight {}

    /** It is in no list, or 404. */
    record NotThere(String observed, boolean bucketLost) implements Sight {}

    /** 401 or 403. It says nothing about what is there. */
    record Denied(String observed) implements Sight {}

    /** No answer. */
    record Silent(String word, String observed) implements Sight {}

    /** The store says that it cannot. */
    record Broken(String word, String observed) implements Sight {}

    /** An answer no store gives. */
    record Nonsense(String observed) implements Sight {}

    /** It is there, and less of it came than was announced. */
    record Cut(String observed) implements Sight {}

    /** The call was not made. */
    record Unseen() implements Sight {
        @Override
        public String observed() {
            return "not asked";
        }
    }

    static Sight of(S3Failure failure) {
        String seen = failure.seen();
        return switch (failure) {
            case S3Failure.NoAnswer silent -> new Silent(silent.word(), seen);
            case S3Failure.Auth _ -> new Denied(seen);
            case S3Failure.NoSuchBucket _ -> new NotThere(seen, true);
            case S3Failure.NoSuchKey _, S3Failure.NotFound _ -> new NotThere(seen, false);
            case S3Failure.Truncated _ -> new Cut(seen);
            case S3Failure.Parse _ -> new Nonsense(seen);
            case S3Failure.SlowDown slow -> new Broken(slow.word(), seen);
            case S3Failure.ServerError _ -> new Broken("server-error", seen);
            case S3Failure.Refused _, S3Failure.Precondition _, S3Failure.NotImplemented _ ->
                new Broken("refused", seen);
        };
    }

    default boolean sameKindAs(Sight other) {
        return getClass() == other.getClass();
    }
}
