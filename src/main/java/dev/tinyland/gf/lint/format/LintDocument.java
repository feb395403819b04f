package dev.tinyland.gf.lint.format;

import dev.tinyland.gf.lint.engine.Excuse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The document {@code gf.lint/v1}, as {@code config/gf-lint.schema.json} describes it. It is a copy on purpose: what the
 * linter calls things inside may change, these names may not.
 */
record LintDocument(
        String schema,
        String tool,
        String version,
        String root,
        String verdict,
        Summary summary,
        List<Entry> findings,
        List<String> notes) {

    static final String SCHEMA = "gf.lint/v1";

    record Summary(
            int files,
            Map<String, Integer> findings,
            Map<String, Integer> skipped,
            Map<String, Integer> labelled,
            Map<Excuse.Kind, Integer> excused) {}

    /** Lines and columns are 1-based, columns count UTF-16 units, ends are exclusive. */
    record Place(String path, int line, int column, int endLine, int endColumn) {}

    record Entry(
            String rule,
            String severity,
            String confidence,
            Place place,
            String message,
            String why,
            String suggestion,
            Optional<Reached> witness,
            List<Aside> related,
            String fingerprint,
            @Nullable Excuse excuse) {}

    record Reached(String event, String ref) {}

    record Aside(Place place, String message) {}
}
