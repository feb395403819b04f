package dev.tinyland.gf.lint.rules;

import dev.tinyland.gf.contract.Publication;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.passage.DocumentReading;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Role;
import dev.tinyland.gf.shell.ShellParser;
import dev.tinyland.gf.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pushes that prose tells the reader to do: code between backticks right after a verb that instructs. Prose that explains
 * what a command does, or names it, teaches nothing.
 */
final class InstructedPushes {
    private static final int SENTENCE = 300;

    private static final Pattern RUN_THIS = Pattern.compile(
            "\\b(?:run|use|execute|invoke|call|start|type|issue)\\s+(?:the\\s+command\\s+|then\\s+)?[*_]*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SET_THIS =
            Pattern.compile("\\b(?:set|use|add|pass|give|enable|with)\\s+[*_]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?:]\\s|\\n\\s*\\n|\\n\\s*(?:[-*+]|\\d+[.)])\\s");
    private static final Pattern SETTING = Pattern.compile("^(?<key>[\\w-]+)\\s*:\\s*[\"']?(?<value>\\w+)[\"']?$");

    private final RuleContext context;
    private final boolean elsewhere;

    /** @param elsewhere whether commands of this page go to another server */
    InstructedPushes(RuleContext context, boolean elsewhere) {
        this.context = context;
        this.elsewhere = elsewhere;
    }

    List<TaughtPush> in(DocumentReading reading) {
        List<TaughtPush> found = new ArrayList<>();
        for (Passage passage : reading.passages()) {
            if (passage.role() == Role.INLINE_CODE && passage.label().isEmpty()) {
                push(passage).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<TaughtPush> push(Passage code) {
        String before = sentenceBefore(code);
        if (Counterexamples.denies(before)) {
            return Optional.empty();
        }
        Span span = code.text().span();
        if (RUN_THIS.matcher(before).find() && !elsewhere) {
            Optional<TaughtPush> command = ShellParser.parse(code.text()).commands().stream()
                    .flatMap(found -> new TaughtCommands(context.contract()).publication(found).stream())
                    .findFirst()
                    .map(what -> new TaughtPush(span, "`" + what + "`", true));
            if (command.isPresent()) {
                return command;
            }
        }
        return SET_THIS.matcher(before).find() && turnsOn(code.text().text())
                ? Optional.of(new TaughtPush(span, "`" + code.text().text() + "`", true))
                : Optional.empty();
    }

    private boolean turnsOn(String text) {
        Publication publication = context.contract().publication();
        Matcher setting = SETTING.matcher(text.strip());
        return setting.matches()
                && setting.group("key").equals(publication.pushInput())
                && setting.group("value").equals("true");
    }

    /** What stands in the file between the start of the sentence and the code, backticks left out. */
    private String sentenceBefore(Passage code) {
        int end = code.text().span().start();
        String text = code.text().source().text();
        String before = text.substring(Math.max(0, end - SENTENCE), end);
        while (before.endsWith("`") || before.endsWith(" `")) {
            before = before.substring(0, before.length() - 1);
        }
        Matcher ends = SENTENCE_END.matcher(before);
        int start = 0;
        while (ends.find()) {
            start = ends.end();
        }
        return before.substring(start);
    }
}
