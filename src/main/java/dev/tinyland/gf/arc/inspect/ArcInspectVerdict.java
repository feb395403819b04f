package dev.tinyland.gf.arc.inspect;

import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.Verdict;
import java.util.Collection;

/** The verdicts of {@code arc-inspect}, in order of precedence. */
public enum ArcInspectVerdict implements Verdict {
    DEGRADED(ExitCode.BAD, "at least one lane is degraded"),
    UNKNOWN(ExitCode.UNKNOWN, "no lane is seen to be degraded, and not every lane could be judged"),
    HEALTHY(ExitCode.ACCEPTABLE, "every lane was judged and nothing speaks against it");

    private final ExitCode exitCode;
    private final String when;

    ArcInspectVerdict(ExitCode exitCode, String when) {
        this.exitCode = exitCode;
        this.when = when;
    }

    /** Over all lanes; none at all is not healthy. */
    public static ArcInspectVerdict of(Collection<LaneDiagnosis> lanes) {
        if (lanes.stream().anyMatch(lane -> lane.verdict().isDegraded())) {
            return DEGRADED;
        }
        boolean all = !lanes.isEmpty() && lanes.stream().allMatch(lane -> lane.verdict() == LaneVerdict.OK);
        return all ? HEALTHY : UNKNOWN;
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
