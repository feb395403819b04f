package dev.tinyland.gf.arc.plan;

import java.util.List;
import java.util.stream.Stream;

/**
 * Runners that lanes may have together.
 *
 * @param runners sum of the maxima that are known
 * @param open lanes whose maximum is not a known number, so that the sum is a lower bound
 */
public record Capacity(long runners, int open) {

    static Capacity of(Stream<LaneValues> lanes) {
        long runners = 0;
        int open = 0;
        List<RunnerCount> maxima = lanes.map(LaneValues::maximum).toList();
        for (RunnerCount maximum : maxima) {
            if (maximum instanceof RunnerCount.Whole(long value)) {
                runners += value;
            } else {
                open++;
            }
        }
        return new Capacity(runners, open);
    }

    /** For people, as in {@code 20} or {@code 18 and 1 lane without a number}. */
    public String text() {
        return runners + (open == 0 ? "" : " and " + open + (open == 1 ? " lane" : " lanes") + " without a number");
    }
}
