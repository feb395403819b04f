package dev.tinyland.gf.lint;

import java.util.Optional;

/**
 * What is known of a rule without running it.
 *
 * @param id public name: suppressions, baselines and the page {@code docs/rules/<id>.md} use it
 * @param title what it finds, in one clause
 * @param inCode severity in workflows, actions, configuration and code; empty where it does not judge those
 * @param inDocuments severity in documents; empty where it does not judge those
 * @param protectedRule whether certain findings can be neither suppressed, turned off nor baselined
 * @param onByDefault whether it runs without being named in the configuration
 */
public record RuleInfo(
        String id,
        String title,
        Optional<Severity> inCode,
        Optional<Severity> inDocuments,
        boolean protectedRule,
        boolean onByDefault) {

    /** The severity where this rule judges such a file, else empty. */
    public Optional<Severity> severityOn(Surface surface) {
        return surface == Surface.DOCUMENT ? inDocuments : inCode;
    }
}
