package dev.tinyland.gf.shell;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of commands into a draft. Compound commands are a stack, not a grammar: text that no shell would accept is read
 * as far as it makes sense, and nothing is ever refused.
 */
final class StatementReader implements WordReader.Substitutions {
    static final int DEPTH = 24;
    private static final int GUARDS = 40;
    private static final int GUARD_TEXT = 2000;

    private final Cursor cursor;
    private final Draft draft;
    private final WordReader wordReader;
    private final CommandReader commandReader;
    private final List<CommandReader.PendingHeredoc> pending = new ArrayList<>();
    private List<Guard> inherited;
    private FrameStack frames = new FrameStack();
    private boolean inheritedCondition;
    private int depth;

    StatementReader(Fragment fragment, Draft draft, List<Guard> inherited, boolean inCondition, int depth) {
        this.inheritedCondition = inCondition;
        this.cursor = new Cursor(fragment);
        this.draft = draft;
        this.inherited = inherited;
        this.depth = depth;
        this.wordReader = new WordReader(cursor, this);
        this.commandReader = new CommandReader(cursor, wordReader, draft, pending);
    }

    void read() {
        readList(false);
    }

    @Override
    public boolean parenthesis() {
        if (depth >= DEPTH) {
            return false;
        }
        FrameStack outerFrames = frames;
        boolean outerCondition = inheritedCondition;
        inheritedCondition = inCondition();
        List<Guard> outerInherited = inherited;
        inherited = guards();
        depth++;
        readList(true);
        depth--;
        inherited = outerInherited;
        inheritedCondition = outerCondition;
        frames = outerFrames;
        return true;
    }

    @Override
    public void backquotes(int start, int end, boolean inDoubleQuotes) {
        if (depth >= DEPTH) {
            return;
        }
        Fragment inner = cursor.slice(start, end);
        new StatementReader(Unescaping.backquotes(inner, inDoubleQuotes), draft, guards(), inCondition(), depth + 1)
                .read();
    }

    private void readList(boolean substitution) {
        frames = new FrameStack();
        frames.push(new Frame(Frame.Kind.ROOT, Frame.Part.BODY, cursor.position));
        while (true) {
            cursor.skipBlanks();
            if (cursor.atEnd()) {
                endStatement();
                return;
            }
            if (top().part == Frame.Part.PATTERN && readPattern()) {
                continue;
            }
            char c = cursor.peek();
            switch (c) {
                case '\n' -> {
                    endStatement();
                    cursor.position++;
                    readHeredocs();
                }
                case '#' -> readComment();
                case ';' -> readSemicolon();
                case '&' -> readAmpersand();
                case '|' -> readBar();
                case '(' -> {
                    if (cursor.peek(1) == '(' && wordReader.isArithmetic(cursor.position)) {
                        beginPipeline();
                        wordReader.skipArithmetic();
                    } else {
                        open(Frame.Kind.PARENTHESIS, Frame.Part.BODY);
                        cursor.position++;
                    }
                }
                case ')' -> {
                    endStatement();
                    boolean closed = close(Frame.Kind.PARENTHESIS);
                    cursor.position++;
                    if (!closed && substitution) {
                        return;
                    }
                }
                default -> readCommand();
            }
        }
    }

    private Frame top() {
        return frames.top();
    }

    private void readComment() {
        int start = cursor.position;
        while (!cursor.atEnd() && cursor.peek() != '\n') {
            cursor.position++;
        }
        int before = start - 1;
        while (before >= 0 && (cursor.text.charAt(before) == ' ' || cursor.text.charAt(before) == '\t')) {
            before--;
        }
        boolean ownLine = before < 0 || cursor.text.charAt(before) == '\n';
        int end = cursor.position > start && cursor.text.charAt(cursor.position - 1) == '\r'
                ? cursor.position - 1
                : cursor.position;
        draft.comments.add(new ShellComment(cursor.slice(start, end), ownLine));
    }

