package dev.tinyland.gf.shell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An open compound command, with the list of commands being read in it. */
final class Frame {
    enum Kind {
        ROOT,
        IF,
        LOOP,
        CASE,
        BRACE,
        PARENTHESIS
    }

    enum Part {
        /** Between {@code if}, {@code elif}, {@code while}, {@code until} and the body. */
        CONDITION,
        /** Where a {@code case} expects a pattern. */
        PATTERN,
        BODY,
        ELSE
    }

    final Kind kind;
    Part part;
    /** Start of the condition, or of the branch of a case. */
    int partStart;
    /** What holds for every command of the part being read. */
    final List<Guard> guards = new ArrayList<>();
    /** The conditions read so far, all of which failed when {@code else} is reached. */
    final List<Guard> conditions = new ArrayList<>();
    /** What later statements of this list depend on since an earlier one leaves. */
    final List<Guard> kept = new ArrayList<>();

    boolean untilLoop;

    @Nullable
    Guard subject;

    boolean hasElse;
    /** Whether the first branch, when it is all there is, ends by leaving. */
    boolean firstBranchLeaves;

    int statementStart = -1;
    /** Start of the last pipeline of the statement. */
    int pipelineStart = -1;

    @Nullable
    Guard chained;
    /** The operator before the pipeline being read: {@code &}, {@code |} or NUL. */
    char chain;

    Draft.@Nullable Pipeline pipeline;
    boolean lastLeaves;
    boolean lastRefuses;
    boolean refuses;

    Frame(Kind kind, Part part, int start) {
        this.kind = kind;
        this.part = part;
        this.partStart = start;
    }

    boolean inCondition() {
        return part == Part.CONDITION;
    }

    /** Begins another part with a fresh list. */
    void enter(Part next, int start) {
        part = next;
        partStart = start;
        kept.clear();
        endStatement();
        lastLeaves = false;
        refuses = false;
    }

    void endStatement() {
        statementStart = -1;
        pipelineStart = -1;
        chained = null;
        chain = '\0';
        pipeline = null;
        lastRefuses = false;
    }
}
