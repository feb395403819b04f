package dev.tinyland.gf.tofu;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of OpenTofu.
 *
 * @param suffix what follows the numbers, such as {@code -rc1}, or empty
 */
public record TofuVersion(int major, int minor, int patch, String suffix) implements Comparable<TofuVersion> {
    private static final Pattern TEXT = Pattern.compile("v?(\\d{1,5})\\.(\\d{1,5})\\.(\\d{1,5})([-+][0-9A-Za-z.+-]*)?");

    public static Optional<TofuVersion> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new TofuVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                matcher.group(4) == null ? "" : matcher.group(4)));
    }

    /** Whether it is this release line or a later one. */
    public boolean isAtLeast(int otherMajor, int otherMinor) {
        return major > otherMajor || (major == otherMajor && minor >= otherMinor);
    }

    /** By the numbers; a pre-release counts as its release. */
    @Override
    public int compareTo(TofuVersion other) {
        return Comparator.comparingInt(TofuVersion::major)
                .thenComparingInt(TofuVersion::minor)
                .thenComparingInt(TofuVersion::patch)
                .thenComparing(TofuVersion::suffix)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch + suffix;
    }
}
