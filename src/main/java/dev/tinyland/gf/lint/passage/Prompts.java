package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.text.Fragment;
import java.util.Arrays;

/** Takes the commands out of a terminal session: lines after a {@code $} prompt, with the lines that continue them. */
final class Prompts {
    private Prompts() {}

    /** The commands alone where any line has a prompt, else the text as it is. */
    static Fragment strip(Fragment session) {
        String text = session.text();
        if (!text.contains("$ ")) {
            return session;
        }
        StringBuilder commands = new StringBuilder(text.length());
        int[] offsets = new int[text.length() + 1];
        boolean prompted = false;
        boolean continued = false;
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline + 1;
            int from = start;
            while (from < end && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
                from++;
            }
            boolean prompt = text.startsWith("$ ", from);
            if (prompt || continued) {
                prompted |= prompt;
                for (int i = prompt ? from + 2 : start; i < end; i++) {
                    offsets[commands.length()] = i;
                    commands.append(text.charAt(i));
                }
                continued = text.substring(start, end).stripTrailing().endsWith("\\");
            }
            start = end;
        }
        if (!prompted) {
            return session;
        }
        offsets[commands.length()] = text.length();
        return session.decode(commands.toString(), Arrays.copyOf(offsets, commands.length() + 1));
    }
}
