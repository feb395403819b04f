package dev.tinyland.gf.markdown;

import dev.tinyland.gf.markdown.MarkdownBlock.Depth;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.LineIndex;
import dev.tinyland.gf.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** Turns the parser's tree into the flat list of blocks. The depth of the tree is bounded by the parser. */
final class BlockReader {
    private final Fragment page;
    private final LineIndex lines;
    private final List<MarkdownBlock> blocks = new ArrayList<>();
    private final List<MarkdownComment> comments = new ArrayList<>();

    BlockReader(Fragment page) {
        this.page = page;
        this.lines = new LineIndex(page.text());
    }

    List<MarkdownBlock> blocks() {
        return blocks;
    }

    List<MarkdownComment> comments() {
        return comments.stream()
                .sorted(Comparator.comparing(MarkdownComment::span))
                .toList();
    }

    void read(Node root) {
        children(root, new Depth(0, 0));
    }

    private void children(Node parent, Depth depth) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, depth);
        }
    }

    private void block(Node node, Depth depth) {
        switch (node) {
            case BlockQuote _ -> children(node, new Depth(depth.lists(), depth.quotes() + 1));
            case ListBlock _ -> children(node, new Depth(depth.lists() + 1, depth.quotes()));
            case org.commonmark.node.ListItem _ -> children(node, depth);
            case org.commonmark.node.Heading heading ->
                blocks.add(new MarkdownBlock.Heading(heading.getLevel(), inline(node), depth, span(node)));
            case org.commonmark.node.Paragraph _ ->
                blocks.add(new MarkdownBlock.Paragraph(inline(node), depth, span(node)));
            case FencedCodeBlock fence -> {
                String info = Objects.requireNonNullElse(fence.getInfo(), "").strip();
                Fragment content = code(node, Objects.requireNonNullElse(fence.getLiteral(), ""), 1);
                blocks.add(new MarkdownBlock.Fence(info, content, depth, span(node)));
            }
            case IndentedCodeBlock code ->
                blocks.add(new MarkdownBlock.IndentedCode(code(node, code.getLiteral(), 0), depth, span(node)));
            case HtmlBlock html -> html(html, depth);
            case TableBlock _ -> blocks.add(new MarkdownBlock.Table(rows(node), depth, span(node)));
            default -> {
                // Thematic breaks and link definitions carry no text.
            }
        }
    }

    private RichText inline(Node node) {
        return InlineReader.read(page, node, start(node), comments);
    }

    private List<TableRow> rows(Node table) {
        List<TableRow> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                List<RichText> cells = new ArrayList<>();
                for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    if (cell instanceof TableCell) {
                        cells.add(inline(cell));
                    }
                }
                rows.add(new TableRow(part instanceof TableHead, cells, span(row)));
            }
        }
        return rows;
    }

    private void html(HtmlBlock html, Depth depth) {
        Fragment content = code(html, Objects.requireNonNullElse(html.getLiteral(), ""), 0);
        blocks.add(new MarkdownBlock.Html(content, depth, span(html)));
        List<SourceSpan> spans = html.getSourceSpans();
        if (!spans.isEmpty()) {
            comments.addAll(CommentScanner.scan(page, start(html), end(spans.getLast())));
        }
    }

    /**
     * The lines of a block of code, each found at the end of its line of the page: what stands before is indentation
     * and the markers of lists and quotes. A tab that the parser turned into blanks maps to where the line's own text
     * begins.
     *
     * @param skipped lines of the block before the content
     */
    private Fragment code(Node node, String literal, int skipped) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty() || literal.isEmpty()) {
            int at = spans.isEmpty() ? page.length() : end(spans.getFirst());
            return page.slice(at, at);
        }
        int[] offsets = new int[literal.length() + 1];
        int line = spans.getFirst().getLineIndex() + 1 + skipped;
        int at = 0;
        int end = page.length();
        while (at < literal.length() && line <= lines.lineCount()) {
            int lineBreak = literal.indexOf('\n', at);
            int stop = lineBreak < 0 ? literal.length() : lineBreak;
            Span whole = lines.lineSpan(line);
            int lag = 0;
            while (lag < stop - at && lag < whole.length() && same(literal, stop - lag, whole.end() - lag)) {
                lag++;
            }
            for (int i = at; i < stop; i++) {
                offsets[i] = Math.max(whole.end() - (stop - i), whole.end() - lag);
            }
            end = whole.end();
            if (lineBreak >= 0) {
                offsets[stop] = end;
                end = line < lines.lineCount() ? lines.lineStart(line + 1) : page.length();
            }
            at = stop + 1;
            line++;
        }
        for (int i = at; i < literal.length(); i++) {
            offsets[i] = end;
        }
        offsets[literal.length()] = end;
        return page.decode(literal, offsets);
    }

    private boolean same(String literal, int literalEnd, int pageEnd) {
        char decoded = literal.charAt(literalEnd - 1);
        char raw = page.text().charAt(pageEnd - 1);
        return decoded == raw || (raw == '\0' && decoded == '\uFFFD');
    }

    private Span span(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return page.toSource(0, 0);
        }
        return page.toSource(start(node), end(spans.getLast()));
    }

    private int start(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty() ? 0 : spans.getFirst().getInputIndex();
    }

    private int end(SourceSpan span) {
        return Math.min(page.length(), span.getInputIndex() + span.getLength());
    }
}
