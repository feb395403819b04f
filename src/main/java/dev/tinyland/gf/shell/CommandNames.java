package dev.tinyland.gf.shell;

import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the program a command comes down to, and the scripts it hands to a shell. */
final class CommandNames {
    private static final int ROUNDS = 16;
    private static final List<String> VARIABLE_ENDINGS =
            List.of("_command", "_binary", "_path", "_cmd", "_bin", "_cli", "_exe");
    private static final Set<String> NIX_ONE_VALUE = Set.of(
            "--extra-experimental-features",
            "--experimental-features",
            "--inputs-from",
            "--file",
            "-f",
            "--expr",
            "-I",
            "--system",
            "--max-jobs",
            "-j",
            "--profile",
            "--store",
            "--eval-store");
    private static final Set<String> NIX_TWO_VALUES = Set.of("--option", "--override-input", "--arg", "--argstr");

    private final Variables variables;

    /**
     * What was found.
     *
     * @param assignments variables set by {@code env} and {@code sudo}
     * @param scripts texts that a shell reads as scripts
     */
    record Found(CommandName name, List<Assignment> assignments, List<Fragment> scripts, boolean readsInput) {}

    CommandNames(Variables variables) {
        this.variables = variables;
    }

    Found find(List<ShellWord> command, int place) {
        List<ShellWord> words = command;
        List<String> wrappers = new ArrayList<>();
        List<Assignment> assignments = new ArrayList<>();
        boolean certain = true;
        for (int round = 0; round < ROUNDS && !words.isEmpty(); round++) {
            ShellWord first = words.getFirst();
            List<ShellWord> arguments = words.subList(1, words.size());
            Optional<String> reference = Variables.reference(first);
            if (reference.isPresent()) {
                List<ShellWord> value = split(variables.before(reference.get(), place));
                if (!value.isEmpty() && Variables.reference(value.getFirst()).isEmpty()) {
                    value = new ArrayList<>(value);
                    value.addAll(arguments);
                    words = value;
                    continue;
                }
                certain = false;
                return found(program(reference.get()), arguments, wrappers, certain, assignments, List.of(), false);
            }
            String name = baseName(first.text());
            if (name.equals("nix") || name.startsWith("nix ")) {
                Optional<List<ShellWord>> run = nix(arguments, wrappers);
                if (run.isPresent()) {
                    words = run.get();
                    if (wrappers.getLast().equals("nix run")) {
                        String flake = words.getFirst().text();
                        return found(
                                installable(flake),
                                afterDashes(words.subList(1, words.size())),
                                wrappers,
                                certain,
                                assignments,
                                List.of(),
                                false);
                    }
                    continue;
                }
            }
            if (name.equals("find") || name.equals("fd")) {
                Optional<List<ShellWord>> executed = executedByFind(arguments);
                if (executed.isPresent()) {
                    wrappers.add(name);
                    words = executed.get();
                    continue;
                }
            }
            Optional<Map.Entry<String, Wrappers.Wrapper>> wrapper = Wrappers.find(name, arguments);
            if (wrapper.isPresent()) {
                List<ShellWord> inner = unwrap(wrapper.get(), arguments, assignments);
                if (!inner.isEmpty()) {
                    wrappers.add(wrapper.get().getKey());
                    if (inner.getFirst().text().equals("-c") && inner.size() > 1) {
                        return found(
                                name,
                                arguments,
                                wrappers,
                                certain,
                                assignments,
                                List.of(inner.get(1).content()),
                                false);
                    }
                    words = inner;
                    continue;
                }
            }
            List<Fragment> scripts = scripts(name, arguments);
            boolean readsInput = Wrappers.SHELLS.contains(name) && scripts.isEmpty() && readsInput(arguments);
            return found(name, arguments, wrappers, certain, assignments, scripts, readsInput);
        }
        return found("", words, wrappers, certain, assignments, List.of(), false);
    }

    private static Found found(
            String name,
            List<ShellWord> arguments,
            List<String> wrappers,
            boolean certain,
            List<Assignment> assignments,
            List<Fragment> scripts,
            boolean readsInput) {
        return new Found(new CommandName(name, arguments, wrappers, certain), assignments, scripts, readsInput);
    }

    private static List<ShellWord> split(Optional<ShellWord> value) {
        if (value.isEmpty()) {
            return List.of();
        }
        Draft draft = new Draft();
        new StatementReader(value.get().content(), draft, List.of(), false, StatementReader.DEPTH - 1).read();
        return draft.commands.isEmpty() ? List.of() : draft.commands.getFirst().words;
    }

    private static String baseName(String text) {
        String trimmed = text.endsWith(".exe") ? text.substring(0, text.length() - 4) : text;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }

    private static String program(String variable) {
        String name = variable.toLowerCase(Locale.ROOT);
        for (String ending : VARIABLE_ENDINGS) {
            if (name.endsWith(ending) && name.length() > ending.length()) {
                name = name.substring(0, name.length() - ending.length());
                break;
            }
        }
        return Wrappers.PACKAGES.getOrDefault(name.replace('_', '-'), name.replace('_', '-'));
    }

    /** The program of a flake reference: the attribute after {@code #}, else the last part of the address. */
    private static String installable(String flake) {
        String tail;
        int hash = flake.indexOf('#');
        if (hash >= 0 && hash + 1 < flake.length()) {
            tail = flake.substring(hash + 1);
            tail = tail.substring(tail.lastIndexOf('.') + 1);
        } else {
            String address = hash >= 0 ? flake.substring(0, hash) : flake;
            int query = address.indexOf('?');
            address = query >= 0 ? address.substring(0, query) : address;
            String[] parts = address.split("/", -1);
            boolean forge = address.matches("(github|gitlab|sourcehut):.*");
            tail = forge && parts.length >= 2 ? parts[1] : parts[parts.length - 1];
            tail = tail.substring(tail.lastIndexOf(':') + 1);
        }
        return Wrappers.PACKAGES.getOrDefault(tail, tail);
    }

