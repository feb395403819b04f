package dev.tinyland.gf.lint.discovery;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern over paths relative to the root, in the words of {@code .gitignore}: {@code *} and {@code ?} stay within one
 * name, {@code **} crosses folders, {@code {a,b}} gives alternatives, a pattern without a slash matches a name at any
 * depth, and a pattern that names a folder takes all that is below it. Matching takes time linear in names times pattern
 * parts; there is no regular expression behind it.
 */
public final class Glob {
    private static final int MOST_ALTERNATIVES = 64;

    private final String pattern;
    private final List<List<String>> alternatives;

    private Glob(String pattern, List<List<String>> alternatives) {
        this.pattern = pattern;
        this.alternatives = alternatives;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if the pattern is empty, has unbalanced braces or too many alternatives
     */
    public static Glob of(String pattern) {
        if (pattern.isBlank()) {
            throw new IllegalArgumentException("an empty pattern matches nothing");
        }
        List<String> expanded = new ArrayList<>();
        expand(pattern, expanded);
        return new Glob(pattern, expanded.stream().map(Glob::segments).toList());
    }

    private static void expand(String pattern, List<String> into) {
        int open = pattern.indexOf('{');
        if (open < 0) {
            if (pattern.indexOf('}') >= 0) {
                throw new IllegalArgumentException("a closing brace without an opening one");
            }
            if (into.size() == MOST_ALTERNATIVES) {
                throw new IllegalArgumentException("more than " + MOST_ALTERNATIVES + " alternatives");
            }
            into.add(pattern);
            return;
        }
        int depth = 0;
        int from = open + 1;
        List<String> parts = new ArrayList<>();
        for (int i = open; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' || c == ',') {
                if (depth == 1) {
                    parts.add(pattern.substring(from, i));
                    from = i + 1;
                }
                if (c == '}' && --depth == 0) {
                    String before = pattern.substring(0, open);
                    String after = pattern.substring(i + 1);
                    parts.forEach(part -> expand(before + part + after, into));
                    return;
                }
            }
        }
        throw new IllegalArgumentException("an opening brace without a closing one");
    }

    private static List<String> segments(String pattern) {
        String rest = pattern.startsWith("./") ? pattern.substring(2) : pattern;
        boolean anchored = rest.startsWith("/");
        while (rest.startsWith("/")) {
            rest = rest.substring(1);
        }
        while (rest.endsWith("/")) {
            rest = rest.substring(0, rest.length() - 1);
        }
        List<String> segments = new ArrayList<>();
        if (!anchored && rest.indexOf('/') < 0) {
            segments.add("**");
        }
        for (String segment : rest.split("/", -1)) {
            boolean repeated = segment.equals("**")
                    && !segments.isEmpty()
                    && segments.getLast().equals("**");
            if (!segment.isEmpty() && !repeated) {
                segments.add(segment);
            }
        }
        return List.copyOf(segments);
    }

    /** Whether the path, or a folder it lies in, matches. */
    public boolean matches(String path) {
        String[] names = path.split("/");
        for (List<String> segments : alternatives) {
            if (matches(segments, names)) {
                return true;
            }
        }
        return false;
    }

    /** {@code reached[j]}: the segments so far can end before name {@code j}. */
    private static boolean matches(List<String> segments, String[] names) {
        boolean[] reached = new boolean[names.length + 1];
        reached[0] = true;
        for (String segment : segments) {
            boolean[] next = new boolean[names.length + 1];
            boolean any = false;
            for (int i = 0; i <= names.length; i++) {
                if (segment.equals("**")) {
                    any |= reached[i];
                    next[i] = any;
                } else if (i < names.length && reached[i] && matchesName(segment, names[i])) {
                    next[i + 1] = true;
                }
            }
            reached = next;
        }
        for (boolean end : reached) {
            if (end) {
                return true;
            }
        }
        return false;
    }

    private static boolean matchesName(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int resume = 0;
        while (n < name.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = n;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == name.charAt(n))) {
                p++;
                n++;
            } else if (star >= 0) {
                p = star + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** The pattern as written. */
    @Override
    public String toString() {
        return pattern;
    }
}
