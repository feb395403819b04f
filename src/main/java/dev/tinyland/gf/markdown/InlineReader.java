package dev.tinyland.gf.markdown;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;

/** Turns the inline nodes of one block into {@link RichText}. The parser bounds how deep they nest. */
final class InlineReader {
    private final Fragment page;
    private final List<MarkdownComment> comments;
    private final StringBuilder text = new StringBuilder();
    private final List<CodeSpan> codeSpans = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Deque<Integer> linkStarts = new ArrayDeque<>();
    private int[] offsets = new int[64];
    private int last;

    private InlineReader(Fragment page, int start, List<MarkdownComment> comments) {
        this.page = page;
        this.last = start;
        this.comments = comments;
    }

    /**
     * @param parent the block whose children are read
     * @param start where the block starts in the page, for a block without text
     * @param comments receives the comments found inside the line
     */
    static RichText read(Fragment page, Node parent, int start, List<MarkdownComment> comments) {
        InlineReader reader = new InlineReader(page, start, comments);
        reader.walk(parent);
        return reader.result();
    }

    private void walk(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            enter(node);
            walk(node);
            leave(node);
        }
    }

    private void enter(Node node) {
        switch (node) {
            case Text run -> append(run, run.getLiteral());
            case Code code -> code(code);
            case HtmlInline html -> html(html);
            case SoftLineBreak _ -> lineBreak();
            case HardLineBreak _ -> lineBreak();
            case org.commonmark.node.Link _ -> linkStarts.push(text.length());
            case Image _ -> linkStarts.push(text.length());
            default -> {
                // Emphasis and strong emphasis: only their children carry text.
            }
        }
    }

    private void leave(Node node) {
        if (node instanceof org.commonmark.node.Link link) {
            link(node, link.getDestination());
        } else if (node instanceof Image image) {
            link(node, image.getDestination());
        }
    }

    private void link(Node node, String destination) {
        int start = linkStarts.pop();
        int end = text.length();
        Raw raw = Raw.of(page, node);
        boolean autolink =
                raw.text.startsWith("<") || text.substring(start, end).equals(destination);
        links.add(new Link(destination, start, end, autolink, raw.span(page, last)));
    }

    private void append(Node node, String literal) {
        Raw raw = Raw.of(page, node);
        int[] aligned = Alignment.align(literal, raw.text);
        for (int i = 0; i < literal.length(); i++) {
            add(literal.charAt(i), raw.offset(aligned[i], last));
        }
        last = Math.max(last, raw.offset(aligned[literal.length()], last));
    }

    private void code(Code code) {
        Raw raw = Raw.of(page, code);
        String literal = code.getLiteral();
        int ticks = 0;
        while (ticks < raw.text.length() && raw.text.charAt(ticks) == '`') {
            ticks++;
        }
        String inner = ticks * 2 <= raw.text.length() ? raw.text.substring(ticks, raw.text.length() - ticks) : "";
        boolean padded = inner.length() == literal.length() + 2 && !inner.isEmpty();
        int skip = ticks + (padded ? 1 : 0);
        int[] aligned = Alignment.align(literal, padded ? inner.substring(1, inner.length() - 1) : inner);
        int[] local = new int[aligned.length];
        int start = text.length();
        for (int i = 0; i < aligned.length; i++) {
            local[i] = raw.offset(aligned[i] + skip, last);
            if (i < literal.length()) {
                add(literal.charAt(i), local[i]);
            }
        }
        codeSpans.add(new CodeSpan(page.decode(literal, local), start, text.length(), raw.span(page, last)));
        last = Math.max(last, raw.offset(raw.text.length(), last));
    }

    private void html(HtmlInline html) {
        Raw raw = Raw.of(page, html);
        int start = raw.offset(0, last);
        int end = raw.offset(raw.text.length(), last);
        comments.addAll(CommentScanner.scan(page, start, end));
        // A tag parts words: "a<br>b" is two of them.
        add(' ', start);
        last = Math.max(last, end);
    }

    private void lineBreak() {
        add('\n', last);
    }

    private void add(char c, int offset) {
        int count = text.length();
        if (count + 1 >= offsets.length) {
            offsets = Arrays.copyOf(offsets, offsets.length * 2);
        }
        offsets[count] = Math.max(offset, count == 0 ? 0 : offsets[count - 1]);
        text.append(c);
        last = Math.max(last, offset + (c == '\n' ? 0 : 1));
    }

    private RichText result() {
        int[] mapped = Arrays.copyOf(offsets, text.length() + 1);
        mapped[text.length()] = Math.min(last, page.length());
        return new RichText(page.decode(text.toString(), mapped), codeSpans, links);
    }

    /** The characters a node was read from, line by line, with their offsets in the page. */
    private static final class Raw {
        private final String text;
        private final int[] starts;
        private final int[] offsets;

        private Raw(String text, int[] starts, int[] offsets) {
            this.text = text;
            this.starts = starts;
            this.offsets = offsets;
        }

        static Raw of(Fragment page, Node node) {
            List<SourceSpan> spans = node.getSourceSpans();
            StringBuilder joined = new StringBuilder();
            int[] starts = new int[spans.size()];
            int[] offsets = new int[spans.size()];
            int previousEnd = -1;
            for (int i = 0; i < spans.size(); i++) {
                SourceSpan span = spans.get(i);
                boolean sameLine = i > 0 && spans.get(i - 1).getLineIndex() == span.getLineIndex();
                if (i > 0 && !(sameLine && previousEnd == span.getInputIndex())) {
                    joined.append('\n');
                }
                starts[i] = joined.length();
                offsets[i] = span.getInputIndex();
                previousEnd = Math.min(page.length(), span.getInputIndex() + span.getLength());
                joined.append(page.text(), span.getInputIndex(), previousEnd);
            }
            return new Raw(joined.toString(), starts, offsets);
        }

        /** The offset in the page of an offset in this text. */
        int offset(int at, int fallback) {
            if (starts.length == 0) {
                return fallback;
            }
            int found = Arrays.binarySearch(starts, at);
            int line = found >= 0 ? found : Math.max(0, -found - 2);
            return offsets[line] + at - starts[line];
        }

        Span span(Fragment page, int fallback) {
            return page.toSource(offset(0, fallback), offset(text.length(), fallback));
        }
    }
}
