package dev.tinyland.gf.access.preflight;

import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.Verdict;

/** How {@code tofu-preflight} ends, in order of precedence. */
public enum PreflightVerdict implements Verdict {
    INVALID(ExitCode.USAGE, "an input is wrong, or no one backend configuration fits the stack"),
    REFUSED(ExitCode.REFUSED, "backend configuration or kubeconfig must not be used"),
    NOT_READY(ExitCode.BAD, "something the stack needs is missing, or something legacy is in reach"),
    UNVERIFIED(ExitCode.UNKNOWN, "something could not be looked at"),
    READY(ExitCode.ACCEPTABLE, "tofu init may run");

    private final ExitCode exitCode;
    private final String when;

    PreflightVerdict(ExitCode exitCode, String when) {
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
