package dev.tinyland.gf.shell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The literal values that a script's variables are given, by place. */
final class Variables {
    private final Map<String, NavigableMap<Integer, ShellWord>> values = new HashMap<>();

    void add(Assignment assignment) {
        assignment
                .value()
                .filter(ShellWord::literal)
                .ifPresent(value -> values.computeIfAbsent(assignment.name(), name -> new TreeMap<>())
                        .put(assignment.span().start(), value));
    }

    /** The last literal value given before this place of the file. */
    Optional<ShellWord> before(String name, int place) {
        return Optional.ofNullable(values.get(name))
                .map(byPlace -> byPlace.lowerEntry(place))
                .map(Map.Entry::getValue);
    }

    /** The variables a word refers to by {@code $X} or {@code ${X…}}. */
    static Set<String> names(ShellWord word) {
        Set<String> found = new HashSet<>();
        String text = word.text();
        int dollar = text.indexOf('$');
        while (dollar >= 0) {
            int from = text.startsWith("{", dollar + 1) ? dollar + 2 : dollar + 1;
            int to = from;
            while (to < text.length() && Assignments.isNamePart(text.charAt(to), to - from)) {
                to++;
            }
            if (to > from) {
                found.add(text.substring(from, to));
            }
            dollar = text.indexOf('$', Math.max(to, dollar + 1));
        }
        return found;
    }

    /** The variable a word is nothing but a reference to: {@code $X}, {@code ${X}}, {@code $(X)} in upper case, {@code {{x}}}. */
    static Optional<String> reference(ShellWord word) {
        String text = word.text();
        if (word.literal()) {
            return Optional.empty();
        }
        String name;
        if (text.startsWith("${{") && text.endsWith("}}")) {
            name = text.substring(3, text.length() - 2).strip();
            name = name.substring(name.lastIndexOf('.') + 1);
        } else if (text.startsWith("{{") && text.endsWith("}}")) {
            name = text.substring(2, text.length() - 2).strip();
        } else if (text.startsWith("${") && text.endsWith("}")) {
            name = text.substring(2, text.length() - 1);
        } else if (text.startsWith("$(") && text.endsWith(")")) {
            name = text.substring(2, text.length() - 1);
            if (!name.equals(name.toUpperCase(Locale.ROOT))) {
                return Optional.empty();
            }
        } else if (text.startsWith("$")) {
            name = text.substring(1);
        } else {
            return Optional.empty();
        }
        for (int i = 0; i < name.length(); i++) {
            if (!Assignments.isNamePart(name.charAt(i), i)) {
                return Optional.empty();
            }
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
