package dev.tinyland.gf.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Text of one language inside a file of another, with the way back to the file: every offset of the fragment knows its
 * offset in the source. A YAML scalar is a fragment of its file, a shell word in it a slice of that fragment, and an
 * expression inside that a slice again. Parsers take fragments and give spans of the <em>file</em>.
 */
public final class Fragment {
    private final SourceFile source;
    private final String text;
    private final int base;
    private final int @Nullable [] offsets;

    private Fragment(SourceFile source, String text, int base, int @Nullable [] offsets) {
        this.source = source;
        this.text = text;
        this.base = base;
        this.offsets = offsets;
    }

    public static Fragment whole(SourceFile source) {
        return new Fragment(source, source.text(), 0, null);
    }

    /** A piece of the file taken as it stands. */
    public static Fragment verbatim(SourceFile source, Span span) {
        return new Fragment(source, source.text(span), span.start(), null);
    }

    /**
     * Decoded text whose characters stand elsewhere in the file.
     *
     * @param offsets the file offset of each character of {@code text}, and after them the offset of its end; ascending
     */
    public static Fragment decoded(SourceFile source, String text, int[] offsets) {
        if (offsets.length != text.length() + 1) {
            throw new IllegalArgumentException(offsets.length + " offsets for " + text.length() + " characters");
        }
        return new Fragment(source, text, 0, offsets);
    }

    public SourceFile source() {
        return source;
    }

    public String text() {
        return text;
    }

    public int length() {
        return text.length();
    }

    /** The file offset of a fragment offset; the fragment's length is allowed. */
    public int toSource(int offset) {
        if (offset < 0 || offset > text.length()) {
            throw new IndexOutOfBoundsException(offset + " in a fragment of " + text.length());
        }
        return offsets == null ? base + offset : offsets[offset];
    }

    /**
     * The file span of a fragment range. A range whose last character stands in the file as it is ends right after it,
     * before the next line's indentation or a closing quote.
     */
    public Span toSource(int start, int end) {
        int from = toSource(start);
        if (start == end) {
            return Span.at(from);
        }
        int to = standsAsItIs(end - 1) ? toSource(end - 1) + 1 : toSource(end);
        return new Span(from, Math.max(from, to));
    }

    /**
     * A line break counts, however the file writes it, but not one that a parser adds behind the end of the file; a
     * backslash and a quote do not, they can be half of an escape. */
    private boolean standsAsItIs(int offset) {
        char last = text.charAt(offset);
        int at = toSource(offset);
        if (at >= source.text().length()) {
            return false;
        }
        return last == '\n' || (last != '\\' && last != '\'' && source.text().charAt(at) == last);
    }

    public Span span() {
        return toSource(0, text.length());
    }

    public Fragment slice(int start, int end) {
        String piece = text.substring(start, end);
        if (offsets == null) {
            return new Fragment(source, piece, base + start, null);
        }
        int[] pieceOffsets = Arrays.copyOfRange(offsets, start, end + 1);
        return new Fragment(source, piece, 0, pieceOffsets);
    }

    /**
     * A further decoding of this fragment.
     *
     * @param localOffsets for each character of {@code decoded}, and for its end, the offset in this fragment
     */
    public Fragment decode(String decoded, int[] localOffsets) {
        int[] mapped = new int[localOffsets.length];
        for (int i = 0; i < mapped.length; i++) {
            mapped[i] = toSource(localOffsets[i]);
        }
        return decoded(source, decoded, mapped);
    }

    @Override
    public String toString() {
        return text;
    }
}
