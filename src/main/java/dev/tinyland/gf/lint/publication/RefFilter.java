package dev.tinyland.gf.lint.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list of patterns over branch or tag names, as in {@code on.push.branches}: the last that matches decides, {@code !}
 * takes names out again. Source: GitHub's filter pattern cheat sheet ({@code *} stays within a segment, {@code **}
 * crosses them, {@code ?} and {@code +} follow a character, {@code [ ]} is a range).
 */
public record RefFilter(List<String> patterns) {

    /** Longest name and pattern that are compared; Git allows no longer ones in practice. */
    private static final int LONGEST = 256;

    public RefFilter {
        patterns = List.copyOf(patterns);
    }

    public boolean matches(String name) {
        boolean matches = false;
        for (String pattern : patterns) {
            boolean negative = pattern.startsWith("!");
            if (matches(negative ? pattern.substring(1) : pattern, name)) {
                matches = !negative;
            }
        }
        return matches;
    }

    private static boolean matches(String pattern, String name) {
        if (pattern.length() > LONGEST || name.length() > LONGEST) {
            return false;
        }
        boolean[] reached = new boolean[name.length() + 1];
        reached[0] = true;
        int at = 0;
        while (at < pattern.length()) {
            Atom atom = Atom.read(pattern, at);
            reached = atom.step(reached, name);
            at = atom.end();
        }
        return reached[name.length()];
    }

    /** Names that the filter lets through, one for each positive pattern where one can be made. */
    public List<String> samples() {
        List<String> samples = new ArrayList<>();
        for (String pattern : patterns) {
            if (!pattern.startsWith("!")) {
                sample(pattern).filter(this::matches).ifPresent(samples::add);
            }
        }
        return samples;
    }

    private static Optional<String> sample(String pattern) {
        StringBuilder name = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            Atom atom = Atom.read(pattern, at);
            name.append(atom.sample());
            at = atom.end();
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(name.toString());
    }

    /**
     * One part of a pattern.
     *
     * @param characters the characters it takes; empty for any
     * @param crossesSegments whether it takes slashes too
     * @param end where the next part begins
     */
    private record Atom(String characters, boolean crossesSegments, int least, int most, int end) {

        static Atom read(String pattern, int at) {
            char c = pattern.charAt(at);
            if (c == '*') {
                boolean twice = at + 1 < pattern.length() && pattern.charAt(at + 1) == '*';
                return new Atom("", twice, 0, Integer.MAX_VALUE, at + (twice ? 2 : 1));
            }
            int end = at + 1;
            String characters = String.valueOf(c);
            int close = c == '[' ? pattern.indexOf(']', at) : -1;
            if (close > at) {
                characters = range(pattern.substring(at + 1, close));
                end = close + 1;
            } else if (c == '\\' && end < pattern.length()) {
                characters = String.valueOf(pattern.charAt(end));
                end++;
            }
            char repeat = end < pattern.length() ? pattern.charAt(end) : ' ';
            return switch (repeat) {
                case '?' -> new Atom(characters, true, 0, 1, end + 1);
                case '+' -> new Atom(characters, true, 1, Integer.MAX_VALUE, end + 1);
                default -> new Atom(characters, true, 1, 1, end);
            };
        }

        private static String range(String body) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < body.length(); i++) {
                boolean between = i + 2 < body.length() && body.charAt(i + 1) == '-';
                if (between) {
                    for (char c = body.charAt(i); c <= body.charAt(i + 2) && c < 0x80; c++) {
                        all.append(c);
                    }
                    i += 2;
                } else {
                    all.append(body.charAt(i));
                }
            }
            return all.toString();
        }

        boolean[] step(boolean[] reached, String name) {
            boolean[] next = new boolean[reached.length];
            for (int start = 0; start < reached.length; start++) {
                if (!reached[start]) {
                    continue;
                }
                int taken = 0;
                int at = start;
                next[at] |= least == 0;
                while (at < name.length() && taken < most && takes(name.charAt(at))) {
                    at++;
                    taken++;
                    next[at] |= taken >= least;
                }
            }
            return next;
        }

        private boolean takes(char c) {
            return characters.isEmpty() ? crossesSegments || c != '/' : characters.indexOf(c) >= 0;
        }

        String sample() {
            return characters.isEmpty() ? "x" : String.valueOf(characters.charAt(0));
        }
    }
}
