package dev.tinyland.gf.shell;

import java.util.Collection;
import java.util.Locale;

/** A cheap look at a script before it is parsed: most scripts run none of the programs that somebody asks for. */
public final class ProgramHint {
    private ProgramHint() {}

    /**
     * False only where no command of the script can have one of these names, however it is quoted or broken over lines.
     *
     * @param script the script as it stands in the file
     * @param programs names of programs in small letters, as {@link CommandName} gives them, which takes them from names of
     *     variables too
     */
    public static boolean mayRun(String script, Collection<String> programs) {
        String plain = unquoted(script).toLowerCase(Locale.ROOT);
        for (String program : programs) {
            if (plain.contains(program)) {
                return true;
            }
        }
        return false;
    }

    private static String unquoted(String script) {
        int first = nextQuote(script, 0);
        if (first == script.length()) {
            return script;
        }
        StringBuilder plain = new StringBuilder(script.length()).append(script, 0, first);
        for (int at = first; at < script.length(); ) {
            char c = script.charAt(at);
            if (c == '\\' && at + 1 < script.length() && script.charAt(at + 1) == '\n') {
                at += 2;
            } else {
                at++;
            }
            int next = nextQuote(script, at);
            plain.append(script, at, next);
            at = next;
        }
        return plain.toString();
    }

    private static int nextQuote(String script, int from) {
        int at = from;
        while (at < script.length()) {
            char c = script.charAt(at);
            if (c == '\'' || c == '"' || c == '\\') {
                return at;
            }
            at++;
        }
        return at;
    }
}
