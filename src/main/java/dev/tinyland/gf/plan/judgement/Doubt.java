package dev.tinyland.gf.plan.judgement;

import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;

/**
 * Something a danger class could not judge. It is said, and never passes for harmless.
 *
 * @param danger the class that would have to judge it
 * @param observed what could not be seen
 */
public record Doubt(DangerClass danger, String subject, String observed, String next) {

    public Finding finding() {
        return Finding.of(
                danger.id(),
                Level.REVIEW,
                subject,
                "cannot be judged: " + observed,
                "what cannot be seen is not called harmless",
                next);
    }
}
