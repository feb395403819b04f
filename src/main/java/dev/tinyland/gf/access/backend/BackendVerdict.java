package dev.tinyland.gf.access.backend;

import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.Verdict;

/** How {@code backend-config} ends, in order of precedence. */
public enum BackendVerdict implements Verdict {
    INVALID(ExitCode.USAGE, "there is no one configuration that fits the stack; nothing was contacted"),
    REFUSED(ExitCode.REFUSED, "the configuration is readable and must not be used"),
    READY(ExitCode.ACCEPTABLE, "the file is written and may be used");

    private final ExitCode exitCode;
    private final String when;

    BackendVerdict(ExitCode exitCode, String when) {
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
