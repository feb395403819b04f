package dev.tinyland.gf.markdown;

import dev.tinyland.gf.text.Fragment;
import java.util.List;
import java.util.Optional;

/**
 * A page.
 *
 * @param source the text that was read
 * @param frontMatter metadata before the page, which is no Markdown
 * @param blocks headings, paragraphs, fences, tables and HTML in the order of the page, out of their lists and quotes
 * @param comments every HTML comment, on its own or inside a line, in the order of the page
 * @param problem why nothing was read; then there are no blocks and no comments
 */
public record MarkdownDocument(
        Fragment source,
        Optional<FrontMatter> frontMatter,
        List<MarkdownBlock> blocks,
        List<MarkdownComment> comments,
        Optional<MarkdownProblem> problem) {

    public MarkdownDocument {
        blocks = List.copyOf(blocks);
        comments = List.copyOf(comments);
    }
}
