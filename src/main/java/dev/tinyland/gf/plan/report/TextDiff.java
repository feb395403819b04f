package dev.tinyland.gf.plan.report;

import java.util.ArrayList;
import java.util.List;

/** The lines by which two texts differ, one line of context around each place. */
final class TextDiff {
    /** Comparing longer texts costs their lengths multiplied. */
    private static final int MOST_LINES = 600;

    private TextDiff() {}

    /** Whether the texts are short enough to be compared. */
    static boolean canCompare(List<String> before, List<String> after) {
        return before.size() <= MOST_LINES && after.size() <= MOST_LINES;
    }

    static List<DiffLine> between(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<DiffLine> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                lines.add(new DiffLine(' ', before.get(i)));
                i++;
                j++;
            } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new DiffLine('-', before.get(i++)));
            } else {
                lines.add(new DiffLine('+', after.get(j++)));
            }
        }
        return nearChanges(lines);
    }

    private static List<DiffLine> nearChanges(List<DiffLine> lines) {
        List<DiffLine> near = new ArrayList<>();
        boolean gap = false;
        for (int i = 0; i < lines.size(); i++) {
            boolean shown = lines.get(i).sign() != ' '
                    || (i > 0 && lines.get(i - 1).sign() != ' ')
                    || (i + 1 < lines.size() && lines.get(i + 1).sign() != ' ');
            if (shown) {
                near.add(lines.get(i));
                gap = false;
            } else if (!gap) {
                near.add(new DiffLine(' ', "…"));
                gap = true;
            }
        }
        return near;
    }
}
