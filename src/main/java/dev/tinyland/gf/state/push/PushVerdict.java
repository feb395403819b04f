package dev.tinyland.gf.state.push;

import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.Verdict;

/** How {@code tofu-state-push} ends, in order of precedence. */
public enum PushVerdict implements Verdict {
    INVALID(ExitCode.USAGE, "the file is encrypted, broken, of another history, or an input is wrong"),
    REFUSED(ExitCode.REFUSED, "a check speaks against the push, or it is not confirmed; nothing was written"),
    PUSH_FAILED(ExitCode.BAD, "OpenTofu could not push; the file and the backup are kept"),
    UNREACHABLE(ExitCode.UNKNOWN, "the store could not be looked at; nothing was written"),
    PUSH_UNVERIFIED(ExitCode.UNKNOWN, "OpenTofu says it pushed, and the store does not give back what was pushed"),
    NOT_NEEDED(ExitCode.ACCEPTABLE, "the store has this very state already"),
    PUSHED(ExitCode.ACCEPTABLE, "pushed, read back and found equal");

    private final ExitCode exitCode;
    private final String when;

    PushVerdict(ExitCode exitCode, String when) {
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
}
