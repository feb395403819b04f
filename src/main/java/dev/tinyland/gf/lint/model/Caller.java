package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.text.SourceFile;

/** Who uses a reusable workflow or an action of the same root. */
public sealed interface Caller {

    SourceFile file();

    /** A job that calls a reusable workflow. */
    record CallingJob(Workflow workflow, Job job, ReusableCall call) implements Caller {
        @Override
        public SourceFile file() {
            return workflow.file();
        }
    }

    /** A step that uses an action. */
    record CallingStep(Workflow workflow, Job job, Step step) implements Caller {
        @Override
        public SourceFile file() {
            return workflow.file();
        }
    }

    /** A step of a composite action that uses another. */
    record CallingActionStep(ActionFile action, Step step) implements Caller {
        @Override
        public SourceFile file() {
            return action.file();
        }
    }
}
