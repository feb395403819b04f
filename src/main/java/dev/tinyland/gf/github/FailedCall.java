package dev.tinyland.gf.github;

import org.kohsuke.github.GHIOException;

/** Carries a failure through the client library, which knows exceptions only. */
final class FailedCall extends GHIOException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    FailedCall(Failure failure) {
        super(failure.getClass().getSimpleName());
        this.failure = failure;
    }

    Failure failure() {
        return failure;
    }
}
