package dev.tinyland.gf.yaml;

import dev.tinyland.gf.text.Fragment;

/** Finds where scalars end. What they say is decoded when somebody asks. */
final class CommonScalars {
    /** Escapes that every version of YAML knows, without those by code. */
    private static final String ESCAPES = "0abtnvfre \"\\";

    private static final String INDICATORS = ",[]{}#&*!|>'\"%@`?:";

    private final Cursor cursor;
    private final char[] text;
    private final int length;

    /** @param text the characters of the cursor's fragment */
    CommonScalars(Cursor cursor, char[] text) {
        this.cursor = cursor;
        this.text = text;
        this.length = text.length;
    }

    /** Where the scalar that starts here ends on this line; where it starts, when it is quoted and goes on. */
    int endOnLine() {
        int from = cursor.at();
        char first = text[from];
        if (first == '\'' || first == '"') {
            int end = afterQuote(from);
            return cursor.endOfLine(from) < end ? from : end;
        }
        refuseIndicator(from);
        return afterPlain(from);
    }

    /** The scalar from here to there as it stands, which {@link #endOnLine} has found; the cursor stands behind it. */
    YamlScalar onLine(int end) {
        int from = cursor.at();
        ScalarStyle style = style(from);
        cursor.moveTo(end);
        boolean decodes = style != ScalarStyle.PLAIN && !saysWhatStands(from, end, style);
        return scalar(style, from, end, end, decodes, 0);
    }

    /**
     * A scalar in a block.
     *
     * @param parent the column that its further lines must stand behind
     */
    YamlScalar inBlock(int parent) {
        int from = cursor.at();
        return switch (style(from)) {
            case LITERAL -> block(ScalarStyle.LITERAL, parent);
            case FOLDED -> block(ScalarStyle.FOLDED, parent);
            case SINGLE_QUOTED -> quoted(ScalarStyle.SINGLE_QUOTED);
            case DOUBLE_QUOTED -> quoted(ScalarStyle.DOUBLE_QUOTED);
            case PLAIN -> plain(parent);
        };
    }

    /** A scalar in a flow collection: quoted, or plain on one line. */
    YamlScalar inFlow() {
        int from = cursor.at();
        char first = text[from];
        if (first == '\'' || first == '"') {
            return quoted(style(from));
        }
        refuseIndicator(from);
        int end = afterFlowPlain(from);
        if (end == from) {
            throw new Uncommon();
        }
        cursor.moveTo(end);
        return scalar(ScalarStyle.PLAIN, from, end, end, false, 0);
    }

    /** What stands for a value that is not there. */
    YamlScalar empty(int offset) {
        cursor.nothingEnds(offset);
        return YamlScalar.of(
                new WrittenScalar(cursor.fragment(), ScalarStyle.PLAIN, offset, offset, false, 0),
                cursor.fragment().toSource(offset, offset));
    }

    private ScalarStyle style(int from) {
        return switch (text[from]) {
            case '|' -> ScalarStyle.LITERAL;
            case '>' -> ScalarStyle.FOLDED;
            case '\'' -> ScalarStyle.SINGLE_QUOTED;
            case '"' -> ScalarStyle.DOUBLE_QUOTED;
            default -> ScalarStyle.PLAIN;
        };
    }

    private void refuseIndicator(int from) {
        char first = text[from];
        if (INDICATORS.indexOf(first) >= 0 || (first == '-' && cursor.isBlank(from + 1))) {
            throw new Uncommon();
        }
    }

    private YamlScalar scalar(ScalarStyle style, int from, int end, int spanEnd, boolean decodes, int indentation) {
        cursor.contentEnds(spanEnd);
        Fragment fragment = cursor.fragment();
        return YamlScalar.of(
                new WrittenScalar(fragment, style, from, end, decodes, indentation),
                cursor.fragment().toSource(from, spanEnd));
    }

    private int afterPlain(int from) {
        int end = from;
        for (int i = from; i < length; i++) {
            char c = text[i];
            if (c == '\n' || (c == ':' && cursor.isBlank(i + 1)) || (c == '#' && text[i - 1] == ' ')) {
                break;
            }
            if (c == '\t') {
                throw new Uncommon();
            }
            if (c != ' ') {
                end = i + 1;
            }
        }
        return end;
    }

    private int afterFlowPlain(int from) {
        if (text[from] == '-' && endsInFlow(from + 1)) {
            throw new Uncommon();
        }
        int end = from;
        for (int i = from; i < length; i++) {
            char c = text[i];
            if (c == '\n'
                    || isFlowIndicator(c)
                    || (c == ':' && endsInFlow(i + 1))
                    || (c == '#' && text[i - 1] == ' ')) {
                break;
            }
            if (c == '\t' || c == '?') {
                throw new Uncommon();
            }
            if (c != ' ') {
                end = i + 1;
            }
        }
        return end;
    }

