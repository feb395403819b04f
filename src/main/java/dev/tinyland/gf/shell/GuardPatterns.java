package dev.tinyland.gf.shell;

import java.util.List;
import java.util.Set;

/** Finds the words of a command that are patterns: of {@code [[ … =~ … ]]} and of the grep family. */
final class GuardPatterns {
    private static final Set<String> SEARCHES = Set.of("grep", "egrep", "fgrep", "rg", "zgrep", "ag");
    private static final Set<String> WITH_VALUE = Set.of("-A", "-B", "-C", "-m", "-f", "-t", "-g", "--type", "--glob");

    private GuardPatterns() {}

    static boolean searches(ShellCommand command) {
        return SEARCHES.contains(command.name().name());
    }

    static void note(Draft.Command command, CommandReader reader) {
        List<ShellWord> words = command.words;
        if (words.isEmpty()) {
            return;
        }
        String name = words.getFirst().text();
        if (name.equals("[[")) {
            for (int i = 1; i + 1 < words.size(); i++) {
                if (words.get(i).text().equals("=~")) {
                    reader.notePattern(words.get(i + 1));
                }
            }
            return;
        }
        int from = name.equals("git") && words.size() > 1 && words.get(1).text().equals("grep") ? 2 : 1;
        if (from == 2 || SEARCHES.contains(name)) {
            notePatterns(words.subList(from, words.size()), reader);
        }
    }

    private static void notePatterns(List<ShellWord> arguments, CommandReader reader) {
        boolean named = false;
        for (int i = 0; i < arguments.size(); i++) {
            String text = arguments.get(i).text();
            boolean shortExpression = text.startsWith("-") && !text.startsWith("--") && text.endsWith("e");
            if ((shortExpression || text.equals("--regexp")) && i + 1 < arguments.size()) {
                reader.notePattern(arguments.get(++i));
                named = true;
            } else if (text.startsWith("--regexp=")) {
                reader.notePattern(arguments.get(i));
                named = true;
            } else if (text.equals("--") && !named && i + 1 < arguments.size()) {
                reader.notePattern(arguments.get(i + 1));
                return;
            } else if (WITH_VALUE.contains(text)) {
                i++;
            } else if (!text.startsWith("-") && !named) {
                reader.notePattern(arguments.get(i));
                return;
            }
        }
    }
}
