package dev.tinyland.gf.lint.format;

import dev.tinyland.gf.lint.engine.Stopwatch;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** Where a run spent its time: the phases, then the rules, the longest first. */
public final class TimingFormat {
    private static final double MILLISECOND = 1_000_000.0;

    private TimingFormat() {}

    public static String render(Stopwatch stopwatch) {
        StringBuilder out = new StringBuilder("Time by phase (reading and rules add up over all threads):\n");
        rows(stopwatch.phases(), out);
        out.append("Time by rule:\n");
        rows(stopwatch.rules(), out);
        return out.toString();
    }

    private static void rows(Map<String, Long> times, StringBuilder out) {
        times.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry::getKey))
                .forEach(time -> out.append(
                        String.format(Locale.ROOT, "%10.1f ms  %s%n", time.getValue() / MILLISECOND, time.getKey())));
    }
}
