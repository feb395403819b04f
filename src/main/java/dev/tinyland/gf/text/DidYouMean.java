package dev.tinyland.gf.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word somebody probably meant. */
public final class DidYouMean {
    private DidYouMean() {}

    /**
     * The nearest known word, where one is near enough: at most a third of the longer word's characters differ, letter
     * case left out of account. A transposition counts as one difference. Of equally near words the first wins.
     */
    public static Optional<String> among(Collection<String> known, String written) {
        String wanted = written.toLowerCase(Locale.ROOT);
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = distance(candidate.toLowerCase(Locale.ROOT), wanted);
            int allowed = Math.max(1, Math.max(candidate.length(), written.length()) / 3);
            if (distance <= allowed && distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                int least = Math.min(cost[i - 1][j] + 1, Math.min(cost[i][j - 1] + 1, cost[i - 1][j - 1] + change));
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    least = Math.min(least, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = least;
            }
        }
        return cost[from.length()][to.length()];
    }
}
