package dev.tinyland.gf.shell;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which commands end what they stand in, and which say that something is wrong. */
final class Refusals {
    private static final Set<String> LEAVING = Set.of("exit", "return", "continue", "break");
    private static final Set<String> REFUSING = Set.of("false", "die", "fail", "fatal", "abort", "panic");
    private static final List<String> COMPLAINTS =
            List.of("::error", "error:", "refus", "forbidden", "not allowed", "out of contract", "must not");

    private static final List<String> REJECTIONS = List.of(
            "out of contract", "forbidden", "not allowed", "must not", "refus", "retired", "no longer", " is gone");

    private Refusals() {}

    /** Whether a message says of a thing that it must not be used. */
    static boolean rejects(ShellCommand message) {
        return message.words().stream()
                .map(word -> word.text().toLowerCase(Locale.ROOT))
                .anyMatch(text -> REJECTIONS.stream().anyMatch(text::contains));
    }

    static boolean leaves(Draft.Command command) {
        return !command.words.isEmpty()
                && LEAVING.contains(command.words.getFirst().text());
    }

    static boolean refuses(Draft.Command command) {
        if (command.words.isEmpty()) {
            return false;
        }
        String name = command.words.getFirst().text();
        String first = command.words.size() > 1 ? command.words.get(1).text() : "";
        return switch (name) {
            case "exit", "return" -> !first.isEmpty() && !first.equals("0");
            case "echo", "printf" -> command.words.stream().anyMatch(Refusals::complains);
            default -> REFUSING.contains(name) || name.startsWith("fail_") || name.endsWith("_error");
        };
    }

    private static boolean complains(ShellWord word) {
        String text = word.text().toLowerCase(Locale.ROOT);
        return COMPLAINTS.stream().anyMatch(text::contains);
    }
}
