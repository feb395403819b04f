package dev.tinyland.gf.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads gf-lint's own document as a report, as far as a comment shows it. It has no checks: its findings are its verdict. */
final class LintDocumentReader {
    static final String SCHEMA = "gf.lint/v1";

    private static final Map<String, Integer> EXIT_CODES =
            Map.of("CLEAN", 0, "FINDINGS", 1, "INVALID", 2, "NOTHING_JUDGED", 3, "INCOMPLETE", 3, "INTERNAL_ERROR", 70);
    private static final Map<String, Level> LEVELS =
            Map.of("error", Level.BLOCK, "warning", Level.REVIEW, "note", Level.INFO);

    private LintDocumentReader() {}

    /** A document of another shape. */
    static final class NotADocument extends Exception {
        private static final long serialVersionUID = 1L;

        NotADocument(String problem) {
            super(problem, null, false, false);
        }
    }

    static Report read(JsonNode root, Instant made) throws NotADocument {
        String verdict = text(root, "verdict");
        Integer exitCode = EXIT_CODES.get(verdict);
        if (exitCode == null) {
            throw new NotADocument("verdict is none of gf-lint's");
        }
        if (!root.path("findings").isArray()) {
            throw new NotADocument("findings is not a list");
        }
        if (!root.path("summary").path("files").isIntegralNumber()) {
            throw new NotADocument("summary does not say how many files were judged");
        }
        List<Finding> findings = new ArrayList<>();
        for (JsonNode node : root.path("findings")) {
            if (!node.path("suppressed").asBoolean()) {
                findings.add(finding(node));
            }
        }
        if (verdict.equals("FINDINGS") && findings.isEmpty()) {
            throw new NotADocument("the verdict is FINDINGS, and there is none");
        }
        return new Report(
                "gf-lint",
                text(root, "version"),
                verdict,
                exitCode,
                exitCode == 0 ? "" : verdict.toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                made,
                Duration.ZERO,
                root.path("summary").path("files").asLong() + " files",
                List.of(),
                findings,
                Map.of(),
                List.of());
    }

    private static Finding finding(JsonNode node) throws NotADocument {
        Level level = LEVELS.get(text(node, "severity"));
        if (level == null) {
            throw new NotADocument("severity is none of gf-lint's");
        }
        return new Finding(
                text(node, "rule"),
                level,
                text(node, "path") + ":" + node.path("line").asInt(),
                text(node, "message"),
                "",
                "",
                node.path("why").asText(),
                node.path("suggestion").asText());
    }

    private static String text(JsonNode node, String key) throws NotADocument {
        if (!node.path(key).isTextual()) {
            throw new NotADocument(key + " is not a text");
        }
        return node.path(key).asText();
    }
}
