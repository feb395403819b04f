package dev.tinyland.gf.arc.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tinyland.gf.helm.HelmReleaseReader;

/** A number of runners as the chart takes it: it renders a number only, and drops everything else without a word. */
public sealed interface RunnerCount {

    /** A whole number. */
    record Whole(long value) implements RunnerCount {}

    /** Not set. */
    record Absent() implements RunnerCount {}

    /** Set to something the chart drops, such as the string {@code "8"}. */
    record Dropped() implements RunnerCount {}

    /** Known only after the apply, or hidden. */
    record Unknown() implements RunnerCount {}

    /** For people: the number, {@code unset}, {@code not a number} or {@code unknown}. */
    default String text() {
        return switch (this) {
            case Whole number -> Long.toString(number.value());
            case Absent _ -> "unset";
            case Dropped _ -> "not a number";
            case Unknown _ -> "unknown";
        };
    }

    static RunnerCount of(JsonNode node, boolean unknown) {
        if (node.isMissingNode()) {
            return unknown ? new Unknown() : new Absent();
        }
        if (node.isNull()) {
            return new Absent();
        }
        String text = node.asText("");
        if (text.equals(HelmReleaseReader.UNKNOWN) || text.equals(HelmReleaseReader.SENSITIVE)) {
            return new Unknown();
        }
        // The chart takes any number and cuts its fraction off.
        return node.isNumber() ? new Whole(node.longValue()) : new Dropped();
    }
}
