package dev.tinyland.gf.text;

import org.jspecify.annotations.Nullable;

/** One text file under judgement: its path as reported, its whole text, its lines. */
public final class SourceFile {
    private final String path;
    private final String text;
    /** Made when somebody asks: most files are judged without anybody asking. Made twice by two threads it is the same. */
    private volatile @Nullable LineIndex lines;

    /**
     * @param path path relative to the root, with forward slashes
     * @param text the decoded text, byte-order mark removed
     */
    public SourceFile(String path, String text) {
        this.path = path;
        this.text = text;
    }

    public String path() {
        return path;
    }

    public String text() {
        return text;
    }

    public LineIndex lines() {
        LineIndex made = lines;
        if (made == null) {
            made = new LineIndex(text);
            lines = made;
        }
        return made;
    }

    public String text(Span span) {
        return text.substring(span.start(), span.end());
    }

    public Position position(int offset) {
        return lines().position(offset);
    }

    @Override
    public String toString() {
        return path;
    }
}
