package dev.tinyland.gf.actions;

import dev.tinyland.gf.secret.Redactor;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Annotations of one step, at most {@value #MOST} of each level: the runner drops further ones without a word. What does
 * not fit is kept for the summary.
 */
public final class Annotations {
    public static final int MOST = 10;

    /** The runner cuts messages here. */
    private static final int LONGEST = 4000;

    private final WorkflowCommands commands;
    private final Redactor redactor;
    private final Map<AnnotationLevel, Integer> used = new EnumMap<>(AnnotationLevel.class);
    private final Map<AnnotationLevel, List<Annotation>> left = new EnumMap<>(AnnotationLevel.class);

    public Annotations(WorkflowCommands commands, Redactor redactor) {
        this.commands = commands;
        this.redactor = redactor;
    }

    public void add(AnnotationLevel level, Annotation annotation) {
        Annotation clean = new Annotation(
                redactor.redact(annotation.title()),
                cut(redactor.redact(annotation.message())),
                annotation.file().map(redactor::redact),
                annotation.line(),
                annotation.column());
        if (used.merge(level, 1, Integer::sum) <= MOST) {
            commands.annotate(level, clean);
        } else {
            left.computeIfAbsent(level, _ -> new ArrayList<>()).add(clean);
        }
    }

    /** What did not fit, redacted. */
    public List<Annotation> left(AnnotationLevel level) {
        return List.copyOf(left.getOrDefault(level, List.of()));
    }

    private static String cut(String message) {
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "…";
    }
}
