package dev.tinyland.gf.plan.judgement;

import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;

/**
 * One thing in a plan that cannot be had back by applying again.
 *
 * @param subject address of the resource, or what else it is about
 * @param observed what the plan does
 * @param before value before, or empty
 * @param after value after, or empty
 */
public record Danger(
        DangerClass danger, String subject, String observed, String before, String after, String why, String next) {

    static Danger of(DangerClass danger, String subject, String observed, String why, String next) {
        return new Danger(danger, subject, observed, "", "", why, next);
    }

    public Finding finding(Level level) {
        return new Finding(danger.id(), level, subject, observed, before, after, why, next);
    }
}
