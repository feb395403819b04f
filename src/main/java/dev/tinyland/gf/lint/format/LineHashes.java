package dev.tinyland.gf.lint.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The identity GitHub's code scanning gives a line: a polynomial over the hundred characters from its start, blanks and
 * tabs left out, and which of the equal ones it is. GitHub's uploader computes the same and warns of every result whose
 * value differs (github/codeql-action, issue 4052), while its API computes nothing and doubles alerts without it; so the
 * value has to be this one.
 */
final class LineHashes {
    private static final int WINDOW = 100;
    private static final long BASE = 37;

    /** What the algorithm takes for the character after the last. */
    private static final char END = '\uffff';

    private final List<String> hashes;

    private LineHashes(List<String> hashes) {
        this.hashes = hashes;
    }

    static LineHashes of(String text) {
        StringBuilder counted = new StringBuilder(text.length() + 1);
        List<Integer> starts = new ArrayList<>();
        boolean atStart = true;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? END : text.charAt(i);
            if (c == ' ' || c == '\t' || (c == '\n' && i > 0 && text.charAt(i - 1) == '\r')) {
                continue;
            }
            if (atStart) {
                starts.add(counted.length());
            }
            char normal = c == '\r' ? '\n' : c;
            counted.append(normal);
            atStart = normal == '\n';
        }
        Map<String, Integer> seen = new HashMap<>();
        List<String> hashes = new ArrayList<>(starts.size());
        for (int start : starts) {
            long hash = 0;
            for (int i = start; i < start + WINDOW; i++) {
                hash = hash * BASE + (i < counted.length() ? counted.charAt(i) : 0);
            }
            String hex = Long.toHexString(hash);
            hashes.add(hex + ":" + seen.merge(hex, 1, Integer::sum));
        }
        return new LineHashes(hashes);
    }

    /** @param line 1-based */
    String of(int line) {
        return hashes.get(Math.min(line, hashes.size()) - 1);
    }

    int lines() {
        return hashes.size();
    }
}
