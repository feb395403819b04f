package dev.tinyland.gf.access.attachment;

import dev.tinyland.gf.contract.AttachmentMode;
import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.Verdict;

/** How {@code cache-attachment} ends, in order of precedence. */
public enum AttachmentVerdict implements Verdict {
    EXECUTOR_NOT_ELIGIBLE(ExitCode.REFUSED, "an executor is set, and the target class is not eligible for it"),
    CONTRACT_BROKEN(ExitCode.BAD, "an endpoint is not what the contract allows"),
    COMPATIBILITY_LOCAL_ONLY(
            ExitCode.ACCEPTABLE, "no cache is attached; a guardrail and no failure, builds run locally"),
    SHARED_CACHE_BACKED(ExitCode.ACCEPTABLE, "the shared cache is attached, builds run locally"),
    EXECUTOR_BACKED(ExitCode.ACCEPTABLE, "cache and executor are attached for an eligible target class");

    private final ExitCode exitCode;
    private final String when;

    AttachmentVerdict(ExitCode exitCode, String when) {
        this.exitCode = exitCode;
        this.when = when;
    }

    @Override
    public ExitCode exitCode() {
        return exitCode;
    }

    @Override
    public String when() {
        return when;
    }

    /** The verdict of a mode where nothing is wrong. */
    static AttachmentVerdict of(AttachmentMode mode) {
        return switch (mode) {
            case COMPATIBILITY_LOCAL_ONLY -> COMPATIBILITY_LOCAL_ONLY;
            case SHARED_CACHE_BACKED -> SHARED_CACHE_BACKED;
            case EXECUTOR_BACKED -> EXECUTOR_BACKED;
        };
    }
}
