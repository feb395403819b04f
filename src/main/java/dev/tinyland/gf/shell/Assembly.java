package dev.tinyland.gf.shell;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts what was read in order. */
final class Assembly {
    /** Commands of a refused branch that only speak; anything else there still does what it does. */
    private static final Set<String> SPEAKING = Set.of("echo", "printf", "die", "fail", "fatal", "abort");

    private static final Set<String> TESTING = Set.of("[", "[[", "test");

    private final Fragment script;
    private final Draft draft;

    Assembly(Fragment script, Draft draft) {
        this.script = script;
        this.draft = draft;
    }

    ShellScript build() {
        List<ShellCommand> commands = commands();
        for (Draft.Refusal refusal : draft.refusals) {
            noteRefusal(commands, refusal);
        }
        notePatternValues(commands);
        List<ShellComment> comments = new ArrayList<>(draft.comments);
        comments.sort(Comparator.comparing(comment -> comment.content().span(), ShellParser.SOURCE_ORDER));
        return new ShellScript(script, commands, comments, disjoint(draft.guardText));
    }

    private List<ShellCommand> commands() {
        List<Draft.Command> ordered = new ArrayList<>(draft.commands);
        ordered.sort(Comparator.comparing(Draft.Command::span, ShellParser.SOURCE_ORDER));
        int pipelines = 0;
        List<ShellCommand> commands = new ArrayList<>(ordered.size());
        for (Draft.Command command : ordered) {
            CommandNames.Found found = command.found;
            if (command.isEmpty() || found == null) {
                continue;
            }
            if (command.pipeline.number < 0) {
                command.pipeline.number = pipelines++;
            }
            List<Assignment> assignments = new ArrayList<>(command.assignments);
            assignments.addAll(found.assignments());
            commands.add(new ShellCommand(
                    assignments,
                    command.words,
                    command.redirects.stream().map(Draft.Redirect::build).toList(),
                    command.words.isEmpty() ? CommandName.NONE : found.name(),
                    command.span(),
                    command.inCondition,
                    command.guards,
                    new PipelinePlace(command.pipeline.number, command.place, command.pipeline.members)));
        }
        return commands;
    }

    /** What a refusal compares with is guard text, and so is what it says of it. */
    private void noteRefusal(List<ShellCommand> commands, Draft.Refusal refusal) {
        boolean compares = refusal.compares();
        for (int i = from(commands, refusal.condition()); i < commands.size(); i++) {
            ShellCommand command = commands.get(i);
            if (command.span().start() >= refusal.condition().end()) {
                break;
            }
            if (TESTING.contains(command.name().name())) {
                compares |= noteTest(command, refusal.unequal());
            }
            compares |= GuardPatterns.searches(command);
        }
        for (int i = from(commands, refusal.branch()); i < commands.size(); i++) {
            ShellCommand command = commands.get(i);
            if (command.span().start() >= refusal.branch().end()) {
                break;
            }
            if (SPEAKING.contains(command.name().name()) && (compares || Refusals.rejects(command))) {
                draft.guardText.add(command.span());
            }
        }
    }

    /** The first command that starts in a place. */
    private static int from(List<ShellCommand> commands, Span place) {
        int low = 0;
        int high = commands.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (commands.get(middle).span().start() < place.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A refused test names what is refused on the right of {@code =}; where the test is required, on the right of {@code !=}. */
    private boolean noteTest(ShellCommand test, boolean unequal) {
        List<ShellWord> words = test.words();
        boolean compares = false;
        for (int i = 1; i + 1 < words.size(); i++) {
            String operator = words.get(i).text();
            boolean names = unequal ? operator.equals("!=") : operator.equals("=") || operator.equals("==");
            if (names) {
                draft.guardText.add(words.get(i + 1).span());
                draft.patternVariables.addAll(Variables.names(words.get(i + 1)));
                compares = true;
            }
            compares |= operator.equals("=~");
        }
        return compares;
    }

    /** A list of refused names that is kept in a variable is guard text where it is written down. */
    private void notePatternValues(List<ShellCommand> commands) {
        // The variable of a loop over a list is a pattern, so the list is one: "for d in "${deny[@]}"".
        for (Map.Entry<String, List<ShellWord>> loop : draft.loops.reversed()) {
            if (draft.patternVariables.contains(loop.getKey())) {
                for (ShellWord word : loop.getValue()) {
                    draft.guardText.add(word.span());
                    draft.patternVariables.addAll(Variables.names(word));
                }
            }
        }
        for (ShellCommand command : commands) {
            for (Assignment assignment : command.assignments()) {
                if (draft.patternVariables.contains(assignment.name())) {
                    draft.guardText.add(assignment.span());
                    assignment.elements().forEach(element -> draft.guardText.add(element.span()));
                }
            }
        }
    }

    private static List<Span> disjoint(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(ShellParser.SOURCE_ORDER);
        List<Span> merged = new ArrayList<>();
        for (Span span : sorted) {
            if (!merged.isEmpty() && span.start() <= merged.getLast().end()) {
                merged.set(merged.size() - 1, merged.getLast().union(span));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
