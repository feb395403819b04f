package dev.tinyland.gf.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads simple commands, {@code [[ … ]]}, and the heads of loops. */
final class CommandReader {
    private static final Set<String> DECLARING = Set.of("export", "declare", "local", "readonly", "typeset");

    private final Cursor cursor;
    private final WordReader wordReader;
    private final Draft draft;
    private final List<PendingHeredoc> pending;

    /** A here-document whose text starts on the next line. */
    record PendingHeredoc(Draft.Redirect redirect, String delimiter, boolean quoted, boolean tabsStripped) {

        /** Reads it, the cursor standing at the start of its first line. */
        void read(Cursor cursor, WordReader wordReader) {
            int start = cursor.position;
            int bodyEnd = start;
            int next = start;
            while (next < cursor.limit) {
                int lineEnd = cursor.text.indexOf('\n', next);
                lineEnd = lineEnd < 0 || lineEnd > cursor.limit ? cursor.limit : lineEnd;
                int from = next;
                while (tabsStripped && from < lineEnd && cursor.text.charAt(from) == '\t') {
                    from++;
                }
                int to = lineEnd > from && cursor.text.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
                next = Math.min(lineEnd + 1, cursor.limit);
                if (to - from == delimiter.length() && cursor.fragment.text().startsWith(delimiter, from)) {
                    break;
                }
                bodyEnd = next;
            }
            if (!quoted) {
                wordReader.scanHeredoc(bodyEnd);
            }
            redirect.heredoc = new Heredoc(cursor.slice(start, bodyEnd), delimiter, quoted, tabsStripped);
            cursor.position = next;
        }
    }

    CommandReader(Cursor cursor, WordReader wordReader, Draft draft, List<PendingHeredoc> pending) {
        this.cursor = cursor;
        this.wordReader = wordReader;
        this.draft = draft;
        this.pending = pending;
    }

    /**
     * Reads the rest of a simple command into it and adds it to the draft.
     *
     * @param first its first word, already read; null where a redirection comes first
     * @return false where this was the head of a function
     */
    boolean read(Draft.Command command, @Nullable WordBuilder first) {
        if (first != null) {
            if (first.value().toString().equals("[[") && !first.isQuoted()) {
                command.words.add(first.build());
                readTest(command);
                finish(command);
                return true;
            }
            if (!first.isEmpty() && isFunctionHead()) {
                return false;
            }
            add(command, first);
        }
        readArguments(command);
        finish(command);
        return true;
    }

    private void readArguments(Draft.Command command) {
        while (true) {
            command.end = cursor.position;
            cursor.skipBlanks();
            if (cursor.atEnd()) {
                return;
            }
            if (startsWithRedirection()) {
                readRedirection(command);
                continue;
            }
            char c = cursor.peek();
            if (c == '#' || (WordReader.endsWord(c) && !startsProcess(c))) {
                return;
            }
            int before = cursor.position;
            WordBuilder word = wordReader.read();
            if (cursor.position == before) {
                return;
            }
            add(command, word);
        }
    }

    private boolean startsProcess(char c) {
        return (c == '<' || c == '>') && cursor.peek(1) == '(';
    }

    private void finish(Draft.Command command) {
        if (command.end < cursor.position && command.words.size() > 0 && command.end == command.start) {
            command.end = cursor.position;
        }
        if (!command.isEmpty() || !command.redirects.isEmpty()) {
            draft.commands.add(command);
            GuardPatterns.note(command, this);
        }
    }

    private void add(Draft.Command command, WordBuilder word) {
        int name = Assignments.nameLength(word.value());
        boolean declares = !command.words.isEmpty()
                && DECLARING.contains(command.words.getFirst().text());
        if (name > 0 && (command.words.isEmpty() || declares)) {
            Assignment assignment = readAssignment(word, name);
            command.assignments.add(assignment);
            if (declares) {
                command.words.add(word.build());
            }
            return;
        }
        if (cursor.peek() == '(' && name > 0) {
            readArray();
        }
        if (!word.isEmpty() || word.isQuoted() || cursor.position > word.start()) {
            command.words.add(word.build());
        }
    }

    private Assignment readAssignment(WordBuilder word, int nameLength) {
        boolean array = cursor.peek() == '(' && word.value().charAt(word.value().length() - 1) == '=';
        List<ShellWord> elements = array ? readArray() : List.of();
        return Assignments.of(word.build(), nameLength, array, elements);
    }

    private List<ShellWord> readArray() {
        List<ShellWord> elements = new ArrayList<>();
        cursor.position++;
        while (true) {
            skipBlankLines();
            if (cursor.atEnd()) {
                return elements;
            }
            if (cursor.peek() == ')') {
                cursor.position++;
                return elements;
            }
            int before = cursor.position;
            WordBuilder word = wordReader.read();
            if (cursor.position == before) {
                cursor.position++;
            } else {
                elements.add(word.build());
            }
        }
    }

