package dev.tinyland.gf.arc.canary;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.arc.canary.LaneResult.Result;
import dev.tinyland.gf.arc.upstream.KnownIssues;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.CommonVerdict;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;
import dev.tinyland.gf.report.MarkdownText;
import dev.tinyland.gf.report.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what a canary made out into a run's report. */
public final class CanaryReport {
    private static final String HERE = "the canary does not wait for itself";
    private static final String RAN = "a job ran on every lane as it should";

    private final Run run;
    private final boolean cluster;
    private final LocalDate issuesAsOf;

    /**
     * A report.
     *
     * @param cluster whether the lanes were watched in the cluster
     * @param issuesAsOf the day of the list of known issues
     */
    public CanaryReport(Run run, boolean cluster, LocalDate issuesAsOf) {
        this.run = run;
        this.cluster = cluster;
        this.issuesAsOf = issuesAsOf;
    }

    /** Writes it all and says how the run ends. */
    public Conclusion conclude(CanaryOutcome outcome) throws IOException {
        return switch (outcome) {
            case CanaryOutcome.Refused(String reason, String next) -> {
                run.check(Check.required("AC01", HERE, Status.FAIL, "", reason));
                run.next(next);
                yield new Conclusion(CanaryVerdict.REFUSED, "self-deadlock");
            }
            case CanaryOutcome.Invalid(String word, String reason, String next) -> {
                run.check(Check.required("AC01", HERE, Status.PASS, "", ""));
                run.check(Check.required("AC02", RAN, Status.FAIL, "", reason));
                run.next(next);
                yield new Conclusion(CommonVerdict.INVALID, word);
            }
            case CanaryOutcome.Judged(List<LaneResult> lanes) -> judged(lanes);
        };
    }

    private Conclusion judged(List<LaneResult> lanes) throws IOException {
        CanaryVerdict verdict = CanaryVerdict.of(lanes);
        run.check(Check.required("AC01", HERE, Status.PASS, "", ""));
        Status status = switch (verdict) {
            case PROMOTE -> Status.PASS;
            case ABORT -> Status.FAIL;
            case HOLD, REFUSED, SKIPPED -> Status.UNKNOWN;
        };
        run.check(Check.required("AC02", RAN, status, "", summary(lanes)));
        run.check(Check.optional(
                "AC03",
                "the lanes were watched in the cluster",
                cluster ? Status.PASS : Status.SKIP,
                "",
                cluster ? "" : "cluster-checks is off"));
        for (LaneResult lane : lanes) {
            for (int i = 0; i < lane.reasons().size(); i++) {
                run.finding(Finding.of(
                        "AC02",
                        lane.reasons().get(i).equals(LaneResult.CANCELLED) ? Level.INFO : level(lane),
                        lane.lane(),
                        lane.reasons().get(i),
                        i == 0 ? why(lane) : place(lane),
                        i == 0 ? lane.next() : ""));
            }
            if (!lane.ending().isEmpty()) {
                run.finding(Finding.of(
                        "AC05",
                        Level.REVIEW,
                        lane.lane(),
                        lane.ending(),
                        "GitHub sends no jobs to superseded releases",
                        "build the lane's image on the newest release of actions/runner"));
            }
        }
        outputs(lanes, verdict);
        run.report().section(table(lanes, verdict));
        KnownIssues.markdown(
                        lanes.stream()
                                .flatMap(lane -> lane.known().stream())
                                .distinct()
                                .toList(),
                        issuesAsOf)
                .ifPresent(run.report()::section);
        if (!run.host().inActions()) {
            lanes.forEach(lane -> run.say(line(lane)));
            run.say("");
        }
        return new Conclusion(verdict, verdict == CanaryVerdict.ABORT ? "lane-failed" : "unproved");
    }

    private static String place(LaneResult lane) {
        return lane.run()
                .map(link -> ("run " + link.id() + " " + link.page()).strip())
                .orElse("");
    }

