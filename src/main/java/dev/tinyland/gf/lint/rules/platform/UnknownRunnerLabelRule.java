package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.RunnerLabels;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Role;
import dev.tinyland.gf.text.DidYouMean;
import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code runs-on} label with the platform's prefix that no lane has. Labels of others are none of our business. */
public final class UnknownRunnerLabelRule extends WordRule {
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");

    public UnknownRunnerLabelRule() {
        super(new RuleInfo(
                "unknown-runner-label",
                "a runs-on label that no lane has",
                Optional.of(Severity.WARNING),
                Optional.empty(),
                false,
                true));
    }

    @Override
    public Collection<String> words(Contract contract) {
        return List.of(contract.runnerLabels().prefix());
    }

    @Override
    List<Hit> hits(Fragment text, Passage passage, RuleContext context) {
        if (passage.role() != Role.VALUE || !isRunsOn(passage.path())) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        for (Word label : labels(text.text())) {
            if (isUnknown(label.text(), context)) {
                hits.add(hit(label, context));
            }
        }
        return hits;
    }

    /** The value itself, or the literals of an expression, those of JSON lists in them included. */
    private static List<Word> labels(String value) {
        if (!value.contains("${{")) {
            int start = value.length() - value.stripLeading().length();
            return List.of(new Word(value.strip(), start, start + value.strip().length()));
        }
        List<Word> labels = new ArrayList<>();
        Matcher literal = LITERAL.matcher(value);
        while (literal.find()) {
            for (Word name : Word.names(literal.group(1))) {
                labels.add(new Word(name.text(), literal.start(1) + name.start(), literal.start(1) + name.end()));
            }
        }
        return labels;
    }

    private static boolean isRunsOn(List<String> path) {
        if (path.size() < 3 || !path.getFirst().equals("jobs") || !path.get(2).equals("runs-on")) {
            return false;
        }
        return path.size() == 3 || !path.get(3).equals("group");
    }

    private static boolean isUnknown(String label, RuleContext context) {
        RunnerLabels labels = context.contract().runnerLabels();
        return label.startsWith(labels.prefix())
                && context.contract().lane(label).isEmpty()
                && !labels.shared().contains(label);
    }

    private static Hit hit(Word label, RuleContext context) {
        List<String> known = context.contract().knownLabels();
        String suggestion = DidYouMean.among(known, label.text())
                .map(near -> "Did you mean `" + near + "`?")
                .orElse("Use one of the lanes: " + String.join(", ", known) + ".");
        boolean admitted = context.contract().runnerLabels().admits(label.text());
        return new Hit(
                label.start(),
                label.end(),
                "No lane has the label " + label.text() + (admitted ? ", although the taxonomy admits it." : "."),
                "A job with a label no lane has waits in the queue until it is cancelled.",
                suggestion);
    }
}