    /** Passes blanks, line breaks and comments. */
    void skipBlankLines() {
        while (true) {
            cursor.skipBlanks();
            if (!cursor.atEnd() && cursor.peek() == '\n') {
                cursor.position++;
            } else if (!cursor.atEnd() && cursor.peek() == '#') {
                while (!cursor.atEnd() && cursor.peek() != '\n') {
                    cursor.position++;
                }
            } else {
                return;
            }
        }
    }

    private boolean isFunctionHead() {
        int ahead = 0;
        while (cursor.peek(ahead) == ' ') {
            ahead++;
        }
        if (cursor.peek(ahead) != '(') {
            return false;
        }
        ahead++;
        while (cursor.peek(ahead) == ' ') {
            ahead++;
        }
        if (cursor.peek(ahead) != ')') {
            return false;
        }
        cursor.position += ahead + 1;
        skipBlankLines();
        return true;
    }

    void readFunctionName() {
        cursor.skipBlanks();
        wordReader.read();
        isFunctionHead();
        skipBlankLines();
    }

    /** Reads {@code name in words} or {@code ((…;…;…))}. */
    void readLoopHead() {
        cursor.skipBlanks();
        if (cursor.looksAt("((")) {
            wordReader.skipArithmetic();
            return;
        }
        String variable = wordReader.read().value().toString();
        skipBlankLines();
        int before = cursor.position;
        if (!wordReader.read().value().toString().equals("in")) {
            cursor.position = before;
            return;
        }
        List<ShellWord> words = new ArrayList<>();
        while (true) {
            cursor.skipBlanks();
            int start = cursor.position;
            WordBuilder word = wordReader.read();
            if (cursor.position == start) {
                break;
            }
            words.add(word.build());
        }
        draft.loops.add(Map.entry(variable, words));
    }

    /** Notes a word that stands where a pattern is expected. */
    void notePattern(ShellWord pattern) {
        draft.guardText.add(pattern.span());
        draft.patternVariables.addAll(Variables.names(pattern));
    }

    boolean startsWithRedirection() {
        int ahead = 0;
        while (Character.isDigit(cursor.peek(ahead))) {
            ahead++;
        }
        char c = cursor.peek(ahead);
        if (ahead == 0 && c == '&') {
            return cursor.peek(1) == '>';
        }
        return (c == '<' || c == '>') && cursor.peek(ahead + 1) != '(';
    }

    private void readRedirection(Draft.Command command) {
        while (Character.isDigit(cursor.peek())) {
            cursor.position++;
        }
        int start = cursor.position;
        for (String operator : List.of("<<<", "<<-", "&>>", "<<", ">>", "<>", "<&", ">&", ">|", "&>", "<", ">")) {
            if (cursor.looksAt(operator)) {
                cursor.position += operator.length();
                break;
            }
        }
        String operator = cursor.text.substring(start, cursor.position);
        cursor.skipBlanks();
        int before = cursor.position;
        WordBuilder builder = wordReader.read();
        ShellWord target = cursor.position > before ? builder.build() : null;
        Draft.Redirect redirect = new Draft.Redirect(operator, target);
        command.redirects.add(redirect);
        if (target != null && (operator.equals("<<") || operator.equals("<<-"))) {
            pending.add(new PendingHeredoc(redirect, target.text(), target.quoted(), operator.equals("<<-")));
        }
    }

    /** Reads the inside of {@code [[ … ]]}: operators are words, line breaks are blanks, a regular expression is one word. */
    private void readTest(Draft.Command command) {
        boolean expression = false;
        while (true) {
            skipBlankLines();
            if (cursor.atEnd()) {
                break;
            }
            int before = cursor.position;
            WordBuilder word = new WordBuilder(cursor);
            if (expression) {
                readRegularExpression(word);
                expression = false;
            } else if (WordReader.endsWord(cursor.peek()) && !startsProcess(cursor.peek())) {
                readOperator(word);
            } else {
                wordReader.continueWord(word);
            }
            if (cursor.position == before) {
                cursor.position++;
                continue;
            }
            ShellWord read = word.build();
            command.words.add(read);
            if (!read.quoted() && read.text().equals("]]")) {
                break;
            }
            expression = !read.quoted() && read.text().equals("=~");
        }
        command.end = cursor.position;
        readArguments(command);
    }

    private void readOperator(WordBuilder word) {
        char c = cursor.peek();
        if (c == ';') {
            cursor.position++;
            return;
        }
        word.take(cursor.position++);
        if ((c == '&' || c == '|') && cursor.peek() == c) {
            word.take(cursor.position++);
        }
    }

    private void readRegularExpression(WordBuilder word) {
        int level = 0;
        while (!cursor.atEnd()) {
            char c = cursor.peek();
            if (c == '\n' || (level == 0 && (c == ' ' || c == '\t'))) {
                return;
            }
            if (c == '(') {
                level++;
            } else if (c == ')') {
                level--;
            }
            wordReader.readPart(word);
        }
    }
}
