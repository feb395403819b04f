package dev.tinyland.gf.lint;

import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.Verdict;

/** What a run of gf-lint says, in order of precedence. */
public enum LintVerdict implements Verdict {
    INVALID(ExitCode.USAGE, "an option, the configuration, the contract or a path is wrong"),
    NOTHING_JUDGED(ExitCode.UNKNOWN, "no file was judged, and `--allow-empty` was not given"),
    FINDINGS(ExitCode.BAD, "a finding that is not suppressed is at or above `--fail-on`"),
    CLEAN(ExitCode.ACCEPTABLE, "files were judged, and nothing is at or above `--fail-on`");

    private final ExitCode exitCode;
    private final String when;

    LintVerdict(ExitCode exitCode, String when) {
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
