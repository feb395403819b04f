package dev.tinyland.gf.arc.inspect;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.arc.inspect.LaneDiagnosis.Sign;
import dev.tinyland.gf.arc.upstream.KnownIssue;
import dev.tinyland.gf.arc.upstream.KnownIssues;
import dev.tinyland.gf.helm.ChartVersion;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;
import dev.tinyland.gf.report.MarkdownText;
import dev.tinyland.gf.report.Status;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what was seen and what was made of it into a run's report. */
public final class InspectionReport {
    private final Run run;
    private final Diagnosis diagnosis;
    private final KnownIssues known;

    public InspectionReport(Run run, Diagnosis diagnosis, KnownIssues known) {
        this.run = run;
        this.diagnosis = diagnosis;
        this.known = known;
    }

    /** One check for each part that was looked at. */
    public void looked(ClusterView cluster, GitHubView github) throws IOException {
        part("AI01", "AutoscalingRunnerSets", true, cluster.sets());
        part("AI02", "AutoscalingListeners", true, cluster.listeners());
        part("AI03", "EphemeralRunnerSets", true, cluster.ephemeralSets());
        part("AI04", "EphemeralRunners", true, cluster.runners());
        part("AI05", "pods of runners", true, cluster.runnerPods());
        part("AI06", "pods of listeners", true, cluster.listenerPods());
        part("AI07", "the controller", true, cluster.controllers());
        part("AI08", "warning events", false, cluster.warnings());
        part("AI09", "GitHub's runners", false, github.runners());
        part("AI10", "GitHub's runner groups", false, github.groups());
        part("AI11", "jobs that wait at GitHub", false, github.queued());
    }

    private <T> void part(String id, String what, boolean required, Seen<T> seen) throws IOException {
        Status status;
        String observed;
        switch (seen) {
            case Seen.Of<T>(T value) -> {
                status = Status.PASS;
                observed = value instanceof List<?> list ? Integer.toString(list.size()) : "";
            }
            case Seen.Not<T>(String why, String _) -> {
                status = required ? Status.UNKNOWN : Status.SKIP;
                observed = why;
            }
        }
        String title = what + (what.equals("the controller") ? " is seen" : " are seen");
        run.check(
                required
                        ? Check.required(id, title, status, "", observed)
                        : Check.optional(id, title, status, "", observed));
    }

    /** One finding for each sign, a table, and the outputs {@code lanes} and {@code degraded-lanes}. */
    public void judged(List<LaneDiagnosis> lanes) throws IOException {
        for (LaneDiagnosis lane : lanes) {
            for (Sign sign : lane.signs()) {
                run.finding(Finding.of(
                        sign.verdict().name(),
                        sign.verdict().isDegraded() ? Level.BLOCK : Level.REVIEW,
                        lane.lane(),
                        sign.observed(),
                        sign.why() + issues(lane, sign),
                        sign.next()));
            }
        }
        StringBuilder table = new StringBuilder("#### Lanes\n\n| lane | verdict | seen | next |\n|---|---|---|---|\n");
        for (LaneDiagnosis lane : lanes) {
            table.append("| ")
                    .append(MarkdownText.cell(lane.lane()))
                    .append(" | `")
                    .append(lane.verdict())
                    .append("` | ")
                    .append(MarkdownText.cell(seen(lane)))
                    .append(" | ")
                    .append(MarkdownText.cell(
                            lane.signs().isEmpty()
                                    ? ""
                                    : lane.signs().getFirst().next()))
                    .append(" |\n");
        }
        run.report().section(table.toString());
        KnownIssues.markdown(
                        lanes.stream()
                                .flatMap(lane -> lane.signs().stream().flatMap(sign -> known(lane, sign).stream()))
                                .distinct()
                                .toList(),
                        known.asOf())
                .ifPresent(run.report()::section);
        if (!run.host().inActions()) {
            lanes.forEach(lane -> run.say(lane.lane() + "  " + lane.verdict() + "  " + seen(lane)));
            run.say("");
        }
        run.output("lanes", json(lanes));
        run.output(
                "degraded-lanes",
                lanes.stream()
                        .filter(lane -> lane.verdict().isDegraded())
                        .map(LaneDiagnosis::lane)
                        .collect(Collectors.joining(",")));
    }

    private static String seen(LaneDiagnosis lane) {
        return lane.signs().isEmpty()
                ? String.join("; ", lane.notes())
                : lane.signs().getFirst().observed();
    }

    /** What upstream knows of a sign in the lane's version, where the sign does not say it itself. */
    private String issues(LaneDiagnosis lane, Sign sign) {
        String version =
                diagnosis.version(lane.lane()).map(ChartVersion::toString).orElse("");
        return known(lane, sign).stream()
                .filter(issue ->
                        !sign.why().contains(number(issue)) && !sign.observed().contains(number(issue)))
                .map(issue -> "; known in " + version + " as " + issue.reference() + ": " + issue.what())
                .collect(Collectors.joining());
    }

    private List<KnownIssue> known(LaneDiagnosis lane, Sign sign) {
        return diagnosis
                .version(lane.lane())
                .map(version -> known.behind(sign.verdict().name(), version))
                .orElse(List.of());
    }

    private static String number(KnownIssue issue) {
        return issue.reference().substring(issue.reference().indexOf('#'));
    }

    private static String json(List<LaneDiagnosis> lanes) {
        ArrayNode list = new ObjectMapper().createArrayNode();
        for (LaneDiagnosis lane : lanes) {
            ObjectNode node = list.addObject();
            node.put("lane", lane.lane());
            node.put("verdict", lane.verdict().name());
            node.put("seen", seen(lane));
            node.put(
                    "next",
                    lane.signs().isEmpty() ? "" : lane.signs().getFirst().next());
        }
        return list.toString();
    }
}
