package dev.tinyland.gf.yaml;

import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * SnakeYAML's reader over a text that is there as a whole. Its own one copies pieces of a stream from window to window and
 * asks at every character whether there are more; reading characters is what its scanner does most. Characters are
 * counted in the same way: columns start anew after a line break, and a byte order mark has none.
 */
final class WholeReader extends StreamReader {
    private static final int END = 0;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final int[] codePoints;
    private int index;
    private int documentIndex;
    private int line;
    private int column;

    /** @param text without characters that YAML forbids */
    WholeReader(String text) {
        super("");
        this.codePoints = codePoints(text);
    }

    private static int[] codePoints(String text) {
        int[] all = new int[text.codePointCount(0, text.length())];
        int at = 0;
        for (int i = 0; i < all.length; i++) {
            char unit = text.charAt(at);
            int codePoint = Character.isSurrogate(unit) ? text.codePointAt(at) : unit;
            all[i] = codePoint;
            at += Character.charCount(codePoint);
        }
        return all;
    }

    @Override
    public Mark getMark() {
        return new Mark("reader", index, line, column, codePoints, index);
    }

    @Override
    public void forward() {
        forward(1);
    }

    @Override
    public void forward(int length) {
        for (int i = 0; i < length && index < codePoints.length; i++) {
            int c = codePoints[index];
            index++;
            documentIndex++;
            if (isLineBreak(c) || (c == '\r' && index < codePoints.length && codePoints[index] != '\n')) {
                line++;
                column = 0;
            } else if (c != BYTE_ORDER_MARK) {
                column++;
            }
        }
    }

    private static boolean isLineBreak(int c) {
        return c == '\n' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    @Override
    public int peek() {
        return index < codePoints.length ? codePoints[index] : END;
    }

    @Override
    public int peek(int ahead) {
        int at = index + ahead;
        return at < codePoints.length ? codePoints[at] : END;
    }

    @Override
    public String prefix(int length) {
        return new String(codePoints, index, Math.min(length, codePoints.length - index));
    }

    @Override
    public String prefixForward(int length) {
        String prefix = prefix(length);
        index += length;
        documentIndex += length;
        column += length;
        return prefix;
    }

    @Override
    public int getColumn() {
        return column;
    }

    @Override
    public int getDocumentIndex() {
        return documentIndex;
    }

    @Override
    public void resetDocumentIndex() {
        documentIndex = 0;
    }

    @Override
    public int getIndex() {
        return index;
    }

    @Override
    public int getLine() {
        return line;
    }
}
