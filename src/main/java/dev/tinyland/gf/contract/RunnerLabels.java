package dev.tinyland.gf.contract;

import java.util.List;

/**
 * Which labels a lane may have.
 *
 * @param prefix what every lane label of the platform starts with
 * @param maximumLength longest name of a scale set that leaves room for what ARC appends, in characters
 * @param shared labels of the shared lanes
 * @param suffixes capability words that may follow a shared label or the prefix
 * @param forbiddenTokens words of projects and machines, which a label never carries
 * @param operatorLane the lane that runs operator probes
 */
public record RunnerLabels(
        String prefix,
        int maximumLength,
        List<String> shared,
        List<String> suffixes,
        List<String> forbiddenTokens,
        String operatorLane) {

    public RunnerLabels {
        shared = List.copyOf(shared);
        suffixes = List.copyOf(suffixes);
        forbiddenTokens = List.copyOf(forbiddenTokens);
    }

    /** Whether a label is a shared one, or the prefix or a shared one followed by capability suffixes only. */
    public boolean admits(String label) {
        if (label.length() > maximumLength || carriesForbiddenToken(label)) {
            return false;
        }
        if (shared.contains(label) || onlySuffixes(label, prefix)) {
            return true;
        }
        return shared.stream().anyMatch(base -> onlySuffixes(label, base + "-"));
    }

    /** Whether a forbidden token stands in the label as a whole run of its words. */
    public boolean carriesForbiddenToken(String label) {
        String padded = "-" + label + "-";
        return forbiddenTokens.stream().anyMatch(token -> padded.contains("-" + token + "-"));
    }

    private boolean onlySuffixes(String label, String start) {
        if (!label.startsWith(start) || label.length() == start.length()) {
            return false;
        }
        return List.of(label.substring(start.length()).split("-", -1)).stream().allMatch(suffixes::contains);
    }
}
