package dev.tinyland.gf.markdown;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;

/**
 * An HTML comment.
 *
 * @param content what stands between {@code <!--} and {@code -->}
 * @param ownLine whether nothing else stands on its lines
 * @param span markers included
 */
public record MarkdownComment(Fragment content, boolean ownLine, Span span) {}
