package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.lint.discovery.SkipReason;
import dev.tinyland.gf.lint.model.ActionFile;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.lint.passage.DocumentReading;
import dev.tinyland.gf.lint.passage.Label;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.PassageFilter;
import dev.tinyland.gf.text.Span;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a file was understood as. */
public sealed interface FileReading {

    /**
     * A file the rules can judge.
     *
     * @param texts what rules judge piece by piece
     * @param problems what stands in the way of reading it as whoever runs it would
     * @param model what the file is as a whole
     */
    record Understood(Texts texts, List<Problem> problems, Model model) implements FileReading {
        public Understood {
            problems = List.copyOf(problems);
        }
    }

    /** The passages of a file, which may be taken out only when somebody wants them. */
    interface Texts {
        /**
         * In the order of the file.
         *
         * @param wanted what it does not want may be left out
         */
        List<Passage> passages(PassageFilter wanted);

        /** How many of them are labelled, by why; told without taking them out where that is possible. */
        Map<Label.Kind, Integer> labelled();

        /** Passages that are taken out already. */
        static Texts of(List<Passage> passages) {
            return new Texts() {
                @Override
                public List<Passage> passages(PassageFilter wanted) {
                    return passages;
                }

                @Override
                public Map<Label.Kind, Integer> labelled() {
                    Map<Label.Kind, Integer> counted = new EnumMap<>(Label.Kind.class);
                    for (Passage passage : passages) {
                        passage.label().ifPresent(label -> counted.merge(label.kind(), 1, Integer::sum));
                    }
                    return counted;
                }
            };
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
