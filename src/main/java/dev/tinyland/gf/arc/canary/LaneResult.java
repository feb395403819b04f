package dev.tinyland.gf.arc.canary;

import dev.tinyland.gf.arc.upstream.KnownIssue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a canary made out about one lane.
 *
 * @param runner name of the runner that took the job, or empty
 * @param queued how long the job waited for it
 * @param ran how long it ran
 * @param run id and address of the run, where one was found
 * @param checks what the job's named steps said, as {@code gf-env:ATTIC_SERVER=success}
 * @param reasons why the result is what it is, gravest first; empty for a pass
 * @param next what to do about the first reason, or empty
 * @param known faults of ARC that others met under what was seen
 * @param version release of the runner that took the job, as it says itself; empty where it did not say
 * @param ending what is to be said of that release's end, or empty
 */
public record LaneResult(
        String lane,
        Result result,
        String runner,
        String group,
        Optional<Duration> queued,
        Optional<Duration> ran,
        Optional<RunLink> run,
        List<String> checks,
        List<String> reasons,
        String next,
        List<KnownIssue> known,
        String version,
        String ending) {

    /** A reason that is no cause: what was done about a run that nobody waits for any more. */
    static final String CANCELLED = "its run was cancelled";

    /** The result of one lane. */
    public enum Result {
        PASS,
        FAIL,
        INCONCLUSIVE,
        SKIPPED
    }

    /** Where the run is. */
    public record RunLink(long id, String page) {}

    public LaneResult {
        checks = List.copyOf(checks);
        reasons = List.copyOf(reasons);
        known = List.copyOf(known);
    }

    static LaneResult skipped(String lane, String why) {
        return new LaneResult(
                lane,
                Result.SKIPPED,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(why),
                "",
                List.of(),
                "",
                "");
    }
}
