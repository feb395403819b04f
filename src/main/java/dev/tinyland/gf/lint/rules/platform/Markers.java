package dev.tinyland.gf.lint.rules.platform;

import java.util.Arrays;
import java.util.Collection;

/** Cheap looks at a text before anything is taken apart: most texts name nothing of interest. */
final class Markers {
    private Markers() {}

    static boolean in(String text, Collection<String> markers) {
        return markers.stream().anyMatch(text::contains);
    }

    /** Whether a text contains one of these, whatever its case. */
    static boolean inAnyCase(String text, String... markers) {
        return Arrays.stream(markers).anyMatch(marker -> containsAnyCase(text, marker));
    }

    private static boolean containsAnyCase(String text, String marker) {
        for (int i = 0; i + marker.length() <= text.length(); i++) {
            if (text.regionMatches(true, i, marker, 0, marker.length())) {
                return true;
            }
        }
        return false;
    }
}
