package dev.tinyland.gf.report;

import java.time.Duration;

/**
 * One thing a tool looked at. Each check of a tool stands once in its report.
 *
 * @param id stable id, such as {@code KC013}
 * @param title what is checked, in a few words
 * @param required whether the verdict rests on it; a required check that is {@code UNKNOWN} or {@code SKIP} is never green
 * @param expected what a good answer looks like, or empty
 * @param observed what was seen, never a secret, or empty
 * @param evidence path under the report's folder, or empty
 */
public record Check(
        String id,
        String title,
        Status status,
        boolean required,
        String expected,
        String observed,
        Duration duration,
        String evidence) {

    public Check {
        if (id.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a check has an id and a title");
        }
    }

    /** A required check without duration and evidence. */
    public static Check required(String id, String title, Status status, String expected, String observed) {
        return new Check(id, title, status, true, expected, observed, Duration.ZERO, "");
    }

    /** A check that informs and never decides. */
    public static Check optional(String id, String title, Status status, String expected, String observed) {
        return new Check(id, title, status, false, expected, observed, Duration.ZERO, "");
    }

    public Check took(Duration spent) {
        return new Check(id, title, status, required, expected, observed, spent, evidence);
    }

    public Check withEvidence(String path) {
        return new Check(id, title, status, required, expected, observed, duration, path);
    }

    /** Whether it was run and something was learnt. */
    public boolean executed() {
        return switch (status) {
            case PASS, FAIL, WARN -> true;
            case SKIP, UNKNOWN -> false;
        };
    }
}
