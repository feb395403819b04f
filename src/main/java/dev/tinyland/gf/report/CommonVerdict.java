package dev.tinyland.gf.report;

/** The verdicts every tool has beside its own. */
public enum CommonVerdict implements Verdict {
    INVALID(ExitCode.USAGE, "usage or input is wrong; nothing was contacted"),
    INTERNAL_ERROR(ExitCode.INTERNAL_ERROR, "the tool itself failed"),
    INCOMPLETE(ExitCode.UNKNOWN, "the run was killed before it could judge");

    private final ExitCode exitCode;
    private final String when;

    CommonVerdict(ExitCode exitCode, String when) {
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
