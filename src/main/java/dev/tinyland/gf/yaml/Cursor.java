package dev.tinyland.gf.yaml;

import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.List;

/** Where a parser stands in a text whose only line break is the line feed, and the comments it passed on its way. */
final class Cursor {
    /** SnakeYAML looks no further for the colon that makes a key. */
    private static final int LONGEST_KEY = 1024;

    private final Fragment fragment;
    private final char[] text;
    private final int length;
    private final List<YamlComment> comments = new ArrayList<>();
    private int at;
    private int lineStart;
    private int lastEnd;
    private int lastLine;

    /** @param text the characters of the fragment */
    Cursor(Fragment fragment, char[] text) {
        this.fragment = fragment;
        this.text = text;
        this.length = text.length;
    }

    Fragment fragment() {
        return fragment;
    }

    List<YamlComment> comments() {
        return comments;
    }

    int at() {
        return at;
    }

    void moveTo(int offset) {
        at = offset;
    }

    void moveTo(int offset, int startOfLine) {
        at = offset;
        lineStart = startOfLine;
    }

    int lineStart() {
        return lineStart;
    }

    /** Of where it stands, counted from 0. */
    int column() {
        return at - lineStart;
    }

    boolean atEnd() {
        return at >= length;
    }

    char peek() {
        return text[at];
    }

    /** Notes that content ends there; the cursor still stands on its last line. */
    void contentEnds(int offset) {
        lastEnd = offset;
        lastLine = lineStart;
    }

    /** Notes that nothing stands where content could, after the cursor went on. */
    void nothingEnds(int offset) {
        lastEnd = offset;
    }

    /** Behind the last content; a block collection ends there. */
    int lastEnd() {
        return lastEnd;
    }

    /** Whether it still stands on the line on which the last content ended. */
    boolean onLastLine() {
        return lineStart == lastLine;
    }

    /** Passes blanks, line breaks and comments; afterwards a token or the end stands here. */
    void skip() {
        while (at < length) {
            char c = text[at];
            if (c == ' ') {
                at++;
            } else if (c == '\n') {
                at++;
                lineStart = at;
            } else if (c == '#') {
                skipComment();
            } else if (c == '\t') {
                throw new Uncommon();
            } else {
                return;
            }
        }
    }

    void skipComment() {
        boolean ownLine = true;
        for (int i = at - 1; i >= lineStart && ownLine; i--) {
            ownLine = text[i] == ' ';
        }
        if (!ownLine && text[at - 1] != ' ') {
            throw new Uncommon();
        }
        int end = endOfLine(at);
        comments.add(new YamlComment(fragment.slice(at, end), ownLine));
        at = end;
    }

    int endOfLine(int from) {
        int end = from;
        while (end < length && text[end] != '\n') {
            end++;
        }
        return end;
    }

    /** Whether a blank, a line break or the end stands there. */
    boolean isBlank(int offset) {
        if (offset >= length) {
            return true;
        }
        char c = text[offset];
        return c == ' ' || c == '\n';
    }

    /** Whether an item of a block sequence starts here. */
    boolean itemStarts() {
        return at < length && text[at] == '-' && isBlank(at + 1);
    }

    boolean documentStarts() {
        return at == lineStart && isTriple('-', at) && isBlank(at + 3);
    }

    /** A document's start or end stands at the start of a line only. */
    void refuseDocumentMarker() {
        if (at == lineStart && isDocumentMarker(at)) {
            throw new Uncommon();
        }
    }

    /** At the start of a line: whether a document may start or end there. */
    boolean isDocumentMarker(int offset) {
        return isTriple('-', offset) || isTriple('.', offset);
    }

    private boolean isTriple(char c, int offset) {
        return offset + 2 < length && text[offset] == c && text[offset + 1] == c && text[offset + 2] == c;
    }

    int afterBlanks(int from) {
        int i = from;
        while (i < length && text[i] == ' ') {
            i++;
        }
        return i;
    }

    /** Whether what stands there, on one line, is a key: a colon and a blank follow it. */
    boolean isKey(int from, int end) {
        int colon = afterBlanks(end);
        return end > from && colon < length && text[colon] == ':' && isBlank(colon + 1) && colon - from <= LONGEST_KEY;
    }
}
