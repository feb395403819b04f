package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.lint.Finding;
import java.util.Optional;

/**
 * A finding as the run leaves it: with the configured severity, its identity and what became of it.
 *
 * @param fingerprint the same for the same text in the same file, wherever it moves to
 * @param suppression the reason of the comment that silences it; empty for a finding that counts
 */
public record Judged(Finding finding, String fingerprint, Optional<String> suppression) {

    public boolean suppressed() {
        return suppression.isPresent();
    }
}
