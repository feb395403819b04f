package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.shell.ShellCommand;
import dev.tinyland.gf.shell.ShellScript;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;
import java.util.List;

/**
 * A command with the script it stands in and what that script is to the file.
 *
 * @param script the whole script of the passage, for pipelines and comments
 * @param texts what the command names: its words, what it assigns, its here-documents, in the order of the script,
 *     without what the script only compares with or refuses
 */
public record CommandSite(ShellCommand command, ShellScript script, Passage passage, List<Fragment> texts) {

    public CommandSite {
        texts = List.copyOf(texts);
    }

    public CommandSite(ShellCommand command, ShellScript script, Passage passage) {
        this(command, script, passage, CommandTexts.of(command, script));
    }

    public Span span() {
        return command.span();
    }

    /** Whether this place only compares with a text or refuses it, as a deny-list does, so that naming a thing there is no use of it. */
    public boolean isGuardText(Span span) {
        return script.isGuardText(span);
    }
}
