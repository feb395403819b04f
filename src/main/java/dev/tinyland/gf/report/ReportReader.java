package dev.tinyland.gf.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a {@code report.json} that may have come from anywhere, as strictly as {@code config/report.schema.json} says it,
 * and refuses one that calls itself green while a required check of its own says otherwise.
 */
public final class ReportReader {
    /** Most bytes of a report. */
    public static final int LARGEST = 16 * 1024 * 1024;

    private static final Pattern SCHEMA = Pattern.compile("gf\\.[a-z0-9-]+/v1");
    private static final Pattern WORDS = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern VERDICT = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Pattern REASON = Pattern.compile("([a-z0-9]+(-[a-z0-9]+)*|[A-Z]{1,2}[0-9]{1,3})?");
    private static final Set<String> REPORT_KEYS = Set.of(
            "schema",
            "tool",
            "version",
            "verdict",
            "exitCode",
            "failureReason",
            "startedAt",
            "durationMs",
            "subject",
            "checks",
            "findings",
            "outputs",
            "next");
    private static final Set<String> CHECK_KEYS =
            Set.of("id", "title", "status", "required", "expected", "observed", "durationMs", "evidence");
    private static final Set<String> FINDING_KEYS =
            Set.of("id", "level", "subject", "observed", "before", "after", "why", "next");
    private static final Set<Integer> EXIT_CODES = Set.of(0, 1, 2, 3, 4, 70);

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private ReportReader() {}

    /** What a file turned out to be. */
    public sealed interface Result {

        /** A report. */
        record Read(Report report) implements Result {}

        /** None. The problem names keys, never values. */
        record Unreadable(String problem) implements Result {}
    }

    /** A file that is not a report. */
    private static final class NotAReport extends Exception {
        private static final long serialVersionUID = 1L;

        NotAReport(String problem) {
            super(problem, null, false, false);
        }

