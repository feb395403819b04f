package dev.tinyland.gf.report;

/** One row of a tool's verdict table. Each tool has one enum of these, in order of precedence. */
public interface Verdict {

    /** The word that outputs, reports and exit summaries carry. */
    String name();

    ExitCode exitCode();

    /** When this verdict holds, in one clause; the README's table is generated from it. */
    String when();
}
