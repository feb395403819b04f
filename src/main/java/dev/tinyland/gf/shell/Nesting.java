package dev.tinyland.gf.shell;

import dev.tinyland.gf.text.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The compound commands open in one list, what their conditions mean for the commands in them, and what refuses what. */
final class Nesting {
    private static final int GUARDS = 40;
    private static final int GUARD_TEXT = 2000;

    private final Cursor cursor;
    private final Draft draft;
    private final List<Guard> inherited;
    private final boolean inheritedCondition;
    private final FrameStack frames = new FrameStack();

    Nesting(Cursor cursor, Draft draft, List<Guard> inherited, boolean inCondition) {
        this.cursor = cursor;
        this.draft = draft;
        this.inherited = inherited;
        this.inheritedCondition = inCondition;
        frames.push(new Frame(Frame.Kind.ROOT, Frame.Part.BODY, cursor.position));
    }

    Frame top() {
        return frames.top();
    }

    void chain(char operator, Guard.Outcome outcome) {
        Frame frame = top();
        int start = frame.statementStart < 0 ? cursor.position : frame.statementStart;
        noteRefusal(frame);
        frame.chained = guard(start, cursor.position, outcome);
        frame.chain = operator;
        frame.pipeline = null;
        frame.pipelineStart = -1;
        frame.lastRefuses = false;
        frame.lastLeaves = false;
    }

    Draft.Pipeline beginPipeline() {
        Frame frame = top();
        if (frame.statementStart < 0) {
            frame.statementStart = cursor.position;
        }
        if (frame.pipeline == null) {
            frame.pipeline = new Draft.Pipeline();
            frame.pipelineStart = cursor.position;
        }
        return frame.pipeline;
    }

    Guard guard(int start, int end, Guard.Outcome outcome) {
        int from = start;
        int to = Math.min(end, start + GUARD_TEXT);
        while (from < to && Character.isWhitespace(cursor.text.charAt(from))) {
            from++;
        }
        while (to > from && (Character.isWhitespace(cursor.text.charAt(to - 1)) || cursor.text.charAt(to - 1) == ';')) {
            to--;
        }
        return new Guard(cursor.slice(from, to), outcome);
    }

    private static Guard inverse(Guard guard) {
        Guard.Outcome outcome = switch (guard.outcome()) {
            case HOLDS -> Guard.Outcome.FAILS;
            case FAILS -> Guard.Outcome.HOLDS;
            case MATCHES -> Guard.Outcome.MATCHES;
        };
        return new Guard(guard.condition(), outcome);
    }

    /** What the command about to be read depends on, outermost first. */
    List<Guard> guards() {
        Deque<Guard> found = new ArrayDeque<>();
        for (Frame frame : frames.innermost()) {
            if (frame.chained != null) {
                found.addFirst(frame.chained);
            }
            addLast(frame.kept, found);
            addLast(frame.guards, found);
            if (found.size() >= GUARDS) {
                break;
            }
        }
        addLast(inherited, found);
        return List.copyOf(found);
    }

    private static void addLast(List<Guard> guards, Deque<Guard> found) {
        for (int i = guards.size() - 1; i >= 0 && found.size() < GUARDS; i--) {
            found.addFirst(guards.get(i));
        }
    }

    boolean inCondition() {
        if (inheritedCondition) {
            return true;
        }
        for (Frame frame : frames.innermost()) {
            if (frame.inCondition()) {
                return true;
            }
        }
        return false;
    }

    Frame open(Frame.Kind kind, Frame.Part part) {
        beginPipeline();
        Frame frame = new Frame(kind, part, cursor.position);
        frames.push(frame);
        return frame;
    }

    /** Closes the innermost compound command of this kind and what was left open in it; false where there is none. */
    boolean close(Frame.Kind kind) {
        Frame found = frames.find(kind);
        if (found == null) {
            return false;
        }
        Frame closed;
        do {
            closed = frames.pop();
            Frame outer = top();
            outer.lastRefuses = closed.refuses && closed.kind != Frame.Kind.IF && closed.kind != Frame.Kind.CASE;
            outer.lastLeaves =
                    closed.lastLeaves && (closed.kind == Frame.Kind.BRACE || closed.kind == Frame.Kind.PARENTHESIS);
        } while (closed != found);
        return true;
    }

