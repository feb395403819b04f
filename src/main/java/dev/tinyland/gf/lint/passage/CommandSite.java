package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.shell.ShellCommand;
import dev.tinyland.gf.shell.ShellScript;
import dev.tinyland.gf.text.Span;

/**
 * A command with the script it stands in and what that script is to the file.
 *
 * @param script the whole script of the passage, for pipelines and comments
 */
public record CommandSite(ShellCommand command, ShellScript script, Passage passage) {

    public Span span() {
        return command.span();
    }

    /** Whether this place only compares with a text or refuses it, as a deny-list does, so that naming a thing there is no use of it. */
    public boolean isGuardText(Span span) {
        return script.isGuardText(span);
    }
}
