package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.discovery.SkipReason;
import dev.tinyland.gf.lint.passage.Label;
import dev.tinyland.gf.text.SourceFile;
import java.util.List;
import java.util.Map;

/** What became of one candidate. */
sealed interface FileOutcome {

    String path();

    /** Judged, or found unreadable. */
    record Done(
            SourceFile file,
            Surface surface,
            List<Finding> findings,
            Map<Label.Kind, Integer> labelled,
            List<Failure> failures)
            implements FileOutcome {

        @Override
        public String path() {
            return file.path();
        }
    }

    record PassedOver(String path, SkipReason reason) implements FileOutcome {}
}
