package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.shell.Assignment;
import dev.tinyland.gf.shell.Redirection;
import dev.tinyland.gf.shell.ShellCommand;
import dev.tinyland.gf.shell.ShellScript;
import dev.tinyland.gf.shell.ShellWord;
import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.List;

/** The texts of a command that name things: its words, what it assigns, its here-documents. */
final class CommandTexts {
    private CommandTexts() {}

    /** In the order of the script, without what the script only compares with or refuses. */
    static List<Fragment> of(ShellCommand command, ShellScript script) {
        List<Fragment> texts = new ArrayList<>();
        for (Assignment assignment : command.assignments()) {
            assignment.value().map(ShellWord::content).ifPresent(texts::add);
            assignment.elements().forEach(element -> texts.add(element.content()));
        }
        List<Fragment> assigned = List.copyOf(texts);
        for (ShellWord word : command.words()) {
            if (assigned.isEmpty()
                    || assigned.stream().noneMatch(value -> word.span().contains(value.span()))) {
                texts.add(word.content());
            }
        }
        for (Redirection redirection : command.redirections()) {
            redirection.target().map(ShellWord::content).ifPresent(texts::add);
            redirection.heredoc().ifPresent(heredoc -> texts.add(heredoc.body()));
        }
        if (!script.guardText().isEmpty()) {
            texts.removeIf(text -> script.isGuardText(text.span()));
        }
        return texts;
    }
}