    /** The words after {@code nix run} (from the installable), {@code nix shell -c} and {@code nix develop -c}. */
    private static Optional<List<ShellWord>> nix(List<ShellWord> arguments, List<String> wrappers) {
        int verb = operand(arguments, 0);
        if (verb >= arguments.size()) {
            return Optional.empty();
        }
        switch (arguments.get(verb).text()) {
            case "run" -> {
                int flake = operand(arguments, verb + 1);
                if (flake < arguments.size()) {
                    wrappers.add("nix run");
                    return Optional.of(arguments.subList(flake, arguments.size()));
                }
            }
            case "shell", "develop" -> {
                for (int i = verb + 1; i + 1 < arguments.size(); i++) {
                    String text = arguments.get(i).text();
                    if (text.equals("-c") || text.equals("--command")) {
                        wrappers.add("nix " + arguments.get(verb).text());
                        return Optional.of(arguments.subList(i + 1, arguments.size()));
                    }
                }
            }
            default -> {}
        }
        return Optional.empty();
    }

    /** Index of the next argument of nix that is neither an option nor an option's value. */
    private static int operand(List<ShellWord> arguments, int from) {
        int i = from;
        while (i < arguments.size()) {
            String text = arguments.get(i).text();
            if (text.equals("--")) {
                return arguments.size();
            }
            if (!text.startsWith("-")) {
                return i;
            }
            i += NIX_TWO_VALUES.contains(text) ? 3 : NIX_ONE_VALUE.contains(text) ? 2 : 1;
        }
        return i;
    }

    private static List<ShellWord> afterDashes(List<ShellWord> words) {
        return !words.isEmpty() && words.getFirst().text().equals("--") ? words.subList(1, words.size()) : words;
    }

    private static Optional<List<ShellWord>> executedByFind(List<ShellWord> arguments) {
        for (int i = 0; i + 1 < arguments.size(); i++) {
            String text = arguments.get(i).text();
            if (Set.of("-exec", "-execdir", "-ok", "-x", "-X", "--exec").contains(text)) {
                int end = i + 1;
                while (end < arguments.size()
                        && !arguments.get(end).text().equals(";")
                        && !arguments.get(end).text().equals("+")) {
                    end++;
                }
                return end > i + 1 ? Optional.of(arguments.subList(i + 1, end)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The words of the wrapped program; none where the wrapper runs nothing. */
    private static List<ShellWord> unwrap(
            Map.Entry<String, Wrappers.Wrapper> found, List<ShellWord> arguments, List<Assignment> assignments) {
        Wrappers.Wrapper wrapper = found.getValue();
        int i = found.getKey().contains(" ") ? 1 : 0;
        int operands = wrapper.operands();
        while (i < arguments.size()) {
            ShellWord word = arguments.get(i);
            String text = word.text();
            if (wrapper.refusing().contains(text)) {
                return List.of();
            }
            int name = wrapper.assignments() ? Assignments.nameLength(text) : 0;
            if (text.equals("--")) {
                i++;
                return arguments.subList(Math.min(i + operands, arguments.size()), arguments.size());
            } else if (text.startsWith("-") && text.length() > 1) {
                i += wrapper.withValue().contains(text) ? 2 : 1;
            } else if (name > 0) {
                assignments.add(Assignments.of(word, name, false, List.of()));
                i++;
            } else if (operands > 0) {
                operands--;
                i++;
                if (operands == 0
                        && i < arguments.size()
                        && arguments.get(i).text().equals("-c")) {
                    break;
                }
            } else {
                break;
            }
        }
        return i < arguments.size() ? arguments.subList(i, arguments.size()) : List.of();
    }

    /** The arguments a program reads as shell scripts. */
    private static List<Fragment> scripts(String name, List<ShellWord> arguments) {
        if (Wrappers.SHELLS.contains(name) || name.equals("su")) {
            for (int i = 0; i + 1 < arguments.size(); i++) {
                String text = arguments.get(i).text();
                if (text.startsWith("-") && !text.startsWith("--") && text.endsWith("c")) {
                    return List.of(arguments.get(i + 1).content());
                }
                if (!text.startsWith("-") && !text.startsWith("+") && !isOptionValue(arguments, i)) {
                    break;
                }
            }
        } else if (name.equals("nix-shell")) {
            for (int i = 0; i + 1 < arguments.size(); i++) {
                String text = arguments.get(i).text();
                if (text.equals("--run") || text.equals("--command")) {
                    return List.of(arguments.get(i + 1).content());
                }
            }
        } else if ((name.equals("eval") || name.equals("trap")) && !arguments.isEmpty()) {
            int first = arguments.getFirst().text().equals("--") ? 1 : 0;
            return first < arguments.size() && arguments.get(first).quoted()
                    ? List.of(arguments.get(first).content())
                    : List.of();
        }
        return List.of();
    }

    private static boolean isOptionValue(List<ShellWord> arguments, int index) {
        return index > 0
                && Set.of("-o", "+o", "-O", "-eo", "-euo", "-exo", "-euxo", "-l")
                        .contains(arguments.get(index - 1).text());
    }

    /** Whether a shell without a script among its arguments reads it from its input. */
    private static boolean readsInput(List<ShellWord> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String text = arguments.get(i).text();
            if (text.equals("-s") || text.equals("-")) {
                return true;
            }
            if (!text.startsWith("-") && !text.startsWith("+") && !isOptionValue(arguments, i)) {
                return false;
            }
        }
        return true;
    }
}
