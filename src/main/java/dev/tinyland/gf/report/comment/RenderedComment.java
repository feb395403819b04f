package dev.tinyland.gf.report.comment;

import java.util.List;

/**
 * A comment ready to be posted.
 *
 * @param parts the texts, one comment each, none empty
 * @param digest SHA-256 of what was judged and found, in hexadecimal; times and run do not change it
 * @param headSha commit that was judged
 * @param leftOut how many blocks did not fit
 */
public record RenderedComment(List<String> parts, String digest, String headSha, int leftOut) {
    public RenderedComment {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a comment has a text");
        }
    }
}
