package dev.tinyland.gf.lint.rules.platform;

import java.util.Collection;

/** Cheap looks at a text before anything is taken apart: most texts name nothing of interest. */
final class Markers {
    private Markers() {}

    static boolean in(String text, Collection<String> markers) {
        for (String marker : markers) {
            if (text.contains(marker)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text contains one of these, whatever its case. */
    static boolean inAnyCase(String text, String... markers) {
        for (String marker : markers) {
            if (containsAnyCase(text, marker)) {
                return true;
            }
        }
        return false;
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
