package dev.tinyland.gf.shell;

/**
 * Reads one word: quotes, escapes, expansions, substitutions. What stands in a substitution is read by the statement reader
 * that is handed in. Every method moves forward and none looks back, so that reading takes linear time.
 */
final class WordReader {
    /** What a word hands on when it meets a substitution. */
    interface Substitutions {
        /** Called after {@code $(}; leaves the cursor after the matching parenthesis. False where nesting is too deep. */
        boolean parenthesis();

        /** The text between backquotes, already passed, from {@code start} to {@code end}. */
        void backquotes(int start, int end, boolean inDoubleQuotes);
    }

    /** {@code $(( … ))} and {@code (( … ))} are told from nested parentheses by looking ahead, at most this often in vain. */
    private static final int VAIN_LOOKS = 50;

    private static final int DEPTH = 24;

    private final Cursor cursor;
    private final Substitutions substitutions;
    private int vainLooks;
    private int depth;

    WordReader(Cursor cursor, Substitutions substitutions) {
        this.cursor = cursor;
        this.substitutions = substitutions;
    }

    static boolean endsWord(char c) {
        return switch (c) {
            case ' ', '\t', '\n', '\r', ';', '&', '|', '<', '>', '(', ')' -> true;
            default -> false;
        };
    }

    /** Reads a word at the cursor; an empty one where none starts here. */
    WordBuilder read() {
        WordBuilder word = new WordBuilder(cursor);
        continueWord(word);
        return word;
    }

    /** Reads on, for a word whose reading stopped at a character that its place allows. */
    void continueWord(WordBuilder word) {
        while (!cursor.atEnd()) {
            char c = cursor.peek();
            if (c == '\r' && cursor.peek(1) != '\n') {
                word.take(cursor.position++);
            } else if ((c == '<' || c == '>') && cursor.peek(1) == '(') {
                int from = cursor.position;
                cursor.position += 2;
                substitutions.parenthesis();
                word.takeExpansion(from, cursor.position);
            } else if (c == '(' && opensPattern(word)) {
                int from = cursor.position;
                skipParentheses();
                for (int i = from; i < cursor.position; i++) {
                    word.take(i);
                }
            } else if (endsWord(c)) {
                return;
            } else {
                readPart(word);
            }
        }
    }

    private static boolean opensPattern(WordBuilder word) {
        return !word.isEmpty()
                && "@!*?+".indexOf(word.value().charAt(word.value().length() - 1)) >= 0;
    }

    /** Reads one character, quotation or expansion of a word, whatever the character. */
    void readPart(WordBuilder word) {
        int from = cursor.position;
        switch (cursor.peek()) {
            case '\\' -> readEscape(word);
            case '\'' -> {
                word.markQuoted();
                readSingleQuotes(word);
            }
            case '"' -> {
                word.markQuoted();
                readDoubleQuotes(word);
            }
            case '`' -> readExpansion(word, false);
            case '$' -> {
                if (cursor.peek(1) == '\'') {
                    word.markQuoted();
                    cursor.position++;
                    readAnsiQuotes(word);
                } else if (cursor.peek(1) == '"') {
                    word.markQuoted();
                    cursor.position++;
                    readDoubleQuotes(word);
                } else {
                    readExpansion(word, false);
                }
            }
            default -> {
                word.take(from);
                cursor.position++;
            }
        }
    }

    private void readExpansion(WordBuilder word, boolean inDoubleQuotes) {
        int from = cursor.position;
        if (skipExpansion(inDoubleQuotes)) {
            word.takeExpansion(from, cursor.position);
        } else {
            for (int i = from; i < cursor.position; i++) {
                word.take(i);
            }
        }
    }

    private void readEscape(WordBuilder word) {
        cursor.position++;
        if (cursor.atEnd()) {
            word.take(cursor.position - 1);
            return;
        }
        if (cursor.peek() == '\n') {
            cursor.position++;
            return;
        }
        word.markQuoted();
        word.take(cursor.position++);
    }

    private void readSingleQuotes(WordBuilder word) {
        cursor.position++;
        while (!cursor.atEnd() && cursor.peek() != '\'') {
            word.take(cursor.position++);
        }
        cursor.position = Math.min(cursor.position + 1, cursor.limit);
    }

