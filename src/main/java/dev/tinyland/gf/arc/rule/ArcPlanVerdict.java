package dev.tinyland.gf.arc.rule;

import dev.tinyland.gf.arc.plan.RunnerPlan;
import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.Level;
import dev.tinyland.gf.report.Verdict;

/** The verdicts of {@code arc-plan}, in order of precedence. */
public enum ArcPlanVerdict implements Verdict {
    UNREADABLE(ExitCode.USAGE, "not a plan, or a format whose major is unknown"),
    BLOCK(ExitCode.BAD, "a rule of level BLOCK fires and nobody accepted it"),
    UNKNOWN(ExitCode.UNKNOWN, "a value that a BLOCK rule needs is not in the plan"),
    REVIEW(ExitCode.ACCEPTABLE, "a rule of level REVIEW fires; exit 1 with fail-on: REVIEW"),
    CLEAN(ExitCode.ACCEPTABLE, "something changes, and no rule above INFO fires"),
    NO_CHANGES(ExitCode.ACCEPTABLE, "nothing changes");

    private final ExitCode exitCode;
    private final String when;

    ArcPlanVerdict(ExitCode exitCode, String when) {
        this.exitCode = exitCode;
        this.when = when;
    }

    /** The verdict of a plan that could be read. */
    public static ArcPlanVerdict of(RunnerPlan plan, PlanJudgement judgement) {
        if (judgement.has(Level.BLOCK)) {
            return BLOCK;
        }
        if (judgement.undecided()) {
            return UNKNOWN;
        }
        if (judgement.has(Level.REVIEW)) {
            return REVIEW;
        }
        return plan.plan().changesAnything() ? CLEAN : NO_CHANGES;
    }

    @Override
    public ExitCode exitCode() {
        return exitCode;
    }

    @Override
    public String when() {
        return when;
    }
}
