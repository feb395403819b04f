package dev.tinyland.gf.lint.changes;

import java.util.BitSet;

/** Lines of a file, 1-based. */
public final class Lines {
    private final BitSet lines;
    private final boolean all;

    private Lines(BitSet lines, boolean all) {
        this.lines = lines;
        this.all = all;
    }

    static Lines all() {
        return new Lines(new BitSet(), true);
    }

    /**
     * The changed lines of the new side of a unified diff without context. Of a removal the lines on both sides count.
     *
     * @throws IllegalArgumentException if a hunk's header cannot be read
     */
    static Lines ofDiff(String diff) {
        BitSet lines = new BitSet();
        int left = 0;
        for (String line : diff.lines().toList()) {
            // Inside a hunk a line of content may look like a header.
            if (left > 0) {
                left -= line.startsWith("\\") ? 0 : 1;
            } else if (line.startsWith("@@ ")) {
                int minus = line.indexOf('-');
                int plus = line.indexOf('+');
                int end = line.indexOf(" @@", plus);
                if (minus < 0 || plus < minus || end < 0) {
                    throw new IllegalArgumentException("no header of a hunk: " + line);
                }
                int[] before = range(line.substring(minus + 1, plus).strip());
                int[] after = range(line.substring(plus + 1, end));
                left = before[1] + after[1];
                if (after[1] == 0) {
                    lines.set(Math.max(1, after[0]), after[0] + 2);
                } else {
                    lines.set(after[0], after[0] + after[1]);
                }
            }
        }
        return new Lines(lines, false);
    }

    private static int[] range(String text) {
        int comma = text.indexOf(',');
        int start = Integer.parseInt(comma < 0 ? text : text.substring(0, comma));
        return new int[] {start, comma < 0 ? 1 : Integer.parseInt(text.substring(comma + 1))};
    }

    boolean touch(int first, int last) {
        if (all) {
            return true;
        }
        int changed = lines.nextSetBit(first);
        return changed >= 0 && changed <= last;
    }
}
