package dev.tinyland.gf.arc.canary;

import dev.tinyland.gf.arc.canary.LaneResult.Result;
import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.Verdict;
import java.util.List;

/** The verdicts of {@code arc-canary}, in order of precedence. */
public enum CanaryVerdict implements Verdict {
    REFUSED(ExitCode.REFUSED, "the canary may not run here: it would wait for the runner it runs on"),
    ABORT(ExitCode.BAD, "a job on a lane did not go as it should"),
    HOLD(ExitCode.UNKNOWN, "no lane failed, and not every lane was proved"),
    PROMOTE(ExitCode.ACCEPTABLE, "a job ran on every lane as it should, and the lanes stayed well"),
    SKIPPED(ExitCode.ACCEPTABLE, "there was no lane to try, and allow-empty was given");

    private final ExitCode exitCode;
    private final String when;

    CanaryVerdict(ExitCode exitCode, String when) {
        this.exitCode = exitCode;
        this.when = when;
    }

    /** Over lanes that were tried. */
    public static CanaryVerdict of(List<LaneResult> lanes) {
        if (lanes.stream().anyMatch(lane -> lane.result() == Result.FAIL)) {
            return ABORT;
        }
        boolean all = !lanes.isEmpty() && lanes.stream().allMatch(lane -> lane.result() == Result.PASS);
        return all ? PROMOTE : HOLD;
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
