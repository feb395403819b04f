package dev.tinyland.gf.lint.fix;

import java.util.ArrayList;
import java.util.List;

/** Shows two texts of nearly the same lines as a unified diff. */
final class UnifiedDiff {
    private static final int CONTEXT = 3;

    private UnifiedDiff() {}

    static String of(String path, String before, String after) {
        List<String> old = lines(before);
        List<String> now = lines(after);
        StringBuilder out = new StringBuilder();
        out.append("--- a/").append(path).append('\n');
        out.append("+++ b/").append(path).append('\n');
        List<Change> changes = changes(old, now);
        int i = 0;
        while (i < changes.size()) {
            int j = i;
            while (j + 1 < changes.size()
                    && changes.get(j + 1).oldStart() - changes.get(j).oldEnd() <= 2 * CONTEXT) {
                j++;
            }
            hunk(changes.subList(i, j + 1), old, now, out);
            i = j + 1;
        }
        return out.toString();
    }

    /** Lines taken out and lines put in at one place; half open, 0-based. */
    private record Change(int oldStart, int oldEnd, int newStart, int newEnd) {}

    /**
     * Walks both texts side by side; where they part, the nearest pair of equal lines further on is where they meet again.
     * Fixes change a line or take it out, so that place is near.
     */
    private static List<Change> changes(List<String> old, List<String> now) {
        List<Change> changes = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                i++;
                j++;
                continue;
            }
            int[] meet = meet(old, now, i, j);
            changes.add(new Change(i, meet[0], j, meet[1]));
            i = meet[0];
            j = meet[1];
        }
        return changes;
    }

    private static int[] meet(List<String> old, List<String> now, int i, int j) {
        int most = old.size() - i + now.size() - j;
        for (int distance = 1; distance < most; distance++) {
            for (int ahead = 0; ahead <= distance; ahead++) {
                int a = i + distance - ahead;
                int b = j + ahead;
                if (a < old.size() && b < now.size() && old.get(a).equals(now.get(b))) {
                    return new int[] {a, b};
                }
            }
        }
        return new int[] {old.size(), now.size()};
    }

    private static void hunk(List<Change> changes, List<String> old, List<String> now, StringBuilder out) {
        int before = Math.min(CONTEXT, changes.getFirst().oldStart());
        int after = Math.min(CONTEXT, old.size() - changes.getLast().oldEnd());
        int oldStart = changes.getFirst().oldStart() - before;
        int oldEnd = changes.getLast().oldEnd() + after;
        int newStart = changes.getFirst().newStart() - before;
        int newEnd = changes.getLast().newEnd() + after;
        out.append("@@ -").append(range(oldStart, oldEnd));
        out.append(" +").append(range(newStart, newEnd)).append(" @@\n");
        int at = oldStart;
        for (Change change : changes) {
            for (; at < change.oldStart(); at++) {
                line(' ', old.get(at), out);
            }
            for (; at < change.oldEnd(); at++) {
                line('-', old.get(at), out);
            }
            for (int k = change.newStart(); k < change.newEnd(); k++) {
                line('+', now.get(k), out);
            }
        }
        for (; at < oldEnd; at++) {
            line(' ', old.get(at), out);
        }
    }

    /** Of no lines the line before them is named, as diff does. */
    private static String range(int start, int end) {
        int count = end - start;
        int first = count == 0 ? start : start + 1;
        return count == 1 ? Integer.toString(first) : first + "," + count;
    }

    private static void line(char mark, String line, StringBuilder out) {
        out.append(mark).append(line);
        if (!line.endsWith("\n")) {
            out.append("\n\\ No newline at end of file\n");
        }
    }

    /** Lines with their line feeds. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(at, end));
            at = end;
        }
        return lines;
    }
}
