package dev.tinyland.gf.github.comment;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hidden first line of a comment of ours. It is believed only in a comment that our own token wrote.
 *
 * @param identity digest of the identity
 * @param family digest of the family, or empty
 * @param part number of this part, from 1
 * @param head commit that was judged
 * @param content digest of what was judged and found, or {@code superseded}, or {@code outdated}
 * @param text digest of the text below, which tells whether somebody edited it
 */
record CommentMarker(String identity, String family, int part, int parts, String head, String content, String text) {
    static final String SUPERSEDED = "superseded";
    static final String OUTDATED = "outdated";

    private static final Pattern LINE =
            Pattern.compile("\\A<!-- gf-comment v1 id=([0-9a-f]{32})(?: family=([0-9a-f]{32}))? part=([1-9])/([1-9])"
                    + " head=([0-9a-fA-F]{0,64}) content=([0-9a-z]{1,64}) text=([0-9a-f]{16}) -->\\R");
    private static final int TEXT_DIGITS = 16;

    /** A text under its marker. */
    static String mark(String identity, String family, int part, int parts, String head, String content, String text) {
        String sha = head.matches("[0-9a-fA-F]{0,64}") ? head : "";
        return "<!-- gf-comment v1 id=" + identity + (family.isEmpty() ? "" : " family=" + family) + " part=" + part
                + "/" + parts + " head=" + sha + " content=" + content + " text=" + digest(text) + " -->\n" + text;
    }

    static Optional<CommentMarker> of(String body) {
        Matcher line = LINE.matcher(body);
        return line.find()
                ? Optional.of(new CommentMarker(
                        line.group(1),
                        Optional.ofNullable(line.group(2)).orElse(""),
                        Integer.parseInt(line.group(3)),
                        Integer.parseInt(line.group(4)),
                        line.group(5),
                        line.group(6),
                        line.group(7)))
                : Optional.empty();
    }

    /** The text below the marker. */
    static String textOf(String body) {
        Matcher line = LINE.matcher(body);
        return line.find() ? body.substring(line.end()) : body;
    }

    /** Whether the text below is still the one that was posted. */
    boolean untouched(String body) {
        return text.equals(digest(textOf(body)));
    }

    private static String digest(String text) {
        return CommentIdentity.Digests.of(List.of(text.replace("\r\n", "\n").strip()))
                .substring(0, TEXT_DIGITS);
    }
}
