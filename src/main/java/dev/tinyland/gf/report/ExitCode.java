package dev.tinyland.gf.report;

/** The exit codes of every tool. Causes differ by failure reason, never by further codes. */
public enum ExitCode {
    ACCEPTABLE(0, "judged and acceptable"),
    BAD(1, "judged and bad"),
    USAGE(2, "usage or bad input; nothing was contacted"),
    UNKNOWN(3, "could not judge: network, permission, timeout; never green"),
    REFUSED(4, "refused by policy: a guard, or a missing confirmation"),
    INTERNAL_ERROR(70, "internal error of the tool");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
