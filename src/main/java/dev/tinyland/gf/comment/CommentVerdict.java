package dev.tinyland.gf.comment;

import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.Verdict;

/** What came of a comment, in order of precedence. Bad news inside the comment changes nothing here. */
public enum CommentVerdict implements Verdict {
    UNREACHABLE(
            ExitCode.UNKNOWN,
            "GitHub did not answer, or did not accept the token: whether the comment is there is not known"),
    NOT_POSTED(
            ExitCode.ACCEPTABLE,
            "this run may not write it (read-only token, fork) or should not (a newer push); said, and left in the"
                    + " report folder"),
    UNCHANGED(ExitCode.ACCEPTABLE, "the comment that is there says the same; nothing was written"),
    POSTED(ExitCode.ACCEPTABLE, "the comment is in place");

    private final ExitCode exitCode;
    private final String when;

    CommentVerdict(ExitCode exitCode, String when) {
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
