package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.markdown.MarkdownDocument;
import java.util.List;

/**
 * What a page was understood as.
 *
 * @param page the page; where it has a problem nothing else is here
 * @param passages in the order of the page
 * @param fences its blocks of code, for rules that need a whole example
 */
public record DocumentReading(MarkdownDocument page, List<Passage> passages, List<Fence> fences) {

    public DocumentReading {
        passages = List.copyOf(passages);
        fences = List.copyOf(fences);
    }
}
