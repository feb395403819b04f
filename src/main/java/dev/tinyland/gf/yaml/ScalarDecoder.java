package dev.tinyland.gf.yaml;

import dev.tinyland.gf.text.Fragment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Decodes a scalar and learns where each of its characters stands. Where SnakeYAML has decoded it before, its value is the
 * measure: as soon as this decoding differs from it, the scalar counts as not mapped.
 */
final class ScalarDecoder {
    private static final int DEEPEST_INDENTATION = 120;

    private final String text;
    private final @Nullable String measure;
    private final int end;
    private final char[] decoded;
    private final int[] offsets;
    private int count;
    private int at;
    private boolean wrong;

    private ScalarDecoder(String text, @Nullable String measure, int start, int end) {
        this.text = text;
        this.measure = measure;
        this.at = start;
        this.end = end;
        // Nothing is longer decoded than written.
        int most = measure == null ? end - start : measure.length();
        this.decoded = new char[most];
        this.offsets = new int[most + 1];
    }

    /**
     * @param start fragment offset of the scalar as written, anchor and tag left out
     * @param end fragment offset after it, blank lines after a block scalar left out
     * @param bodyStart where the part starts that can hold no comment
     */
    record Decoded(Fragment content, ScalarStyle style, int start, int end, int bodyStart) {}

    static Decoded decode(Fragment text, int markedStart, int markedEnd, ScalarEvent event) {
        ScalarStyle style = switch (event.getScalarStyle()) {
            case PLAIN, JSON_SCALAR_STYLE -> ScalarStyle.PLAIN;
            case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
            case DOUBLE_QUOTED -> ScalarStyle.DOUBLE_QUOTED;
            case LITERAL -> ScalarStyle.LITERAL;
            case FOLDED -> ScalarStyle.FOLDED;
        };
        String value = event.getValue();
        if (style == ScalarStyle.PLAIN && value.isEmpty()) {
            return new Decoded(text.slice(markedEnd, markedEnd), style, markedEnd, markedEnd, markedEnd);
        }
        int start = afterProperties(text.text(), markedStart);
        return switch (style) {
            case PLAIN -> plain(text, start, markedEnd, value);
            case SINGLE_QUOTED, DOUBLE_QUOTED -> quoted(text, start, markedEnd, value, style);
            case LITERAL, FOLDED -> block(text, start, markedEnd, value, style);
        };
    }

    static Fragment decode(WrittenScalar written) {
        Fragment text = written.text();
        int start = written.start();
        int end = written.end();
        ScalarDecoder decoder = switch (written.style()) {
            case PLAIN -> plain(text.text(), start, end, null);
            case SINGLE_QUOTED, DOUBLE_QUOTED -> quoted(text.text(), start, end, null, written.style());
            case LITERAL, FOLDED -> {
                Header header = Header.of(text.text(), start, end);
                yield body(text.text(), header, end, written.indentation(), null, written.style());
            }
        };
        return decoder.content(text, true, start);
    }

    /** Where a node's content starts when its anchor and tag, and comments after them, are passed over. */
    static int afterProperties(String text, int start) {
        int i = start;
        while (i < text.length() && (text.charAt(i) == '&' || text.charAt(i) == '!')) {
            boolean verbatimTag = text.startsWith("!<", i);
            while (i < text.length() && " \t\r\n".indexOf(text.charAt(i)) < 0) {
                boolean ends = verbatimTag ? text.charAt(i) == '>' : ",[]{}".indexOf(text.charAt(i)) >= 0;
                if (ends && !verbatimTag) {
                    return i;
                }
                i++;
                if (ends) {
                    break;
                }
            }
            i = afterBlanksAndComments(text, i);
        }
        return i;
    }

