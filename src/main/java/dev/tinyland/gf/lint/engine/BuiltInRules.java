package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import java.util.List;
import java.util.Optional;

/** The rules the linter itself applies; they are listed, explained and configured like all others. */
public final class BuiltInRules {
    public static final RuleInfo UNREADABLE_FILE = new RuleInfo(
            "unreadable-file",
            "a file that should be judged cannot be read as what it is",
            Optional.of(Severity.ERROR),
            Optional.of(Severity.ERROR),
            true,
            true);
    public static final RuleInfo BAD_SUPPRESSION = new RuleInfo(
            "bad-suppression",
            "a suppression comment that cannot count: no reason, past its date, or of a rule that allows none",
            Optional.of(Severity.WARNING),
            Optional.of(Severity.WARNING),
            false,
            true);
    public static final RuleInfo UNUSED_SUPPRESSION = new RuleInfo(
            "unused-suppression",
            "a suppression comment that silences nothing",
            Optional.of(Severity.WARNING),
            Optional.of(Severity.WARNING),
            false,
            true);

    private BuiltInRules() {}

    public static List<Rule> all() {
        return List.of(new Listed(UNREADABLE_FILE), new Listed(BAD_SUPPRESSION), new Listed(UNUSED_SUPPRESSION));
    }

    /** A rule that is applied elsewhere and only has to be known. */
    private record Listed(RuleInfo info) implements Rule {
        @Override
        public boolean readsTexts(Surface surface) {
            return false;
        }
    }
}
