package dev.tinyland.gf.arc.rule;

import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;
import java.util.Set;

/** What a rule says of one subject. */
public sealed interface Outcome {

    /**
     * It fires.
     *
     * @param aliases names by which a caller may accept it: address, label, name of the release
     */
    record Found(Finding finding, Set<String> aliases) implements Outcome {

        public Found {
            aliases = Set.copyOf(aliases);
        }
    }

    /** It cannot be judged: a value it needs is not in the plan. */
    record Undecided(String subject, String observed, String next) implements Outcome {}

    static Found found(
            String id, Level level, String subject, Set<String> aliases, String observed, String why, String next) {
        return new Found(Finding.of(id, level, subject, observed, why, next), aliases);
    }
}
