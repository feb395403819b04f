package dev.tinyland.gf.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds what may be a host name in any text: URLs, service DNS names, bare words. A name is a whole run of letters,
 * digits, dots, hyphens and underscores, so a known name is never found inside a longer one, nor in a regular expression
 * that escapes its dots.
 */
public final class HostScanner {
    private static final int LONGEST_PORT = 5;

    private HostScanner() {}

    /** The runs of host characters in the order of the text. */
    public static List<HostMention> scan(String text) {
        List<HostMention> mentions = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (!isHostCharacter(text.charAt(at))) {
                at++;
                continue;
            }
            int runEnd = at;
            while (runEnd < text.length() && isHostCharacter(text.charAt(runEnd))) {
                runEnd++;
            }
            mention(text, at, runEnd).ifPresent(mentions::add);
            at = runEnd;
        }
        return mentions;
    }

    private static Optional<HostMention> mention(String text, int runStart, int runEnd) {
        int start = runStart;
        int end = runEnd;
        while (start < end && text.charAt(start) == '.') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == '.') {
            end--;
        }
        if (start == end || isScheme(text, runEnd)) {
            return Optional.empty();
        }
        String host = text.substring(start, end).toLowerCase(Locale.ROOT);
        return Optional.of(new HostMention(host, scheme(text, runStart), port(text, runEnd), start, end));
    }

    private static boolean isScheme(String text, int runEnd) {
        return text.startsWith("://", runEnd);
    }

    private static Optional<String> scheme(String text, int runStart) {
        int at = runStart;
        if (at > 0 && text.charAt(at - 1) == '@') {
            at--;
            while (at > 0 && isUserinfoCharacter(text.charAt(at - 1))) {
                at--;
            }
        }
        if (at < 3 || !text.startsWith("://", at - 3)) {
            return Optional.empty();
        }
        int end = at - 3;
        int start = end;
        while (start > 0 && isSchemeCharacter(text.charAt(start - 1))) {
            start--;
        }
        return start == end
                ? Optional.empty()
                : Optional.of(text.substring(start, end).toLowerCase(Locale.ROOT));
    }

    private static Optional<Integer> port(String text, int runEnd) {
        if (runEnd >= text.length() || text.charAt(runEnd) != ':') {
            return Optional.empty();
        }
        int end = runEnd + 1;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        int digits = end - runEnd - 1;
        if (digits == 0 || digits > LONGEST_PORT) {
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text.substring(runEnd + 1, end)));
    }

    private static boolean isHostCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
    }

    private static boolean isSchemeCharacter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '+';
    }

    private static boolean isUserinfoCharacter(char c) {
        return !Character.isWhitespace(c) && c != '/' && c != '"' && c != '\'';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
