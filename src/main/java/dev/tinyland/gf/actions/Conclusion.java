package dev.tinyland.gf.actions;

import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.Verdict;
import java.util.Locale;

/**
 * How a run ends.
 *
 * @param failureReason a word in kebab-case or a check id; empty exactly when the exit is 0
 */
public record Conclusion(Verdict verdict, String failureReason) {

    public Conclusion {
        boolean green = verdict.exitCode() == ExitCode.ACCEPTABLE;
        if (green) {
            failureReason = "";
        } else if (failureReason.isBlank()) {
            failureReason = verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static Conclusion of(Verdict verdict) {
        return new Conclusion(verdict, "");
    }
}
