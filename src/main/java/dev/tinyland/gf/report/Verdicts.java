package dev.tinyland.gf.report;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Rules that hold for the verdicts of every tool. */
public final class Verdicts {
    private Verdicts() {}

    /** The one that stands when several hold: the first in the tool's table. */
    public static <V extends Enum<V> & Verdict> Optional<V> first(Collection<V> holding) {
        return holding.stream().min(Comparator.naturalOrder());
    }

    /** The verdict a tool gives for wrong usage: its own for exit 2 where its table has one, else {@code INVALID}. */
    public static Verdict usage(Verdict[] table) {
        return Arrays.stream(table)
                .filter(verdict -> verdict.exitCode() == ExitCode.USAGE)
                .findFirst()
                .orElse(CommonVerdict.INVALID);
    }

    /**
     * What speaks against calling this green. Empty for a verdict that is not green: it needs no proof.
     *
     * @return one clause for each objection
     */
    public static List<String> objections(Verdict verdict, Collection<Check> checks) {
        if (verdict.exitCode() != ExitCode.ACCEPTABLE) {
            return List.of();
        }
        List<Check> required = checks.stream().filter(Check::required).toList();
        if (required.stream().noneMatch(Check::executed)) {
            return List.of("no required check was executed");
        }
        return required.stream()
                .filter(check -> switch (check.status()) {
                    case PASS, WARN -> false;
                    case FAIL, SKIP, UNKNOWN -> true;
                })
                .map(check -> "required check " + check.id() + " is " + check.status())
                .toList();
    }
}