    private void readSemicolon() {
        endStatement();
        cursor.position++;
        boolean branchEnds = false;
        while (cursor.peek() == ';' || (branchEnds && cursor.peek() == '&') || cursor.looksAt("&;")) {
            cursor.position++;
            branchEnds = true;
        }
        if (cursor.peek() == '&' && top().kind == Frame.Kind.CASE && cursor.peek(1) != '&') {
            cursor.position++;
            branchEnds = true;
        }
        if (branchEnds && top().kind == Frame.Kind.CASE) {
            endBranch(top());
            top().enter(Frame.Part.PATTERN, cursor.position);
        }
    }

    private void readAmpersand() {
        if (cursor.peek(1) == '&') {
            chain('&', Guard.Outcome.HOLDS);
            cursor.position += 2;
        } else if (cursor.peek(1) == '>') {
            readCommand();
        } else {
            endStatement();
            cursor.position++;
        }
    }

    private void readBar() {
        if (cursor.peek(1) == '|') {
            chain('|', Guard.Outcome.FAILS);
            cursor.position += 2;
            return;
        }
        beginPipeline().members++;
        cursor.position += cursor.peek(1) == '&' ? 2 : 1;
    }

    private void chain(char operator, Guard.Outcome outcome) {
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

    private Draft.Pipeline beginPipeline() {
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

    private Guard guard(int start, int end, Guard.Outcome outcome) {
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
    private List<Guard> guards() {
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

    private boolean inCondition() {
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

    private Frame open(Frame.Kind kind, Frame.Part part) {
        beginPipeline();
        Frame frame = new Frame(kind, part, cursor.position);
        frames.push(frame);
        return frame;
    }

    /** Closes the innermost compound command of this kind and what was left open in it; false where there is none. */
    private boolean close(Frame.Kind kind) {
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
            Span message = cursor.span(start, cursor.position);
            draft.refused.add(message);
            (frame.chain == '&' ? draft.refused : draft.required).add(frame.chained.span());
        }
    }

    private void endStatement() {
        Frame frame = top();
        noteRefusal(frame);
        if (frame.lastLeaves && frame.chained != null) {
            frame.kept.add(inverse(frame.chained));
            frame.lastLeaves = false;
        }
        frame.endStatement();
    }

    /** The end of a branch: a branch that refuses makes its condition, and what it says, guard text. */
    private void endBranch(Frame frame) {
        endStatement();
        if (frame.refuses) {
            draft.refused.add(cursor.span(frame.partStart, cursor.position));
            if (frame.part == Frame.Part.BODY && frame.kind == Frame.Kind.IF && !frame.conditions.isEmpty()) {
                draft.refused.add(frame.conditions.getLast().span());
            }
        }
        if (frame.part == Frame.Part.BODY && frame.conditions.size() == 1) {
            frame.firstBranchLeaves = frame.lastLeaves;
        }
    }

    private boolean readPattern() {
        Frame frame = top();
        char c = cursor.peek();
        if (c == '\n') {
            cursor.position++;
            readHeredocs();
            return true;
        }
        if (c == '#') {
            readComment();
            return true;
        }
        if (c == '(') {
            cursor.position++;
            cursor.skipBlanks();
        }
        int start = cursor.position;
        while (!cursor.atEnd() && cursor.peek() != ')' && cursor.peek() != '\n' && cursor.peek() != ';') {
            int before = cursor.position;
            WordBuilder word = wordReader.read();
            if (before == start && word.value().toString().equals("esac") && !word.isQuoted()) {
                close(Frame.Kind.CASE);
                return true;
            }
            if (cursor.position > before) {
                commandReader.notePattern(word.build());
            } else {
                cursor.position++;
            }
            cursor.skipBlanks();
        }
        frame.guards.clear();
        if (frame.subject != null) {
            frame.guards.add(frame.subject);
        }
        cursor.position = Math.min(cursor.position + 1, cursor.limit);
        frame.enter(Frame.Part.BODY, cursor.position);
        return true;
    }

    private void readCommand() {
        int start = cursor.position;
        Draft.Pipeline pipeline = beginPipeline();
        WordBuilder first = commandReader.startsWithRedirection() ? null : wordReader.read();
        if (first != null && !first.isQuoted() && readKeyword(first.value().toString(), start)) {
            return;
        }
        Draft.Command command = new Draft.Command(
                cursor.fragment, start, inCondition(), guards(), pipeline, pipeline.members - 1, depth);
        if (!commandReader.read(command, first)) {
            return;
        }
        Frame frame = top();
        frame.lastLeaves = Refusals.leaves(command);
        frame.lastRefuses = Refusals.refuses(command);
        if (cursor.position == start) {
            cursor.position++;
        }
    }

    /** Reads a reserved word; false where this is none. */
    private boolean readKeyword(String word, int start) {
        switch (word) {
            case "if" -> open(Frame.Kind.IF, Frame.Part.CONDITION);
            case "while", "until" -> open(Frame.Kind.LOOP, Frame.Part.CONDITION).untilLoop = word.equals("until");
            case "then" -> {
                Frame frame = frames.find(Frame.Kind.IF);
                if (frame != null) {
                    closeDownTo(frame);
                    endStatement();
                    Guard condition = guard(frame.partStart, start, Guard.Outcome.HOLDS);
                    frame.guards.clear();
                    frame.conditions.forEach(earlier -> frame.guards.add(inverse(earlier)));
                    frame.guards.add(condition);
                    frame.conditions.add(condition);
                    frame.enter(Frame.Part.BODY, cursor.position);
                }
            }
            case "elif", "else" -> {
                Frame frame = frames.find(Frame.Kind.IF);
                if (frame != null) {
                    closeDownTo(frame);
                    endBranchAt(frame, start);
                    frame.hasElse = true;
                    frame.guards.clear();
                    frame.conditions.forEach(earlier -> frame.guards.add(inverse(earlier)));
                    frame.enter(word.equals("else") ? Frame.Part.ELSE : Frame.Part.CONDITION, cursor.position);
                }
            }
            case "fi" -> {
                Frame frame = frames.find(Frame.Kind.IF);
                if (frame != null) {
                    closeDownTo(frame);
                    endBranchAt(frame, start);
                    close(Frame.Kind.IF);
                    if (frame.firstBranchLeaves && !frame.hasElse) {
                        top().kept.add(inverse(frame.conditions.getFirst()));
                    }
                }
            }
            case "do" -> {
                Frame frame = frames.find(Frame.Kind.LOOP);
                if (frame != null) {
                    closeDownTo(frame);
                    endStatement();
                    if (frame.part == Frame.Part.CONDITION) {
                        Guard.Outcome outcome = frame.untilLoop ? Guard.Outcome.FAILS : Guard.Outcome.HOLDS;
                        frame.guards.add(guard(frame.partStart, start, outcome));
                    }
                    frame.enter(Frame.Part.BODY, cursor.position);
                }
            }
            case "done" -> {
                endStatement();
                close(Frame.Kind.LOOP);
            }
            case "for", "select" -> {
                open(Frame.Kind.LOOP, Frame.Part.BODY);
                commandReader.readLoopHead();
            }
            case "case" -> {
                Frame frame = open(Frame.Kind.CASE, Frame.Part.PATTERN);
                frame.subject = readCaseHead();
            }
            case "esac" -> {
                Frame frame = frames.find(Frame.Kind.CASE);
                if (frame != null) {
                    closeDownTo(frame);
                    endBranchAt(frame, start);
                    close(Frame.Kind.CASE);
                }
            }
            case "{" -> open(Frame.Kind.BRACE, Frame.Part.BODY);
            case "}" -> {
                endStatement();
                close(Frame.Kind.BRACE);
            }
            case "function" -> commandReader.readFunctionName();
            case "!", "coproc" -> {
                return !cursor.atEnd();
            }
            default -> {
                return false;
            }
        }
        return true;
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

    private @Nullable Guard readCaseHead() {
        cursor.skipBlanks();
        int start = cursor.position;
        wordReader.read();
        Guard subject = cursor.position > start ? guard(start, cursor.position, Guard.Outcome.MATCHES) : null;
        commandReader.skipBlankLines();
        int before = cursor.position;
        WordBuilder in = wordReader.read();
        if (!in.value().toString().equals("in")) {
            cursor.position = before;
        }
        return subject;
    }

    private void readHeredocs() {
        // A substitution in one body may open and end others, so the list is taken before it is read.
        List<CommandReader.PendingHeredoc> opened = List.copyOf(pending);
        pending.clear();
        for (CommandReader.PendingHeredoc heredoc : opened) {
            heredoc.read(cursor, wordReader);
        }
        pending.clear();
    }
}
