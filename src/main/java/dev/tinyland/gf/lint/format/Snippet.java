package dev.tinyland.gf.lint.format;

import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.text.LineIndex;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws lines of one file with the marked places underlined. Lines between distant marks are folded to {@code ...}. */
final class Snippet {
    /** A longer line is cut around its first mark. */
    private static final int WIDEST = 160;

    /** Of a mark over more lines than this, only the first and the last line are drawn. */
    private static final int TALLEST = 4;

    private final SourceFile file;
    private final Severity severity;
    private final Style style;
    private final int gutter;

    /**
     * A place to underline.
     *
     * @param primary whether it is the finding itself
     * @param label what stands there, or empty
     */
    record Mark(Span span, boolean primary, String label) {}

    /** Part of a mark on one line, in offsets of that line. */
    private record Underline(int from, int to, boolean primary, String label) {}

    /** @param gutter how many digits the line numbers take */
    Snippet(SourceFile file, Severity severity, Style style, int gutter) {
        this.file = file;
        this.severity = severity;
        this.style = style;
        this.gutter = gutter;
    }

    static int gutter(SourceFile file, List<Mark> marks) {
        int last = marks.stream()
                .mapToInt(mark -> file.lines().lineOf(mark.span().end()))
                .max()
                .orElse(1);
        return Integer.toString(last).length();
    }

    void draw(List<Mark> marks, StringBuilder out) {
        Map<Integer, List<Underline>> lines = new TreeMap<>();
        for (Mark mark : marks) {
            spread(mark, lines);
        }
        int previous = 0;
        for (Map.Entry<Integer, List<Underline>> line : lines.entrySet()) {
            if (previous > 0 && line.getKey() > previous + 2) {
                out.append(style.gutter("...")).append('\n');
            } else if (previous > 0 && line.getKey() == previous + 2) {
                source(previous + 1, 0, out);
            }
            drawLine(line.getKey(), line.getValue(), out);
            previous = line.getKey();
        }
    }

    private void spread(Mark mark, Map<Integer, List<Underline>> lines) {
        LineIndex index = file.lines();
        int first = index.lineOf(mark.span().start());
        int last = mark.span().isEmpty() ? first : index.lineOf(mark.span().end() - 1);
        boolean tall = last - first >= TALLEST;
        for (int line = first; line <= last; line++) {
            if (tall && line != first && line != last) {
                continue;
            }
            Span whole = index.lineSpan(line);
            int from = Math.max(mark.span().start(), whole.start());
            int to = Math.min(mark.span().end(), whole.end());
            if (line != first) {
                while (from < to && Character.isWhitespace(file.text().charAt(from))) {
                    from++;
                }
                if (from >= to) {
                    continue;
                }
            }
            String label = line == last ? mark.label() : "";
            lines.computeIfAbsent(line, number -> new ArrayList<>())
                    .add(new Underline(
                            from - whole.start(), Math.max(from, to) - whole.start(), mark.primary(), label));
        }
    }

    private void drawLine(int line, List<Underline> underlines, StringBuilder out) {
        Columns columns = columns(line);
        int cut = cut(columns, underlines.getFirst());
        source(line, cut, out);
        for (Underline underline : underlines) {
            int from = Math.max(0, columns.column(underline.from()) - cut);
            int to = columns.column(underline.to()) - cut;
            int length = Math.max(1, Math.min(to, WIDEST) - from);
            String sign = (underline.primary() ? "^" : "-").repeat(length);
            String text = underline.label().isEmpty() ? sign : sign + " " + Columns.clean(underline.label());
            out.append(style.gutter(" ".repeat(gutter) + " |"))
                    .append(' ')
                    .append(" ".repeat(from))
                    .append(underline.primary() ? style.severity(severity, text) : style.gutter(text))
                    .append('\n');
        }
    }

    private void source(int line, int cut, StringBuilder out) {
        String number = Integer.toString(line);
        String shown = cropped(columns(line).shown(), cut);
        out.append(style.gutter(" ".repeat(gutter - number.length()) + number + " |"));
        if (!shown.isEmpty()) {
            out.append(' ').append(shown);
        }
        out.append('\n');
    }

    private Columns columns(int line) {
        return Columns.of(file.text(file.lines().lineSpan(line)));
    }

    /** How many columns are left out at the start, so that the mark is in sight. */
    private static int cut(Columns columns, Underline first) {
        int from = columns.column(first.from());
        return Columns.width(columns.shown()) <= WIDEST || from < WIDEST / 2 ? 0 : from - WIDEST / 4;
    }

    private static String cropped(String shown, int cut) {
        StringBuilder kept = new StringBuilder();
        int column = 0;
        int i = 0;
        while (i < shown.length()) {
            int codePoint = shown.codePointAt(i);
            String one = Character.toString(codePoint);
            int width = Columns.width(one);
            if (column >= cut + WIDEST) {
                return kept.append('…').toString();
            }
            if (column >= cut) {
                kept.append(one);
            } else if (column + width > cut) {
                kept.append(" ".repeat(column + width - cut));
            }
            column += width;
            i += one.length();
        }
        if (cut > 0 && !kept.isEmpty()) {
            kept.replace(0, Character.charCount(kept.codePointAt(0)), "…");
        }
        return kept.toString().stripTrailing();
    }
}
