package dev.tinyland.gf.shell;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;
import java.util.List;

/**
 * A script read.
 *
 * @param text the script as given
 * @param commands every simple command in source order, those in substitutions, in {@code bash -c} strings and in
 *     here-documents fed to a shell included
 * @param comments in source order
 * @param guardText places that only compare with a text or refuse it: patterns of {@code case}, {@code =~} and
 *     {@code grep}, the values behind such patterns, tests whose branch fails, and the message of that branch; in source order, none touching another
 */
public record ShellScript(
        Fragment text, List<ShellCommand> commands, List<ShellComment> comments, List<Span> guardText) {

    public ShellScript {
        commands = List.copyOf(commands);
        comments = List.copyOf(comments);
        guardText = List.copyOf(guardText);
    }

    /** Whether this place of the file only compares with a text or refuses it, so that naming a thing there is no use of it. */
    public boolean isGuardText(Span span) {
        return contains(guardText, span);
    }

    /** Whether this place of the file is in a comment of the script. */
    public boolean isComment(Span span) {
        return contains(
                comments.stream().map(comment -> comment.content().span()).toList(), span);
    }

    private static boolean contains(List<Span> places, Span span) {
        int low = 0;
        int high = places.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Span candidate = places.get(middle);
            if (candidate.contains(span)) {
                return true;
            }
            if (candidate.start() > span.start()) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return false;
    }

    /** The members of a command's pipeline that are simple commands, in order, itself included. */
    public List<ShellCommand> pipeline(ShellCommand command) {
        return commands.stream()
                .filter(other -> other.pipeline().number() == command.pipeline().number())
                .toList();
    }
}
