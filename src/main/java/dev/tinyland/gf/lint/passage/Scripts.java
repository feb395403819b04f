package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.shell.ShellParser;
import dev.tinyland.gf.shell.ShellScript;
import dev.tinyland.gf.text.Span;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The shell scripts of one file, each read once however many rules ask. For one thread. */
public final class Scripts {
    private static final Set<String> SHELLS =
            Set.of("", "bash", "sh", "shell", "zsh", "dash", "ksh", "console", "shell-session", "terminal", "envrc");

    private final IdentityHashMap<Passage, ShellScript> read = new IdentityHashMap<>();

    /** Whether a passage is a script that a POSIX-like shell runs or that a page teaches. */
    public static boolean isShell(Passage passage) {
        return passage.role() == Role.SCRIPT && SHELLS.contains(passage.language());
    }

    /** The script of a passage; empty where it is none. */
    public Optional<ShellScript> of(Passage passage) {
        if (!isShell(passage)) {
            return Optional.empty();
        }
        return Optional.of(read.computeIfAbsent(passage, key -> ShellParser.parse(Prompts.strip(key.text()))));
    }

    /** The commands of a passage in source order, those in substitutions and inner scripts included. */
    public List<CommandSite> commands(Passage passage) {
        return of(passage)
                .map(script -> script.commands().stream()
                        .map(command -> new CommandSite(command, script, passage))
                        .toList())
                .orElse(List.of());
    }

    /** Whether this place of a script runs nothing and sets nothing: a comment, or a text that is only compared or refused. */
    public boolean isInert(Passage passage, Span span) {
        return of(passage)
                .map(script -> script.isGuardText(span) || script.isComment(span))
                .orElse(false);
    }
}
