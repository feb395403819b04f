package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.lint.Finding;
import java.util.Optional;

/**
 * A finding as the run leaves it: with the configured severity, its identity and what became of it.
 *
 * @param fingerprint the same for the same text in the same file, wherever it moves to
 * @param excuse why it does not count; empty for a finding that counts
 */
public record Judged(Finding finding, String fingerprint, Optional<Excuse> excuse) {

    public boolean counts() {
        return excuse.isEmpty();
    }

    /** Whether a comment silences it. */
    public boolean suppressed() {
        return excusedBy(Excuse.Kind.COMMENT);
    }

    public boolean excusedBy(Excuse.Kind kind) {
        return excuse.filter(given -> given.kind() == kind).isPresent();
    }

    /** The same finding with another excuse; one that is excused keeps what it has. */
    public Judged excused(Excuse other) {
        return counts() ? new Judged(finding, fingerprint, Optional.of(other)) : this;
    }
}
