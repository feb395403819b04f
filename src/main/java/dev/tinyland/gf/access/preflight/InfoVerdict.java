package dev.tinyland.gf.access.preflight;

import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.Verdict;

/** How {@code info} ends, in order of precedence. */
public enum InfoVerdict implements Verdict {
    DISAGREEMENT(
            ExitCode.REFUSED, "organization and contract name different contexts, or a stack another backend family"),
    SHOWN(ExitCode.ACCEPTABLE, "shown, and nothing disagrees");

    private final ExitCode exitCode;
    private final String when;

    InfoVerdict(ExitCode exitCode, String when) {
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
