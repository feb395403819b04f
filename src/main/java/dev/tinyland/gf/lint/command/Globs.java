package dev.tinyland.gf.lint.command;

import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.lint.discovery.Glob;
import java.util.ArrayList;
import java.util.List;

/** Lists of patterns as options and inputs carry them: separated by line breaks, and by commas outside of braces. */
final class Globs {
    private Globs() {}

    static List<Glob> of(String option, List<String> values) {
        List<Glob> globs = new ArrayList<>();
        for (String value : values) {
            for (String pattern : split(value)) {
                try {
                    globs.add(Glob.of(pattern));
                } catch (IllegalArgumentException wrong) {
                    throw new InputException(option, "--" + option + " is no path pattern: " + wrong.getMessage());
                }
            }
        }
        return globs;
    }

    static List<String> split(String value) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= value.length(); i++) {
            char c = i == value.length() ? '\n' : value.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == '\n' || c == '\r' || c == ',' && depth <= 0) {
                String part = value.substring(from, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                from = i + 1;
            }
        }
        return parts;
    }
}
