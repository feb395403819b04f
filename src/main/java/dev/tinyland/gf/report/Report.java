package dev.tinyland.gf.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one run of one tool says: the content of {@code report.json} (schema {@code config/report.schema.json}).
 *
 * @param tool name of the tool; the schema is {@code gf.<tool>/v1}
 * @param verdict word of the verdict
 * @param failureReason a word in kebab-case or a check id when the exit is not 0, else empty
 * @param subject what was judged, such as {@code stack arc-runners}
 * @param outputs the step outputs, in order
 * @param next commands to run next
 */
public record Report(
        String tool,
        String version,
        String verdict,
        int exitCode,
        String failureReason,
        Instant startedAt,
        Duration duration,
        String subject,
        List<Check> checks,
        List<Finding> findings,
        Map<String, String> outputs,
        List<String> next) {

    public Report {
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        next = List.copyOf(next);
    }

    public String schema() {
        return "gf." + tool + "/v1";
    }
}
