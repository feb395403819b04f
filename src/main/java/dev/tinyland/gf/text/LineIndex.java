package dev.tinyland.gf.text;

import java.util.Arrays;

/** Turns offsets into lines and columns. A line ends at LF, CRLF or a lone CR, as GitHub shows files. */
public final class LineIndex {
    private final String text;
    private final int[] starts;

    public LineIndex(String text) {
        this.text = text;
        int[] found = new int[Math.max(16, text.length() / 32)];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lineEnds = c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'));
            if (lineEnds) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            }
        }
        this.starts = Arrays.copyOf(found, count);
    }

    public int lineCount() {
        return starts.length;
    }

    /** The 1-based line that holds this offset; the offset after the last character belongs to the last line. */
    public int lineOf(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    public Position position(int offset) {
        int line = lineOf(offset);
        return new Position(line, offset - starts[line - 1] + 1);
    }

    /** The offset at which a 1-based line starts. */
    public int lineStart(int line) {
        return starts[line - 1];
    }

    /** A 1-based line without its line break. */
    public Span lineSpan(int line) {
        int start = starts[line - 1];
        int end = line < starts.length ? starts[line] : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return new Span(start, end);
    }
}