        String problem() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Reads a report.
     *
     * @param otherwise when it was made, for a report that does not say so, as gf-lint's does not
     */
    public static Result read(byte[] bytes, Instant otherwise) {
        if (bytes.length > LARGEST) {
            return new Result.Unreadable("it is larger than " + LARGEST / (1024 * 1024) + " MiB");
        }
        try {
            JsonNode root = JSON.readTree(bytes);
            if (root == null || !root.isObject()) {
                return new Result.Unreadable("it is not a JSON object");
            }
            Report report = root.path("schema").asText().equals(LintDocumentReader.SCHEMA)
                    ? LintDocumentReader.read(root, otherwise)
                    : report(root);
            List<String> objections = report.exitCode() == 0 ? objections(report) : List.of();
            return objections.isEmpty()
                    ? new Result.Read(report)
                    : new Result.Unreadable("it calls itself green, but " + String.join("; ", objections));
        } catch (NotAReport e) {
            return new Result.Unreadable(e.problem());
        } catch (LintDocumentReader.NotADocument e) {
            return new Result.Unreadable(String.valueOf(e.getMessage()));
        } catch (JsonProcessingException e) {
            return new Result.Unreadable("it is not JSON, or it is cut");
        } catch (IOException e) {
            return new Result.Unreadable("it cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static List<String> objections(Report report) {
        return report.checks().stream()
                .filter(Check::required)
                .filter(check -> switch (check.status()) {
                    case PASS, WARN -> false;
                    case FAIL, SKIP, UNKNOWN -> true;
                })
                .map(check -> "its required check " + check.id() + " is " + check.status())
                .toList();
    }

    private static Report report(JsonNode root) throws NotAReport {
        keys(root, REPORT_KEYS, "the report");
        int exitCode = number(root, "exitCode").intValue();
        if (!EXIT_CODES.contains(exitCode) || !number(root, "exitCode").isInt()) {
            throw new NotAReport("exitCode is none of ours");
        }
        String reason = text(root, "failureReason", REASON);
        if (reason.isEmpty() != (exitCode == 0)) {
            throw new NotAReport("failureReason and exitCode disagree");
        }
        text(root, "schema", SCHEMA);
        List<Check> checks = new ArrayList<>();
        for (JsonNode check : array(root, "checks")) {
            checks.add(check(check));
        }
        List<Finding> findings = new ArrayList<>();
        for (JsonNode finding : array(root, "findings")) {
            findings.add(finding(finding));
        }
        List<String> next = new ArrayList<>();
        for (JsonNode line : array(root, "next")) {
            if (!line.isTextual() || line.asText().isEmpty()) {
                throw new NotAReport("next holds something that is not a text");
            }
            next.add(line.asText());
        }
        return new Report(
                text(root, "tool", WORDS),
                notEmpty(root, "version"),
                text(root, "verdict", VERDICT),
                exitCode,
                reason,
                instant(root),
                duration(root),
                text(root, "subject"),
                checks,
                findings,
                outputs(root),
                next);
    }

    private static Check check(JsonNode node) throws NotAReport {
        keys(node, CHECK_KEYS, "a check");
        if (!node.path("required").isBoolean()) {
            throw new NotAReport("required of a check is not true or false");
        }
        return new Check(
                notEmpty(node, "id"),
                notEmpty(node, "title"),
                word(Status.class, node, "status"),
                node.path("required").asBoolean(),
                text(node, "expected"),
                text(node, "observed"),
                duration(node),
                text(node, "evidence"));
    }

    private static Finding finding(JsonNode node) throws NotAReport {
        keys(node, FINDING_KEYS, "a finding");
        return new Finding(
                notEmpty(node, "id"),
                word(Level.class, node, "level"),
                text(node, "subject"),
                text(node, "observed"),
                text(node, "before"),
                text(node, "after"),
                text(node, "why"),
                text(node, "next"));
    }

    private static Map<String, String> outputs(JsonNode root) throws NotAReport {
        JsonNode node = root.path("outputs");
        if (!node.isObject()) {
            throw new NotAReport("outputs is not an object");
        }
        Map<String, String> outputs = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> output : node.properties()) {
            if (!WORDS.matcher(output.getKey()).matches() || !output.getValue().isTextual()) {
                throw new NotAReport("an output is not a text under a name in kebab-case");
            }
            outputs.put(output.getKey(), output.getValue().asText());
        }
        return outputs;
    }

    private static void keys(JsonNode node, Set<String> expected, String what) throws NotAReport {
        if (!node.isObject()) {
            throw new NotAReport(what + " is not an object");
        }
        for (String key : expected) {
            if (!node.has(key)) {
                throw new NotAReport(what + " lacks " + key);
            }
        }
        if (node.size() > expected.size()) {
            throw new NotAReport(what + " has keys that the schema does not know");
        }
    }

    private static JsonNode array(JsonNode node, String key) throws NotAReport {
        if (!node.path(key).isArray()) {
            throw new NotAReport(key + " is not a list");
        }
        return node.path(key);
    }

    private static JsonNode number(JsonNode node, String key) throws NotAReport {
        if (!node.path(key).isIntegralNumber()) {
            throw new NotAReport(key + " is not a whole number");
        }
        return node.path(key);
    }

    private static String text(JsonNode node, String key) throws NotAReport {
        if (!node.path(key).isTextual()) {
            throw new NotAReport(key + " is not a text");
        }
        return node.path(key).asText();
    }

    private static String text(JsonNode node, String key, Pattern pattern) throws NotAReport {
        String text = text(node, key);
        if (!pattern.matcher(text).matches()) {
            throw new NotAReport(key + " is not of the form it has to be");
        }
        return text;
    }

    private static String notEmpty(JsonNode node, String key) throws NotAReport {
        String text = text(node, key);
        if (text.isBlank()) {
            throw new NotAReport(key + " is empty");
        }
        return text;
    }

    private static <E extends Enum<E>> E word(Class<E> type, JsonNode node, String key) throws NotAReport {
        String text = text(node, key);
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(text)) {
                return value;
            }
        }
        throw new NotAReport(key + " is none of the words it may be");
    }

    private static Instant instant(JsonNode root) throws NotAReport {
        try {
            return OffsetDateTime.parse(text(root, "startedAt")).toInstant();
        } catch (DateTimeException e) {
            throw new NotAReport("startedAt is not a time");
        }
    }

    private static Duration duration(JsonNode node) throws NotAReport {
        JsonNode number = number(node, "durationMs");
        if (!number.canConvertToLong() || number.asLong() < 0) {
            throw new NotAReport("durationMs is not a duration");
        }
        return Duration.ofMillis(number.asLong());
    }
}
