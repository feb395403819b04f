package dev.tinyland.gf.helm;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A semantic version, compared as semver 2.0.0 orders versions.
 *
 * @param preRelease what stands after the hyphen, empty for a release
 */
public record ChartVersion(int major, int minor, int patch, String preRelease) implements Comparable<ChartVersion> {
    private static final Pattern FORM =
            Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(?:-([0-9A-Za-z.-]+))?(?:\\+.*)?");
    private static final Comparator<ChartVersion> ORDER = Comparator.comparingInt(ChartVersion::major)
            .thenComparingInt(ChartVersion::minor)
            .thenComparingInt(ChartVersion::patch)
            .thenComparing(ChartVersion::preRelease, ChartVersion::comparePreReleases);

    public static Optional<ChartVersion> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new ChartVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                matcher.group(4) == null ? "" : matcher.group(4)));
    }

    public boolean sameMinor(ChartVersion other) {
        return major == other.major && minor == other.minor;
    }

    @Override
    public int compareTo(ChartVersion other) {
        return ORDER.compare(this, other);
    }

    /** A release stands above its pre-releases; identifiers are compared one by one, numbers as numbers and below words. */
    private static int comparePreReleases(String first, String second) {
        if (first.isEmpty() || second.isEmpty()) {
            return Boolean.compare(first.isEmpty(), second.isEmpty());
        }
        String[] ones = first.split("\\.", -1);
        String[] others = second.split("\\.", -1);
        for (int i = 0; i < Math.min(ones.length, others.length); i++) {
            int order = compareIdentifiers(ones[i], others[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(ones.length, others.length);
    }

    private static int compareIdentifiers(String first, String second) {
        boolean number = isNumber(first);
        boolean otherNumber = isNumber(second);
        if (number && otherNumber) {
            return Long.compare(Long.parseLong(first), Long.parseLong(second));
        }
        return number == otherNumber ? first.compareTo(second) : Boolean.compare(otherNumber, number);
    }

    private static boolean isNumber(String identifier) {
        return identifier.matches("\\d{1,18}");
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + (preRelease.isEmpty() ? "" : "-" + preRelease);
    }
}
