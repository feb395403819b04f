package dev.tinyland.gf.arc.plan;

import com.fasterxml.jackson.databind.JsonNode;

/** A number of runners as the chart takes it: it renders a number only, and drops everything else without a word. */
public sealed interface RunnerCount {

    /** A whole number. */
    record Whole(long value) implements RunnerCount {}

    /** Not set. */
    record Absent() implements RunnerCount {}

    /** Set to something the chart drops, such as the string {@code "8"}. */
    record Dropped() implements RunnerCount {}

    /** Known only after the apply. */
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
        if (node.isMissingNode() || node.isNull()) {
            return unknown ? new Unknown() : new Absent();
        }
        return node.isIntegralNumber() ? new Whole(node.longValue()) : new Dropped();
    }
}
