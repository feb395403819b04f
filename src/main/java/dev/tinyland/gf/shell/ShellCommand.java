package dev.tinyland.gf.shell;

import dev.tinyland.gf.text.Span;
import java.util.List;

/**
 * A simple command, or a variable assignment that stands alone. {@code [[ … ]]} is a command of its own name.
 *
 * @param assignments variables set before it, by itself ({@code export X=1}) or through {@code env}
 * @param words the words as written, the first being the command; empty for assignments alone
 * @param redirections in source order
 * @param name the program it comes down to, wrappers such as {@code sudo} and {@code xargs} taken off
 * @param span from its first to its last word or redirection
 * @param inCondition whether it stands between {@code if}, {@code elif}, {@code while} or {@code until} and its body
 * @param guards what the script itself makes it depend on, outermost first; the innermost forty at most
 */
public record ShellCommand(
        List<Assignment> assignments,
        List<ShellWord> words,
        List<Redirection> redirections,
        CommandName name,
        Span span,
        boolean inCondition,
        List<Guard> guards,
        PipelinePlace pipeline) {

    public ShellCommand {
        assignments = List.copyOf(assignments);
        words = List.copyOf(words);
        redirections = List.copyOf(redirections);
        guards = List.copyOf(guards);
    }
}
