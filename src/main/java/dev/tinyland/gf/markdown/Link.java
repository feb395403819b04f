package dev.tinyland.gf.markdown;

import dev.tinyland.gf.text.Span;

/**
 * A link or an image.
 *
 * @param destination the address it leads to
 * @param start where its text begins in the text it belongs to
 * @param end where it ends there
 * @param showsItsAddress whether what the reader sees is the address itself, as in {@code <https://…>}
 * @param span the whole link as written
 */
public record Link(String destination, int start, int end, boolean showsItsAddress, Span span) {}
