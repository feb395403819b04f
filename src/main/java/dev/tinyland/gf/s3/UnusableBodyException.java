package dev.tinyland.gf.s3;

/** A body that must not be taken for an answer. */
final class UnusableBodyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient S3Failure failure;

    UnusableBodyException(S3Failure failure) {
        super(failure.word());
        this.failure = failure;
    }

    UnusableBodyException(S3Failure failure, Throwable cause) {
        super(failure.word(), cause);
        this.failure = failure;
    }

    S3Failure failure() {
        return failure;
    }
}
