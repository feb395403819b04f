package dev.tinyland.gf.shell;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads shell text (POSIX with the extensions of bash) into simple commands. Expressions of a surrounding language,
 * {@code ${{ … }}} and {@code {{ … }}}, count as characters of a word. Any text is read: what no shell accepts gives the
 * commands that can be made out. Time grows linearly with the text.
 */
public final class ShellParser {
    private ShellParser() {}

    public static ShellScript parse(Fragment script) {
        Draft draft = new Draft();
        new StatementReader(script, draft, List.of(), false, 0).read();
        Variables variables = new Variables();
        readInnerScripts(draft, variables);
        return new Assembly(script, draft).build();
    }

    /** Names the commands and reads the scripts they hand to shells; the list grows while it is walked. */
    private static void readInnerScripts(Draft draft, Variables variables) {
        CommandNames resolver = new CommandNames(variables);
        Set<Span> seen = new HashSet<>();
        int known = 0;
        for (int i = 0; i < draft.commands.size(); i++) {
            for (; known < draft.commands.size(); known++) {
                draft.commands.get(known).assignments.forEach(variables::add);
            }
            Draft.Command command = draft.commands.get(i);
            // A substitution in a double-quoted "bash -c" string is read with the outer script and again with the inner
            // one.
            if (!seen.add(command.span())) {
                continue;
            }
            CommandNames.Found found =
                    resolver.find(command.words, command.span().start());
            command.found = found;
            List<Fragment> scripts = new ArrayList<>(found.scripts());
            if (found.readsInput()) {
                command.redirects.forEach(redirect -> input(redirect, scripts));
            }
            if (command.depth < StatementReader.DEPTH) {
                for (Fragment inner : scripts) {
                    new StatementReader(inner, draft, command.guards, command.inCondition, command.depth + 1).read();
                }
            }
        }
    }

    private static void input(Draft.Redirect redirect, List<Fragment> scripts) {
        Heredoc heredoc = redirect.heredoc;
        if (heredoc != null) {
            scripts.add(heredoc.tabsStripped() ? Unescaping.tabs(heredoc.body()) : heredoc.body());
        } else if (redirect.operator.equals("<<<") && redirect.target != null) {
            scripts.add(redirect.target.content());
        }
    }

    /** The order of the source; of two that start together the longer first. */
    static final Comparator<Span> SOURCE_ORDER = Comparator.comparingInt(Span::start)
            .thenComparing(Comparator.comparingInt(Span::end).reversed());
}
