package dev.tinyland.gf.arc.plan;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A semantic version, compared as semver 2.0.0 orders versions, pre-releases by their text only.
 *
 * @param preRelease what stands after the hyphen, empty for a release
 */
public record ChartVersion(int major, int minor, int patch, String preRelease) implements Comparable<ChartVersion> {
    private static final Pattern FORM =
            Pattern.compile("v?(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6})(?:-([0-9A-Za-z.-]+))?(?:\\+.*)?");
    private static final Comparator<ChartVersion> ORDER = Comparator.comparingInt(ChartVersion::major)
            .thenComparingInt(ChartVersion::minor)
            .thenComparingInt(ChartVersion::patch)
            .thenComparing(version -> version.preRelease().isEmpty())
            .thenComparing(ChartVersion::preRelease);

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

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + (preRelease.isEmpty() ? "" : "-" + preRelease);
    }
}
