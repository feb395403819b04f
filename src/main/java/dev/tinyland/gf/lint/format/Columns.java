package dev.tinyland.gf.lint.format;

/**
 * One line of a file as a terminal shows it, with the terminal column of every offset. Tabs are widened, wide characters
 * take two columns, combining ones none; control characters and those that turn the direction of writing are shown as
 * visible signs, so that a file can neither move the cursor nor disguise itself.
 */
final class Columns {
    private static final int TAB = 4;

    private final String shown;
    private final int[] columns;

    private Columns(String shown, int[] columns) {
        this.shown = shown;
        this.columns = columns;
    }

    static Columns of(String line) {
        StringBuilder shown = new StringBuilder(line.length());
        int[] columns = new int[line.length() + 1];
        int column = 0;
        int i = 0;
        while (i < line.length()) {
            int codePoint = line.codePointAt(i);
            int length = Character.charCount(codePoint);
            for (int k = 0; k < length; k++) {
                columns[i + k] = column;
            }
            if (codePoint == '\t') {
                int width = TAB - column % TAB;
                shown.append(" ".repeat(width));
                column += width;
            } else {
                String visible = visible(codePoint);
                shown.append(visible);
                column += width(visible);
            }
            i += length;
        }
        columns[line.length()] = column;
        return new Columns(shown.toString(), columns);
    }

    String shown() {
        return shown;
    }

    /** The 0-based terminal column at which an offset of the line stands. */
    int column(int offset) {
        return columns[Math.min(offset, columns.length - 1)];
    }

    /** Text for a terminal: control characters made visible, line breaks turned into blanks. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
                clean.append(' ');
            } else {
                clean.append(visible(codePoint));
            }
        });
        return clean.toString();
    }

    private static String visible(int codePoint) {
        if (codePoint < 0x20) {
            return Character.toString(0x2400 + codePoint);
        }
        if (codePoint == 0x7f) {
            return "\u2421";
        }
        boolean control = codePoint < 0xa0 && codePoint >= 0x80;
        boolean direction = codePoint >= 0x202a && codePoint <= 0x202e
                || codePoint >= 0x2066 && codePoint <= 0x2069
                || codePoint == 0x200e
                || codePoint == 0x200f;
        boolean lone = codePoint >= 0xd800 && codePoint <= 0xdfff;
        if (control || direction || lone) {
            return "<U+%04X>".formatted(codePoint);
        }
        return Character.toString(codePoint);
    }

    static int width(String text) {
        int width = 0;
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            width += width(codePoint);
            i += Character.charCount(codePoint);
        }
        return width;
    }

    private static int width(int codePoint) {
        if (codePoint < 0x300) {
            return 1;
        }
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return wide(codePoint) ? 2 : 1;
    }

    /** The blocks Unicode's East Asian Width calls wide, and the pictographs terminals draw double. */
    private static boolean wide(int codePoint) {
        return codePoint >= 0x1100
                && (codePoint <= 0x115f
                        || codePoint >= 0x2e80 && codePoint <= 0x303e
                        || codePoint >= 0x3041 && codePoint <= 0xa4cf
                        || codePoint >= 0xac00 && codePoint <= 0xd7a3
                        || codePoint >= 0xf900 && codePoint <= 0xfaff
                        || codePoint >= 0xfe30 && codePoint <= 0xfe6f
                        || codePoint >= 0xff00 && codePoint <= 0xff60
                        || codePoint >= 0xffe0 && codePoint <= 0xffe6
                        || codePoint >= 0x1f300 && codePoint <= 0x1f64f
                        || codePoint >= 0x1f680 && codePoint <= 0x1f6ff
                        || codePoint >= 0x1f900 && codePoint <= 0x1f9ff
                        || codePoint >= 0x1fa70 && codePoint <= 0x1faff
                        || codePoint >= 0x20000 && codePoint <= 0x3fffd);
    }
}