    private static int afterBlanksAndComments(String text, int start) {
        int i = start;
        while (i < text.length() && (" \t\r\n".indexOf(text.charAt(i)) >= 0 || text.charAt(i) == '#')) {
            if (text.charAt(i) == '#') {
                while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                    i++;
                }
            } else {
                i++;
            }
        }
        return i;
    }

    private static Decoded plain(Fragment text, int start, int end, String value) {
        if (end - start == value.length() && text.text().startsWith(value, start)) {
            return new Decoded(text.slice(start, end), ScalarStyle.PLAIN, start, end, start);
        }
        ScalarDecoder decoder = plain(text.text(), start, end, value);
        return new Decoded(decoder.content(text, decoder.finished(), start), ScalarStyle.PLAIN, start, end, start);
    }

    private static ScalarDecoder plain(String text, int start, int end, @Nullable String measure) {
        ScalarDecoder decoder = new ScalarDecoder(text, measure, start, end);
        while (decoder.at < end && !decoder.wrong) {
            if (!decoder.foldedBlanks()) {
                decoder.copy();
            }
        }
        decoder.offsets[decoder.count] = end;
        return decoder;
    }

    private static Decoded quoted(Fragment text, int start, int end, String value, ScalarStyle style) {
        ScalarDecoder decoder = quoted(text.text(), start, end, value, style);
        return new Decoded(decoder.content(text, decoder.finished(), start), style, start, end, start);
    }

    private static ScalarDecoder quoted(String text, int start, int end, @Nullable String measure, ScalarStyle style) {
        ScalarDecoder decoder = new ScalarDecoder(text, measure, start + 1, end - 1);
        boolean isDouble = style == ScalarStyle.DOUBLE_QUOTED;
        while (decoder.at < decoder.end && !decoder.wrong) {
            char c = decoder.text.charAt(decoder.at);
            if (isDouble && c == '\\') {
                decoder.escape();
            } else if (!isDouble && c == '\'') {
                decoder.emit('\'', decoder.at);
                decoder.at += 2;
            } else if (!decoder.foldedBlanks()) {
                decoder.copy();
            }
        }
        decoder.offsets[decoder.count] = end - 1;
        return decoder;
    }

    private void copy() {
        emit(text.charAt(at), at);
        at++;
    }

    /** Blanks and line breaks of flow scalars: one break folds to a space, further ones stay. False when none stand here. */
    private boolean foldedBlanks() {
        int breakAt = at;
        while (breakAt < end && (text.charAt(breakAt) == ' ' || text.charAt(breakAt) == '\t')) {
            breakAt++;
        }
        if (breakAt >= end || !isBreak(text.charAt(breakAt))) {
            return false;
        }
        int firstBreak = breakAt;
        at = afterBreak(firstBreak);
        boolean more = furtherBreakAhead();
        if (isSeparator(text.charAt(firstBreak))) {
            emit(text.charAt(firstBreak), firstBreak);
        } else if (!more) {
            emit(' ', firstBreak);
        }
        furtherBreaks();
        return true;
    }

    private boolean furtherBreakAhead() {
        int i = at;
        while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i < end && isBreak(text.charAt(i));
    }

    private void furtherBreaks() {
        while (at < end) {
            while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
                at++;
            }
            if (at >= end || !isBreak(text.charAt(at))) {
                return;
            }
            emitBreak(at);
            at = afterBreak(at);
        }
    }

    private void escape() {
        int backslash = at;
        if (backslash + 1 >= end) {
            wrong = true;
            return;
        }
        char kind = text.charAt(backslash + 1);
        if (isBreak(kind)) {
            at = afterBreak(backslash + 1);
            furtherBreaks();
            return;
        }
        int digits = switch (kind) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
        if (digits > 0) {
            emitCodePoint(backslash, digits);
        } else {
            emit(escaped(kind), backslash);
            at = backslash + 2;
        }
    }

    private void emitCodePoint(int backslash, int digits) {
        int from = backslash + 2;
        if (from + digits > end) {
            wrong = true;
            return;
        }
        int codePoint = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || codePoint > Character.MAX_CODE_POINT) {
                wrong = true;
                return;
            }
            codePoint = codePoint * 16 + digit;
        }
        if (!Character.isValidCodePoint(codePoint)) {
            wrong = true;
            return;
        }
        for (char unit : Character.toChars(codePoint)) {
            emit(unit, backslash);
        }
        at = from + digits;
    }

    private static char escaped(char kind) {
        return switch (kind) {
            case '0' -> '\0';
            case 'a' -> '\u0007';
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'v' -> '\u000B';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'e' -> '\u001B';
            case 'N' -> '\u0085';
            case '_' -> '\u00A0';
            case 'L' -> '\u2028';
            case 'P' -> '\u2029';
            default -> kind;
        };
    }

    private static Decoded block(Fragment fragment, int start, int markedEnd, String value, ScalarStyle style) {
        String text = fragment.text();
        Header header = Header.of(text, start, markedEnd);
        // a number in the header counts from the indentation of the parent, which an event does not tell: try
        int detected = detectedIndentation(text, header.end(), markedEnd);
        int indentation = header.explicit() ? 1 : detected;
        int most = header.explicit() ? DEEPEST_INDENTATION : detected;
        ScalarDecoder decoder;
        do {
            decoder = body(text, header, markedEnd, indentation, value, style);
            indentation++;
        } while (!decoder.finished() && indentation <= most);
        int end = afterText(text, start, markedEnd);
        return new Decoded(
                decoder.content(fragment, decoder.finished(), start), style, start, end, Math.min(header.end(), end));
    }

    private static ScalarDecoder body(
            String text, Header header, int end, int indentation, @Nullable String measure, ScalarStyle style) {
        ScalarDecoder decoder = new ScalarDecoder(text, measure, header.end(), end);
        decoder.blockBody(indentation, style == ScalarStyle.FOLDED, header.chomping());
        int last = decoder.count;
        decoder.offsets[last] = last == 0 ? header.end() : decoder.offsets[last - 1] + 1;
        return decoder;
    }

    /** Where a block scalar ends for a reader: behind its last character that is no blank. */
    static int afterText(String text, int start, int markedEnd) {
        int end = markedEnd;
        while (end > start + 1 && " \t\r\n".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /**
     * The first line of a block scalar.
     *
     * @param chomping {@code +}, {@code -} or a blank
     * @param explicit whether it says how deep the text is indented
     * @param end where the text's first line starts
     */
    private record Header(char chomping, boolean explicit, int end) {

        static Header of(String text, int start, int markedEnd) {
            char chomping = ' ';
            boolean explicit = false;
            int i = start + 1;
            for (; i < markedEnd && "+-123456789".indexOf(text.charAt(i)) >= 0; i++) {
                if (text.charAt(i) == '+' || text.charAt(i) == '-') {
                    chomping = text.charAt(i);
                } else {
                    explicit = true;
                }
            }
            while (i < markedEnd && !isBreak(text.charAt(i))) {
                i++;
            }
            return new Header(chomping, explicit, i < markedEnd ? afterBreak(text, i) : markedEnd);
        }
    }

    /** The widest run of blanks at the start of the leading blank lines and of the first line with text. */
    static int detectedIndentation(String text, int bodyStart, int end) {
        int widest = 0;
        int lineStart = bodyStart;
        int i = bodyStart;
        while (i < end) {
            if (text.charAt(i) == ' ') {
                i++;
            } else if (isBreak(text.charAt(i))) {
                widest = Math.max(widest, i - lineStart);
                i = afterBreak(text, i);
                lineStart = i;
            } else {
                break;
            }
        }
        return Math.max(1, Math.max(widest, i - lineStart));
    }

    private void blockBody(int indentation, boolean folded, char chomping) {
        int[] breaks = new int[16];
        int breakCount = 0;
        int lineBreak = -1;
        boolean lineStartsWithText = false;
        while (true) {
            breakCount = 0;
            int column = skipIndentation(indentation);
            while (at < end && isBreak(text.charAt(at))) {
                if (breakCount == breaks.length) {
                    breaks = Arrays.copyOf(breaks, breakCount * 2);
                }
                breaks[breakCount++] = at;
                at = afterBreak(at);
                column = skipIndentation(indentation);
            }
            if (column != indentation || at >= end || wrong) {
                break;
            }
            if (lineBreak >= 0) {
                boolean joins = folded
                        && !isSeparator(text.charAt(lineBreak))
                        && lineStartsWithText
                        && text.charAt(at) != ' '
                        && text.charAt(at) != '\t';
                if (!joins) {
                    emitBreak(lineBreak);
                } else if (breakCount == 0) {
                    emit(' ', lineBreak);
                }
            }
            emitBreaks(breaks, breakCount);
            lineStartsWithText = text.charAt(at) != ' ' && text.charAt(at) != '\t';
            while (at < end && !isBreak(text.charAt(at))) {
                copy();
            }
            lineBreak = at < end ? at : -1;
            at = at < end ? afterBreak(at) : at;
        }
        if (chomping != '-' && lineBreak >= 0) {
            emitBreak(lineBreak);
        }
        if (chomping == '+') {
            emitBreaks(breaks, breakCount);
        }
    }

    private int skipIndentation(int indentation) {
        int column = 0;
        while (column < indentation && at < end && text.charAt(at) == ' ') {
            at++;
            column++;
        }
        return column;
    }

    private void emitBreaks(int[] breaks, int breakCount) {
        for (int i = 0; i < breakCount; i++) {
            emitBreak(breaks[i]);
        }
    }

    private void emitBreak(int offset) {
        char c = text.charAt(offset);
        emit(isSeparator(c) ? c : '\n', offset);
    }

    private void emit(char c, int offset) {
        if (measure != null && (count >= measure.length() || measure.charAt(count) != c)) {
            wrong = true;
            return;
        }
        decoded[count] = c;
        offsets[count++] = offset;
    }

    /** False when the decoding does not give the value that SnakeYAML read. */
    private boolean finished() {
        return !wrong && (measure == null || count == measure.length());
    }

    private Fragment content(Fragment fragment, boolean exact, int start) {
        if (measure == null) {
            return fragment.decode(new String(decoded, 0, count), Arrays.copyOf(offsets, count + 1));
        }
        if (!exact) {
            Arrays.fill(offsets, start);
        }
        return fragment.decode(measure, offsets);
    }

    private int afterBreak(int offset) {
        return afterBreak(text, offset);
    }

    private static int afterBreak(String text, int offset) {
        return text.startsWith("\r\n", offset) ? offset + 2 : offset + 1;
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || isSeparator(c);
    }

    /** The two line breaks that YAML 1.1 keeps as they are; SnakeYAML follows it. */
    private static boolean isSeparator(char c) {
        return c == '\u2028' || c == '\u2029';
    }
}
