package dev.tinyland.gf.arc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tinyland.gf.arc.plan.LaneValues;
import dev.tinyland.gf.arc.plan.PlannedRelease;
import dev.tinyland.gf.arc.plan.RunnerPlan;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.Lane;
import dev.tinyland.gf.helm.HelmRelease;
import dev.tinyland.gf.report.MarkdownText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The lanes of a plan as a reviewer reads them: one row a lane, what changes as {@code before → after}. */
final class LaneTable {
    private static final List<String> HEAD = List.of(
            "lane",
            "action",
            "group",
            "min",
            "max",
            "chart",
            "mode",
            "image",
            "caches",
            "pull secrets",
            "limits",
            "placed on");

    private final RunnerPlan plan;
    private final Contract contract;

    LaneTable(RunnerPlan plan, Contract contract) {
        this.plan = plan;
        this.contract = contract;
    }

    /** As Markdown: changed lanes as a table, unchanged ones folded. */
    String markdown() {
        StringBuilder text = new StringBuilder("#### Lanes\n\n");
        List<PlannedRelease> changed = lanes(true);
        List<PlannedRelease> unchanged = lanes(false);
        if (changed.isEmpty()) {
            text.append("No lane changes.\n");
        } else {
            text.append(table(changed));
        }
        if (!unchanged.isEmpty()) {
            text.append("\n<details><summary>")
                    .append(unchanged.size())
                    .append(" unchanged</summary>\n\n")
                    .append(table(unchanged))
                    .append("\n</details>\n");
        }
        return text.toString();
    }

    /** As plain text for a terminal. */
    List<String> text() {
        List<String> lines = new ArrayList<>();
        for (PlannedRelease lane : plan.lanes()) {
            List<String> row = row(lane);
            StringBuilder line = new StringBuilder(row.getFirst()).append("  ").append(row.get(1));
            for (int i = 2; i < row.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    line.append("  ").append(HEAD.get(i)).append(": ").append(row.get(i));
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** As the output {@code lanes}: label, address, action, chart version, counts after the apply. */
    String json() {
        ArrayNode lanes = new ObjectMapper().createArrayNode();
        for (PlannedRelease lane : plan.lanes()) {
            ObjectNode node = lanes.addObject();
            node.put("label", lane.label());
            node.put("address", lane.address());
            node.put("action", action(lane));
            lane.after().flatMap(HelmRelease::version).ifPresent(version -> node.put("chart", version));
            lane.laneAfter().ifPresent(values -> {
                node.put("group", values.group());
                node.put("minimum", values.minimum().text());
                node.put("maximum", values.maximum().text());
                ArrayNode environment = node.putArray("environment");
                values.environment().keySet().stream()
                        .filter(attachments()::contains)
                        .sorted()
                        .forEach(environment::add);
            });
        }
        return lanes.toString();
    }

    /** The variables that attach a lane to caches and executor. */
    private Set<String> attachments() {
        return Set.of(
                contract.attic().serverVariable(),
                contract.attic().cacheVariable(),
                contract.bazel().cacheVariable(),
                contract.bazel().executorVariable());
    }

    private List<PlannedRelease> lanes(boolean changed) {
        return plan.lanes().stream()
                .filter(lane -> lane.action().changes() == changed)
                .toList();
    }

    private String table(List<PlannedRelease> lanes) {
        StringBuilder text = new StringBuilder("| ")
                .append(String.join(" | ", HEAD))
                .append(" |\n")
                .append("|---".repeat(HEAD.size()))
                .append("|\n");
        for (PlannedRelease lane : lanes) {
            text.append("| ")
                    .append(String.join(
                            " | ", row(lane).stream().map(MarkdownText::cell).toList()))
                    .append(" |\n");
        }
        return text.toString();
    }

    private List<String> row(PlannedRelease lane) {
        return List.of(
                change(lane, LaneValues::label),
                action(lane),
                change(lane, LaneValues::group),
                change(lane, values -> values.minimum().text()),
                change(lane, values -> values.maximum().text()),
                change(lane, values -> values.release().version().orElse("unknown")),
                change(lane, values -> values.containerMode().orElse("none")),
                change(lane, values -> values.image().map(LaneTable::shortImage).orElse("chart's default")),
                change(lane, this::caches),
                change(lane, values -> String.join(" ", values.pullSecrets())),
                change(lane, LaneTable::limits),
                change(lane, LaneTable::placement));
    }

    static String action(PlannedRelease lane) {
        return switch (lane.action()) {
            case NO_OP, READ, OPEN -> "unchanged";
            case CREATE -> "create";
            case UPDATE -> "change";
            case DELETE -> "DESTROY";
            case DELETE_THEN_CREATE, CREATE_THEN_DELETE -> "REPLACE";
            case FORGET, FORGET_THEN_CREATE -> "FORGET";
            case UNKNOWN -> "UNKNOWN";
        };
    }

    private static String change(PlannedRelease lane, Function<LaneValues, String> column) {
        Optional<String> before = lane.laneBefore().map(column);
        Optional<String> after = lane.laneAfter().map(column);
        if (before.isPresent() && after.isPresent() && !before.equals(after)) {
            return blank(before.get()) + " → " + blank(after.get());
        }
        return after.or(() -> before).orElse("");
    }

    private static String blank(String text) {
        return text.isEmpty() ? "none" : text;
    }

    /** The end of the name and the start of the digest. */
    private static String shortImage(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        int digest = name.indexOf("@sha256:");
        return digest < 0 ? name : name.substring(0, Math.min(name.length(), digest + 8 + 12));
    }

    /** What the lane's type expects, attached or not; a lane whose type expects no cache has none to lose. */
    private String caches(LaneValues values) {
        Map<String, String> environment = values.environment();
        List<String> expected = contract.lane(values.label())
                .or(() -> contract.laneOfRelease(values.release().name()))
                .map(Lane::environment)
                .orElse(List.of(
                        contract.attic().serverVariable(), contract.bazel().cacheVariable()));
        List<String> cacheNames = List.of(
                contract.attic().serverVariable(),
                contract.attic().cacheVariable(),
                contract.bazel().cacheVariable());
        long wanted = expected.stream().filter(cacheNames::contains).count();
        long present = cacheNames.stream().filter(environment::containsKey).count();
        String executor = environment.containsKey(contract.bazel().executorVariable()) ? " + executor" : "";
        if (present == 0) {
            return (wanted == 0 ? "n/a" : "detached") + executor;
        }
        return (present < wanted ? "partly attached" : "attached") + executor;
    }

    private static String limits(LaneValues values) {
        List<String> limits = new ArrayList<>();
        for (JsonNode container : values.podSpec().path("containers")) {
            if (container.path("name").asText("").equals("runner")) {
                container
                        .path("resources")
                        .path("limits")
                        .properties()
                        .forEach(limit -> limits.add(
                                limit.getKey() + " " + limit.getValue().asText("")));
            }
        }
        return String.join(", ", limits);
    }

    private static String placement(LaneValues values) {
        List<String> selectors = new ArrayList<>();
        values.podSpec()
                .path("nodeSelector")
                .properties()
                .forEach(entry ->
                        selectors.add(entry.getKey().substring(entry.getKey().lastIndexOf('/') + 1) + "="
                                + entry.getValue().asText("")));
        return String.join(", ", selectors);
    }

    /** Runners that all lanes may have together, before and after. */
    String total() {
        String before = plan.capacityBefore().text();
        String after = plan.capacityAfter().text();
        return before.equals(after) ? after : before + " → " + after;
    }
}
