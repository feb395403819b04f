package dev.tinyland.gf.markdown;

import dev.tinyland.gf.text.Fragment;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads CommonMark with GitHub's tables. Every text is a page, so this never fails on what it reads; a text over
 * {@link #MAXIMUM_LENGTH} is not read and the document says so. MDX and admonitions pass as paragraphs, HTML and code.
 */
public final class MarkdownParser {
    /** In UTF-16 units. Twenty-eight million take the underlying parser several seconds; no page comes near this. */
    public static final int MAXIMUM_LENGTH = 4 * 1024 * 1024;

    /** Deeper lists and quotes are text: a page of a hundred thousand quote markers must not nest as many objects. */
    private static final int MAXIMUM_OPEN_BLOCKS = 64;

    private static final int MAXIMUM_INLINE_NESTING = 64;

    private MarkdownParser() {}

    public static MarkdownDocument parse(Fragment page) {
        if (page.length() > MAXIMUM_LENGTH) {
            MarkdownProblem problem = new MarkdownProblem(
                    page.toSource(0, 0), "page of " + page.length() + " characters, more than " + MAXIMUM_LENGTH);
            return new MarkdownDocument(page, Optional.empty(), List.of(), List.of(), Optional.of(problem));
        }
        Optional<FrontMatterReader.Found> found = FrontMatterReader.read(page);
        Fragment body =
                found.map(front -> page.slice(front.bodyStart(), page.length())).orElse(page);
        Node root = Parser.builder()
                .extensions(List.of(TablesExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(MAXIMUM_OPEN_BLOCKS)
                .maxInlineNesting(MAXIMUM_INLINE_NESTING)
                .build()
                .parse(body.text());
        BlockReader reader = new BlockReader(body);
        reader.read(root);
        return new MarkdownDocument(
                page,
                found.map(FrontMatterReader.Found::frontMatter),
                reader.blocks(),
                reader.comments(),
                Optional.empty());
    }
}
