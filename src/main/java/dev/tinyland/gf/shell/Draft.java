package dev.tinyland.gf.shell;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What reading a script collects before its commands can be named and put in order. */
final class Draft {
    final List<Command> commands = new ArrayList<>();
    final List<ShellComment> comments = new ArrayList<>();
    final List<Span> guardText = new ArrayList<>();
    final List<Refusal> refusals = new ArrayList<>();
    /** Variables that stand where a pattern is expected: their values are patterns too. */
    final Set<String> patternVariables = new HashSet<>();
    /** The words a {@code for} gives its variable. */
    final List<Map.Entry<String, List<ShellWord>>> loops = new ArrayList<>();

    /**
     * A branch that ends in a refusal.
     *
     * @param compares whether it is known to compare, as a branch of a {@code case} does
     * @param unequal whether the branch is taken when the condition fails, as in {@code test || refuse}
     */
    record Refusal(Span condition, Span branch, boolean compares, boolean unequal) {}

    /** A pipeline while it grows. */
    static final class Pipeline {
        int members = 1;
        /** Its place among those that hold commands; -1 until they are put in order. */
        int number = -1;
    }

    /** A redirection whose here-document comes with a later line. */
    static final class Redirect {
        final String operator;
        final @Nullable ShellWord target;

        @Nullable
        Heredoc heredoc;

        Redirect(String operator, @Nullable ShellWord target) {
            this.operator = operator;
            this.target = target;
        }

        Redirection build() {
            return new Redirection(operator, Optional.ofNullable(target), Optional.ofNullable(heredoc));
        }
    }

    /** A command while its line is read. */
    static final class Command {
        final List<Assignment> assignments = new ArrayList<>();
        final List<ShellWord> words = new ArrayList<>();
        final List<Redirect> redirects = new ArrayList<>();
        final Fragment fragment;
        final int start;
        final boolean inCondition;
        final List<Guard> guards;
        final Pipeline pipeline;
        final int place;
        final int depth;
        int end;
        /** Filled once all variables are known. */
        CommandNames.@Nullable Found found;

        Command(
                Fragment fragment,
                int start,
                boolean inCondition,
                List<Guard> guards,
                Pipeline pipeline,
                int place,
                int depth) {
            this.fragment = fragment;
            this.start = start;
            this.end = start;
            this.inCondition = inCondition;
            this.guards = guards;
            this.pipeline = pipeline;
            this.place = place;
            this.depth = depth;
        }

        boolean isEmpty() {
            return words.isEmpty() && assignments.isEmpty();
        }

        Span span() {
            return fragment.toSource(start, end);
        }
    }
}
