package dev.tinyland.gf.access.kubeconfig;

import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.Verdict;

/** How {@code kubeconfig-cleanup} ends, in order of precedence. */
public enum CleanupVerdict implements Verdict {
    REFUSED(ExitCode.REFUSED, "the file is not the one that was written; it is left alone"),
    NOT_REMOVED(ExitCode.UNKNOWN, "the file is there and cannot be removed"),
    REMOVED(ExitCode.ACCEPTABLE, "the file is removed and the variables are blank"),
    NOTHING_THERE(ExitCode.ACCEPTABLE, "there is no file, or no path was given");

    private final ExitCode exitCode;
    private final String when;

    CleanupVerdict(ExitCode exitCode, String when) {
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