    private void noteRefusal(Frame frame) {
        if (!frame.lastRefuses) {
            return;
        }
        frame.refuses = true;
        int start = frame.pipelineStart;
        if (frame.chained != null && start >= 0) {
            Span branch = cursor.span(start, cursor.position);
            draft.refusals.add(new Draft.Refusal(frame.chained.span(), branch, false, frame.chain == '|'));
        }
    }

    void endStatement() {
        Frame frame = top();
        noteRefusal(frame);
        if (frame.lastLeaves && frame.chained != null) {
            frame.kept.add(inverse(frame.chained));
            frame.lastLeaves = false;
        }
        frame.endStatement();
    }

    /** The end of a branch. */
    void endBranch(Frame frame) {
        endStatement();
        if (frame.refuses) {
            Span branch = cursor.span(frame.partStart, cursor.position);
            boolean conditional = frame.kind == Frame.Kind.IF && !frame.conditions.isEmpty();
            Span condition = conditional ? frame.conditions.getLast().span() : branch;
            draft.refusals.add(
                    new Draft.Refusal(condition, branch, frame.kind == Frame.Kind.CASE, frame.part == Frame.Part.ELSE));
        }
        if (frame.part == Frame.Part.BODY && frame.conditions.size() == 1) {
            frame.firstBranchLeaves = frame.lastLeaves;
        }
    }

    private void closeDownTo(Frame frame) {
        while (top() != frame) {
            endStatement();
            close(top().kind);
        }
    }

    /** Ends a branch whose text ends where the keyword just read starts. */
    private void endBranchAt(Frame frame, int start) {
        int after = cursor.position;
        cursor.position = start;
        endBranch(frame);
        cursor.position = after;
    }

    /** {@code then}, the keyword starting at {@code start}. */
    void then(int start) {
        Frame frame = frames.find(Frame.Kind.IF);
        if (frame == null) {
            return;
        }
        closeDownTo(frame);
        endStatement();
        Guard condition = guard(frame.partStart, start, Guard.Outcome.HOLDS);
        dependOnFailed(frame);
        frame.guards.add(condition);
        frame.conditions.add(condition);
        frame.enter(Frame.Part.BODY, cursor.position);
    }

    /** {@code elif} or {@code else}. */
    void otherwise(Frame.Part part, int start) {
        Frame frame = frames.find(Frame.Kind.IF);
        if (frame == null) {
            return;
        }
        closeDownTo(frame);
        endBranchAt(frame, start);
        frame.hasElse = true;
        dependOnFailed(frame);
        frame.enter(part, cursor.position);
    }

    private static void dependOnFailed(Frame frame) {
        frame.guards.clear();
        frame.conditions.forEach(earlier -> frame.guards.add(inverse(earlier)));
    }

    void fi(int start) {
        Frame frame = frames.find(Frame.Kind.IF);
        if (frame == null) {
            return;
        }
        closeDownTo(frame);
        endBranchAt(frame, start);
        close(Frame.Kind.IF);
        if (frame.firstBranchLeaves && !frame.hasElse) {
            top().kept.add(inverse(frame.conditions.getFirst()));
        }
    }

    /** {@code do}. */
    void loopBody(int start) {
        Frame frame = frames.find(Frame.Kind.LOOP);
        if (frame == null) {
            return;
        }
        closeDownTo(frame);
        endStatement();
        if (frame.part == Frame.Part.CONDITION) {
            Guard.Outcome outcome = frame.untilLoop ? Guard.Outcome.FAILS : Guard.Outcome.HOLDS;
            frame.guards.add(guard(frame.partStart, start, outcome));
        }
        frame.enter(Frame.Part.BODY, cursor.position);
    }

    /** The end of a branch of a {@code case}, after its {@code ;;}. */
    void nextPattern() {
        endBranch(top());
        top().enter(Frame.Part.PATTERN, cursor.position);
    }

    void esac(int start) {
        Frame frame = frames.find(Frame.Kind.CASE);
        if (frame == null) {
            return;
        }
        closeDownTo(frame);
        endBranchAt(frame, start);
        close(Frame.Kind.CASE);
    }
}