    private boolean endsInFlow(int offset) {
        return cursor.isBlank(offset) || isFlowIndicator(text[offset]);
    }

    private static boolean isFlowIndicator(char c) {
        return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
    }

    private YamlScalar plain(int parent) {
        int from = cursor.at();
        refuseIndicator(from);
        int end = afterPlain(from);
        boolean lines = false;
        int lineStart = cursor.lineStart();
        while (true) {
            int next = cursor.afterBlanks(end);
            if (next < length && text[next] != '\n') {
                break;
            }
            while (next < length && text[next] == '\n') {
                lineStart = next + 1;
                next = cursor.afterBlanks(lineStart);
            }
            if (next >= length || next - lineStart <= parent || text[next] == '#') {
                break;
            }
            int further = afterPlain(next);
            if (further == next) {
                throw new Uncommon();
            }
            cursor.moveTo(end, lineStart);
            end = further;
            lines = true;
        }
        cursor.moveTo(end);
        return scalar(ScalarStyle.PLAIN, from, end, end, lines, 0);
    }

    private YamlScalar quoted(ScalarStyle style) {
        int from = cursor.at();
        int end = afterQuote(from);
        boolean decodes = !saysWhatStands(from, end, style);
        int lastBreak = decodes ? cursor.fragment().text().lastIndexOf('\n', end - 1) : -1;
        if (lastBreak >= from) {
            cursor.moveTo(end, lastBreak + 1);
        } else {
            cursor.moveTo(end);
        }
        return scalar(style, from, end, end, decodes, 0);
    }

    /** Behind the quote that closes what the quote there opens. */
    private int afterQuote(int from) {
        char quote = text[from];
        int i = from + 1;
        while (i < length) {
            char c = text[i];
            if (c == quote) {
                if (quote != '\'' || i + 1 >= length || text[i + 1] != '\'') {
                    return i + 1;
                }
                i++;
            } else if (c == '\\' && quote == '"') {
                i++;
                if (i >= length || ESCAPES.indexOf(text[i]) < 0) {
                    throw new Uncommon();
                }
            } else if (c == '\t' || (c == '\n' && cursor.isDocumentMarker(i + 1))) {
                throw new Uncommon();
            }
            i++;
        }
        throw new Uncommon();
    }

    private boolean saysWhatStands(int from, int end, ScalarStyle style) {
        char special = style == ScalarStyle.SINGLE_QUOTED ? '\'' : '\\';
        for (int i = from + 1; i < end - 1; i++) {
            char c = text[i];
            if (c == special || c == '\n') {
                return false;
            }
        }
        return true;
    }

    private YamlScalar block(ScalarStyle style, int parent) {
        int from = cursor.at();
        int i = from + 1;
        int number = 0;
        boolean chomps = false;
        for (; i < length; i++) {
            char c = text[i];
            if ((c == '+' || c == '-') && !chomps) {
                chomps = true;
            } else if (c >= '1' && c <= '9' && number == 0) {
                number = c - '0';
            } else {
                break;
            }
        }
        cursor.moveTo(i);
        int headerEnd = cursor.endOfLine(i);
        int rest = cursor.afterBlanks(i);
        if (rest < headerEnd) {
            if (text[rest] != '#' || rest == i) {
                throw new Uncommon();
            }
            cursor.moveTo(rest);
            cursor.skipComment();
        }
        int bodyStart = headerEnd + 1;
        int indentation = number > 0
                ? parent + number
                : Math.max(
                        Math.max(parent + 1, 1),
                        ScalarDecoder.detectedIndentation(cursor.fragment().text(), bodyStart, length));
        int last = -1;
        int lineStart = bodyStart;
        while (lineStart < length) {
            int content = cursor.afterBlanks(lineStart);
            if (content >= length) {
                throw new Uncommon();
            }
            int lineEnd = cursor.endOfLine(content);
            if (lineEnd > content) {
                if (content - lineStart < indentation) {
                    break;
                }
                last = lineEnd;
            }
            lineStart = lineEnd + 1;
        }
        if (last < 0) {
            throw new Uncommon();
        }
        int end = Math.min(lineStart, length);
        cursor.moveTo(lineStart <= length ? lineStart - 1 : length);
        int spanEnd = ScalarDecoder.afterText(cursor.fragment().text(), from, end);
        return scalar(style, from, end, spanEnd, true, indentation);
    }
}
