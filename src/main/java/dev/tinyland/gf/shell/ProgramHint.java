package dev.tinyland.gf.shell;

import java.util.Collection;

/** A cheap look at a script before it is parsed: most scripts run none of the programs that somebody asks for. */
public final class ProgramHint {
    /** Quotes in which a character may stand as its code. */
    private static final String CODES = "$'";

    private ProgramHint() {}

    /**
     * False only where no command of the script can have one of these names, however it is quoted or broken over lines.
     *
     * @param script the script as it stands in the file
     * @param programs names of programs in small letters, as {@link CommandName} gives them, which takes them from names of
     *     variables too; or what stands in their arguments
     */
    public static boolean mayRun(String script, Collection<String> programs) {
        if (script.contains(CODES)) {
            return true;
        }
        for (String program : programs) {
            if (holds(script, program)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(String script, String word) {
        char small = word.charAt(0);
        char capital = Character.toUpperCase(small);
        int length = script.length();
        for (int at = 0; at < length; at++) {
            char c = script.charAt(at);
            if ((c == small || c == capital) && startsAt(script, at, word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word begins here, quotes and escaped line breaks passed over. */
    private static boolean startsAt(String script, int start, String word) {
        int at = start;
        int length = script.length();
        for (int i = 0; i < word.length(); at++) {
            if (at >= length) {
                return false;
            }
            char c = script.charAt(at);
            if (c == word.charAt(i) || Character.toLowerCase(c) == word.charAt(i)) {
                i++;
            } else if (i == 0) {
                return false;
            } else if (c == '\\' && at + 1 < length && script.charAt(at + 1) == '\n') {
                at++;
            } else if (c != '\'' && c != '"' && c != '\\') {
                return false;
            }
        }
        return true;
    }
}
