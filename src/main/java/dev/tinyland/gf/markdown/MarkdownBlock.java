package dev.tinyland.gf.markdown;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;
import java.util.List;

/** A block that carries text. Lists and quotes are not blocks of their own: {@link Depth} says how deep a block stands in them. */
public sealed interface MarkdownBlock {

    /** From the first to the last character of the block, markers included. */
    Span span();

    Depth depth();

    /**
     * How many lists and quotes a block stands in.
     *
     * @param lists 0 outside of lists
     * @param quotes 0 outside of block quotes
     */
    record Depth(int lists, int quotes) {}

    /**
     * A heading, underlined or marked by {@code #}.
     *
     * @param level 1 to 6
     */
    record Heading(int level, RichText text, Depth depth, Span span) implements MarkdownBlock {}

    record Paragraph(RichText text, Depth depth, Span span) implements MarkdownBlock {}

    /**
     * A fenced block of code.
     *
     * @param info what follows the opening marker, trimmed
     * @param content the lines between the markers, each mapped to the file without the indentation of lists and quotes
     */
    record Fence(String info, Fragment content, Depth depth, Span span) implements MarkdownBlock {

        /** The first word of the info string in lower case, bare of braces and attributes; empty for a plain fence. */
        public String language() {
            return FenceInfo.language(info);
        }
    }

    /** Code that is marked by its indentation alone. */
    record IndentedCode(Fragment content, Depth depth, Span span) implements MarkdownBlock {}

    /** A table of GitHub's flavour; the first row is the header. */
    record Table(List<TableRow> rows, Depth depth, Span span) implements MarkdownBlock {

        public Table {
            rows = List.copyOf(rows);
        }
    }

    /**
     * HTML between paragraphs, comments included as they stand.
     *
     * @param content the lines of the block
     */
    record Html(Fragment content, Depth depth, Span span) implements MarkdownBlock {}
}