    private String why(LaneResult lane) {
        String known = lane.known().stream()
                .map(issue -> issue.reference() + ": " + issue.what())
                .collect(Collectors.joining("; "));
        return Stream.of(place(lane), known.isEmpty() ? "" : "known (list of " + issuesAsOf + ") as " + known)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static Level level(LaneResult lane) {
        return switch (lane.result()) {
            case FAIL -> Level.BLOCK;
            case INCONCLUSIVE -> Level.REVIEW;
            case PASS, SKIPPED -> Level.INFO;
        };
    }

    private static String summary(List<LaneResult> lanes) {
        return lanes.stream().map(lane -> lane.lane() + " " + lane.result()).collect(Collectors.joining(", "));
    }

    private static String line(LaneResult lane) {
        return lane.lane() + "  " + lane.result()
                + (lane.runner().isEmpty() ? "" : "  runner: " + lane.runner() + " (" + lane.group() + ")")
                + lane.queued()
                        .map(time -> "  queued: " + time.toSeconds() + " s")
                        .orElse("")
                + lane.ran().map(time -> "  ran: " + time.toSeconds() + " s").orElse("")
                + (lane.checks().isEmpty() ? "" : "  " + String.join(" ", lane.checks()));
    }

    private static String table(List<LaneResult> lanes, CanaryVerdict verdict) {
        StringBuilder text = new StringBuilder("""
            #### Lanes

            | lane | result | runner | group | queued | ran | checks | reason |
            |---|---|---|---|---|---|---|---|
            """);
        for (LaneResult lane : lanes) {
            List<String> cells = List.of(
                    lane.lane(),
                    lane.result().name(),
                    lane.runner(),
                    lane.group(),
                    seconds(lane.queued()),
                    seconds(lane.ran()),
                    String.join(" ", lane.checks()),
                    lane.reasons().isEmpty() ? "" : lane.reasons().getFirst());
            text.append("| ")
                    .append(cells.stream().map(MarkdownText::cell).collect(Collectors.joining(" | ")))
                    .append(" |\n");
        }
        advice(lanes, verdict)
                .ifPresent(advice -> text.append("\n#### What to do\n\n")
                        .append(advice.lines()
                                .map(line -> "- " + MarkdownText.plain(line))
                                .collect(Collectors.joining("\n")))
                        .append('\n'));
        return text.append("\n"
                        + "A job that ran proves the lane's way from GitHub to a runner and back. It proves no"
                        + " cache hit.")
                .toString();
    }

    private static String seconds(Optional<Duration> time) {
        return time.map(span -> span.toSeconds() + " s").orElse("");
    }

    /** What to do about lanes that failed, one step a line, least destructive first. Nothing of it is done here. */
    static Optional<String> advice(List<LaneResult> lanes, CanaryVerdict verdict) {
        if (verdict != CanaryVerdict.ABORT) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (LaneResult lane : lanes) {
            if (lane.result() == Result.FAIL) {
                text.append(lane.lane())
                        .append(": ")
                        .append(lane.reasons().getFirst())
                        .append(lane.next().isEmpty() ? "" : "; what to do: " + lane.next())
                        .append('\n');
            }
        }
        return Optional.of(text
                + "do not apply again before the cause is known, and keep errored.tfstate if there is one\n"
                + "to go back: take chart and image of the plan's column before into the stack's inputs, make a new"
                + " plan, and judge it with gf arc-plan; a chart that goes back is AP02 and wants an accept with a"
                + " reason\n"
                + "where only the listener is stale: delete its AutoscalingListener, not the lane");
    }

    private void outputs(List<LaneResult> lanes, CanaryVerdict verdict) {
        ArrayNode list = new ObjectMapper().createArrayNode();
        for (LaneResult lane : lanes) {
            ObjectNode node = list.addObject();
            node.put("lane", lane.lane());
            node.put("result", lane.result().name());
            node.put("runner", lane.runner());
            node.put("group", lane.group());
            if (!lane.version().isEmpty()) {
                node.put("runner_version", lane.version());
            }
            lane.queued().ifPresent(time -> node.put("queue_s", time.toSeconds()));
            lane.ran().ifPresent(time -> node.put("run_s", time.toSeconds()));
            lane.run().ifPresent(link -> node.put("run_url", link.page()));
            ArrayNode checks = node.putArray("checks");
            lane.checks().forEach(checks::add);
            ArrayNode reasons = node.putArray("reasons");
            lane.reasons().forEach(reasons::add);
        }
        run.output("lanes", list.toString());
        run.output(
                "failed-lanes",
                lanes.stream()
                        .filter(lane -> lane.result() == Result.FAIL)
                        .map(LaneResult::lane)
                        .collect(Collectors.joining(",")));
        run.output(
                "run-ids",
                lanes.stream()
                        .flatMap(lane -> lane.run().stream())
                        .map(link -> Long.toString(link.id()))
                        .collect(Collectors.joining(",")));
        run.output("advice", advice(lanes, verdict).orElse(""));
    }
}
