package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.Verdict;

/** How {@code tofu-apply} ends, in order of precedence. */
public enum TofuApplyVerdict implements Verdict {
    REFUSED(ExitCode.REFUSED, "nothing was applied: the plan is not the reviewed one, or the state cannot be trusted"),
    STATE_NOT_PERSISTED(
            ExitCode.BAD, "something was applied and the state in the store does not know it; do not apply again"),
    APPLY_FAILED(ExitCode.BAD, "OpenTofu failed; the state in the store knows what was done"),
    UNREACHABLE(ExitCode.UNKNOWN, "store, registry or cluster did not answer, before the apply or after it"),
    APPLIED(ExitCode.ACCEPTABLE, "the plan was applied, and the state read back knows it");

    private final ExitCode exitCode;
    private final String when;

    TofuApplyVerdict(ExitCode exitCode, String when) {
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