    private void readAnsiQuotes(WordBuilder word) {
        cursor.position++;
        while (!cursor.atEnd() && cursor.peek() != '\'') {
            if (cursor.peek() == '\\' && cursor.position + 1 < cursor.limit) {
                char escaped = cursor.peek(1);
                char value = switch (escaped) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    default -> escaped;
                };
                word.append(value, cursor.position);
                cursor.position += 2;
            } else {
                word.take(cursor.position++);
            }
        }
        cursor.position = Math.min(cursor.position + 1, cursor.limit);
    }

    private void readDoubleQuotes(WordBuilder word) {
        cursor.position++;
        while (!cursor.atEnd() && cursor.peek() != '"') {
            char c = cursor.peek();
            if (c == '\\' && cursor.position + 1 < cursor.limit) {
                char escaped = cursor.peek(1);
                if (escaped == '\n') {
                    cursor.position += 2;
                } else if ("$`\"\\".indexOf(escaped) >= 0) {
                    word.take(cursor.position + 1);
                    cursor.position += 2;
                } else {
                    word.take(cursor.position++);
                }
            } else if (c == '$' || c == '`') {
                readExpansion(word, true);
            } else {
                word.take(cursor.position++);
            }
        }
        cursor.position = Math.min(cursor.position + 1, cursor.limit);
    }

    /** Passes what a {@code $} or a backquote starts. False where it starts nothing; it moves forward all the same. */
    boolean skipExpansion(boolean inDoubleQuotes) {
        if (cursor.peek() == '`') {
            return skipBackquotes(inDoubleQuotes);
        }
        char next = cursor.peek(1);
        if (next == '(') {
            if (cursor.peek(2) == '(' && isArithmetic(cursor.position + 1)) {
                cursor.position++;
                skipArithmetic();
                return true;
            }
            cursor.position += 2;
            return substitutions.parenthesis();
        }
        if (next == '{' || next == '[') {
            cursor.position += 2;
            skipTo(next == '{' ? '}' : ']', inDoubleQuotes);
            return true;
        }
        cursor.position++;
        if (Character.isLetter(next) || next == '_') {
            while (Character.isLetterOrDigit(cursor.peek()) || cursor.peek() == '_') {
                cursor.position++;
            }
            return true;
        }
        if (next != '\0' && (Character.isDigit(next) || "@*#?-$!".indexOf(next) >= 0)) {
            cursor.position++;
            return true;
        }
        return false;
    }

    private boolean skipBackquotes(boolean inDoubleQuotes) {
        int from = cursor.position;
        int i = from + 1;
        while (i < cursor.limit && cursor.text.charAt(i) != '`') {
            i += cursor.text.charAt(i) == '\\' ? 2 : 1;
        }
        if (i >= cursor.limit) {
            cursor.position++;
            return false;
        }
        cursor.position = i + 1;
        substitutions.backquotes(from + 1, i, inDoubleQuotes);
        return true;
    }

    private void skipTo(char close, boolean inDoubleQuotes) {
        if (depth >= DEPTH) {
            return;
        }
        depth++;
        while (!cursor.atEnd() && cursor.peek() != close) {
            skipPart(inDoubleQuotes);
        }
        cursor.position = Math.min(cursor.position + 1, cursor.limit);
        depth--;
    }

    private void skipPart(boolean inDoubleQuotes) {
        switch (cursor.peek()) {
            case '\\' -> cursor.position = Math.min(cursor.position + 2, cursor.limit);
            case '\'' -> {
                cursor.position++;
                if (!inDoubleQuotes) {
                    while (!cursor.atEnd() && cursor.peek() != '\'') {
                        cursor.position++;
                    }
                    cursor.position = Math.min(cursor.position + 1, cursor.limit);
                }
            }
            case '"' -> skipDoubleQuotes();
            case '$', '`' -> skipExpansion(inDoubleQuotes);
            default -> cursor.position++;
        }
    }

    private void skipDoubleQuotes() {
        cursor.position++;
        if (depth >= DEPTH) {
            return;
        }
        depth++;
        while (!cursor.atEnd() && cursor.peek() != '"') {
            switch (cursor.peek()) {
                case '\\' -> cursor.position = Math.min(cursor.position + 2, cursor.limit);
                case '$', '`' -> skipExpansion(true);
                default -> cursor.position++;
            }
        }
        cursor.position = Math.min(cursor.position + 1, cursor.limit);
        depth--;
    }

    /** Whether the two parentheses here are closed by two that stand together. */
    boolean isArithmetic(int open) {
        if (vainLooks >= VAIN_LOOKS) {
            return false;
        }
        int level = 2;
        for (int i = open + 2; i < cursor.limit; i++) {
            char c = cursor.text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                level++;
            } else if (c == ')') {
                level--;
                if (level == 1) {
                    return i + 1 < cursor.limit && cursor.text.charAt(i + 1) == ')';
                }
            }
        }
        vainLooks++;
        return false;
    }

    /** Passes {@code (( … ))}, the cursor standing at its start. */
    void skipArithmetic() {
        int level = 0;
        while (!cursor.atEnd()) {
            char c = cursor.peek();
            if (c == '(') {
                level++;
                cursor.position++;
            } else if (c == ')') {
                level--;
                cursor.position++;
                if (level == 0) {
                    return;
                }
            } else {
                skipPart(false);
            }
        }
    }

    /** Passes a balanced parenthesis, as in patterns and regular expressions, the cursor standing at its start. */
    void skipParentheses() {
        skipArithmetic();
    }

    /** Reads the body of a here-document for the substitutions in it. */
    void scanHeredoc(int end) {
        int outer = cursor.limit;
        cursor.limit = end;
        while (!cursor.atEnd()) {
            switch (cursor.peek()) {
                case '\\' -> cursor.position = Math.min(cursor.position + 2, end);
                case '$', '`' -> skipExpansion(true);
                default -> cursor.position++;
            }
        }
        cursor.limit = outer;
    }
}
