package dev.tinyland.gf.shell;

import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists of commands into a draft. Compound commands are a stack, not a grammar: text that no shell would accept is read
 * as far as it makes sense, and nothing is ever refused.
 */
final class StatementReader implements WordReader.Substitutions {
    static final int DEPTH = 24;

    private final Cursor cursor;
    private final Draft draft;
    private final WordReader wordReader;
    private final CommandReader commandReader;
    private final List<CommandReader.PendingHeredoc> pending = new ArrayList<>();
    private Nesting nesting;
    private int depth;

    StatementReader(Fragment fragment, Draft draft, List<Guard> inherited, boolean inCondition, int depth) {
        this.cursor = new Cursor(fragment);
        this.draft = draft;
        this.nesting = new Nesting(cursor, draft, inherited, inCondition);
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
        Nesting outer = nesting;
        nesting = new Nesting(cursor, draft, outer.guards(), outer.inCondition());
        depth++;
        readList(true);
        depth--;
        nesting = outer;
        return true;
    }

    @Override
    public void backquotes(int start, int end, boolean inDoubleQuotes) {
        if (depth >= DEPTH) {
            return;
        }
        Fragment inner = cursor.slice(start, end);
        new StatementReader(
                        Unescaping.backquotes(inner, inDoubleQuotes),
                        draft,
                        nesting.guards(),
                        nesting.inCondition(),
                        depth + 1)
                .read();
    }

    private void readList(boolean substitution) {
        while (true) {
            cursor.skipBlanks();
            if (cursor.atEnd()) {
                nesting.endStatement();
                return;
            }
            if (nesting.top().part == Frame.Part.PATTERN && readPattern()) {
                continue;
            }
            char c = cursor.peek();
            switch (c) {
                case '\n' -> {
                    nesting.endStatement();
                    cursor.position++;
                    readHeredocs();
                }
                case '#' -> readComment();
                case ';' -> readSemicolon();
                case '&' -> readAmpersand();
                case '|' -> readBar();
                case '(' -> {
                    if (cursor.peek(1) == '(' && wordReader.isArithmetic(cursor.position)) {
                        nesting.beginPipeline();
                        wordReader.skipArithmetic();
                    } else {
                        nesting.open(Frame.Kind.PARENTHESIS, Frame.Part.BODY);
                        cursor.position++;
                    }
                }
                case ')' -> {
                    nesting.endStatement();
                    boolean closed = nesting.close(Frame.Kind.PARENTHESIS);
                    cursor.position++;
                    if (!closed && substitution) {
                        return;
                    }
                }
                default -> readCommand();
            }
        }
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
        nesting.endStatement();
        cursor.position++;
        boolean branchEnds = false;
        while (cursor.peek() == ';' || (branchEnds && cursor.peek() == '&') || cursor.looksAt("&;")) {
            cursor.position++;
            branchEnds = true;
        }
        if (cursor.peek() == '&' && nesting.top().kind == Frame.Kind.CASE && cursor.peek(1) != '&') {
            cursor.position++;
            branchEnds = true;
        }
        if (branchEnds && nesting.top().kind == Frame.Kind.CASE) {
            nesting.nextPattern();
        }
    }

    private void readAmpersand() {
        if (cursor.peek(1) == '&') {
            nesting.chain('&', Guard.Outcome.HOLDS);
            cursor.position += 2;
        } else if (cursor.peek(1) == '>') {
            readCommand();
        } else {
            nesting.endStatement();
            cursor.position++;
        }
    }

    private void readBar() {
        if (cursor.peek(1) == '|') {
            nesting.chain('|', Guard.Outcome.FAILS);
            cursor.position += 2;
            return;
        }
        nesting.beginPipeline().members++;
        cursor.position += cursor.peek(1) == '&' ? 2 : 1;
    }

    private boolean readPattern() {
        Frame frame = nesting.top();
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
                nesting.close(Frame.Kind.CASE);
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
        Draft.Pipeline pipeline = nesting.beginPipeline();
        WordBuilder first = commandReader.startsWithRedirection() ? null : wordReader.read();
        if (first != null && !first.isQuoted() && readKeyword(first.value().toString(), start)) {
            return;
        }
        Draft.Command command = new Draft.Command(
                cursor.fragment, start, nesting.inCondition(), nesting.guards(), pipeline, pipeline.members - 1, depth);
        if (!commandReader.read(command, first)) {
            return;
        }
        Frame frame = nesting.top();
        frame.lastLeaves = Refusals.leaves(command);
        frame.lastRefuses = Refusals.refuses(command);
        if (cursor.position == start) {
            cursor.position++;
        }
    }

    /** Reads a reserved word; false where this is none. */
    private boolean readKeyword(String word, int start) {
        switch (word) {
            case "if" -> nesting.open(Frame.Kind.IF, Frame.Part.CONDITION);
            case "while", "until" ->
                nesting.open(Frame.Kind.LOOP, Frame.Part.CONDITION).untilLoop = word.equals("until");
            case "then" -> nesting.then(start);
            case "elif" -> nesting.otherwise(Frame.Part.CONDITION, start);
            case "else" -> nesting.otherwise(Frame.Part.ELSE, start);
            case "fi" -> nesting.fi(start);
            case "do" -> nesting.loopBody(start);
            case "done" -> {
                nesting.endStatement();
                nesting.close(Frame.Kind.LOOP);
            }
            case "for", "select" -> {
                nesting.open(Frame.Kind.LOOP, Frame.Part.BODY);
                commandReader.readLoopHead();
            }
            case "case" -> {
                Frame frame = nesting.open(Frame.Kind.CASE, Frame.Part.PATTERN);
                frame.subject = readCaseHead();
            }
            case "esac" -> nesting.esac(start);
            case "{" -> nesting.open(Frame.Kind.BRACE, Frame.Part.BODY);
            case "}" -> {
                nesting.endStatement();
                nesting.close(Frame.Kind.BRACE);
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

    private @Nullable Guard readCaseHead() {
        cursor.skipBlanks();
        int start = cursor.position;
        wordReader.read();
        Guard subject = cursor.position > start ? nesting.guard(start, cursor.position, Guard.Outcome.MATCHES) : null;
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
