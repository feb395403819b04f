package dev.tinyland.gf.shell;

import java.util.List;

/**
 * The program a command comes down to.
 *
 * @param name base name of the program: {@code attic} for {@code sudo /opt/bin/attic push}; empty for assignments alone
 * @param arguments its arguments
 * @param wrappers the programs taken off, outermost first: {@code sudo}, {@code xargs}, {@code nix run}, …
 * @param certain false where the program is known only by the name of a variable, as in {@code $ATTIC_CMD push}
 */
public record CommandName(String name, List<ShellWord> arguments, List<String> wrappers, boolean certain) {
    static final CommandName NONE = new CommandName("", List.of(), List.of(), true);

    public CommandName {
        arguments = List.copyOf(arguments);
        wrappers = List.copyOf(wrappers);
    }

    public boolean is(String program) {
        return name.equals(program);
    }

    /** The text of the n-th argument that is no option, from 0; empty where there are fewer. */
    public String operand(int index) {
        return arguments.stream()
                .map(ShellWord::text)
                .filter(text -> !text.startsWith("-"))
                .skip(index)
                .findFirst()
                .orElse("");
    }
}
