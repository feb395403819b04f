package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.Severity;
import java.util.Optional;

/** Short ways to describe rules. */
final class Rules {
    private Rules() {}

    static RuleInfo everywhere(String id, String title, Severity inCode, Severity inDocuments) {
        return new RuleInfo(id, title, Optional.of(inCode), Optional.of(inDocuments), false, true);
    }

    static RuleInfo inCode(String id, String title, Severity severity) {
        return new RuleInfo(id, title, Optional.of(severity), Optional.empty(), false, true);
    }

    static RuleInfo inDocuments(String id, String title, Severity severity, boolean onByDefault) {
        return new RuleInfo(id, title, Optional.empty(), Optional.of(severity), false, onByDefault);
    }
}
