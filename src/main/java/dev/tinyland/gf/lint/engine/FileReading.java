package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.lint.discovery.SkipReason;
import dev.tinyland.gf.lint.model.ActionFile;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.lint.passage.DocumentReading;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.text.Span;
import java.util.List;

/** What a file was understood as. */
public sealed interface FileReading {

    /**
     * A file the rules can judge.
     *
     * @param passages in the order of the file
     * @param problems what stands in the way of reading it as whoever runs it would
     * @param model what the file is as a whole
     */
    record Understood(List<Passage> passages, List<Problem> problems, Model model) implements FileReading {
        public Understood {
            passages = List.copyOf(passages);
            problems = List.copyOf(problems);
        }
    }

    /** A file as a whole. */
    sealed interface Model {
        record OfWorkflow(Workflow workflow) implements Model {}

        record OfAction(ActionFile action) implements Model {}

        record OfDocument(DocumentReading reading) implements Model {}

        /** A file that is only its passages. */
        record None() implements Model {}
    }

    /** A file that turns out to be nothing to judge. */
    record PassedOver(SkipReason reason) implements FileReading {}

    /**
     * Something that makes a file unreadable.
     *
     * @param message completes "this file …", or is a clause of its own
     */
    record Problem(Span span, String message) {}
}
