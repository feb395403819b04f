package dev.tinyland.gf.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.tinyland.gf.secret.Redactor;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTests {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

    private enum Light implements Verdict {
        RED(ExitCode.BAD),
        GREEN(ExitCode.ACCEPTABLE);

        private final ExitCode exitCode;

        Light(ExitCode exitCode) {
            this.exitCode = exitCode;
        }

        @Override
        public ExitCode exitCode() {
            return exitCode;
        }

        @Override
        public String when() {
            return "it is " + (exitCode == ExitCode.BAD ? "red" : "green");
        }
    }

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRunThatIsKilledLeavesIncompleteAtEveryStep() throws IOException {
        ReportWriter writer = writer(new Redactor());
        assertEquals("INCOMPLETE", json().get("verdict").asText());
        writer.subject("stack arc-runners");
        writer.check(Check.required("T1", "first", Status.PASS, "", "seen"));
        assertEquals("INCOMPLETE", json().get("verdict").asText());
        assertEquals(3, json().get("exitCode").asInt());
        assertEquals("T1", json().get("checks").get(0).get("id").asText());
        assertValid();
        writer.conclude(Light.GREEN, "");
        assertEquals("GREEN", json().get("verdict").asText());
        assertValid();
    }

    @Test
    void requiredUnknownOrSkipIsNeverGreen() throws IOException {
        for (Status status : Status.values()) {
            ReportWriter writer = writer(new Redactor());
            writer.check(Check.required("T1", "seen", Status.PASS, "", ""));
            writer.check(Check.required("T2", "second", status, "", ""));
            boolean carried = status == Status.PASS || status == Status.WARN;
            if (carried) {
                assertEquals("GREEN", writer.conclude(Light.GREEN, "").verdict());
            } else {
                assertThrows(DishonestVerdictException.class, () -> writer.conclude(Light.GREEN, ""));
            }
            assertEquals("RED", writer.conclude(Light.RED, "red").verdict());
        }
    }

    @Test
    void aRunThatExecutedNoRequiredCheckIsNeverGreen() throws IOException {
        ReportWriter writer = writer(new Redactor());
        assertThrows(DishonestVerdictException.class, () -> writer.conclude(Light.GREEN, ""));
        writer.check(Check.optional("T1", "informs", Status.PASS, "", ""));
        assertThrows(DishonestVerdictException.class, () -> writer.conclude(Light.GREEN, ""));
    }

    @Test
    void eachCheckStandsOnce() throws IOException {
        ReportWriter writer = writer(new Redactor());
        writer.check(Check.required("T1", "first", Status.UNKNOWN, "", ""));
        writer.check(Check.required("T1", "first", Status.PASS, "", ""));
        assertEquals(1, writer.checks().size());
        assertEquals("GREEN", writer.conclude(Light.GREEN, "").verdict());
    }

    @Test
    void secretsAreInNoFileOfTheReportEvenWhereMarkdownEscapesThem() throws IOException {
        String secret = "to_ken*with|signs<and>more";
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of(secret));
        ReportWriter writer = writer(redactor);
        writer.subject("subject " + secret);
        writer.check(Check.required("T1", "first", Status.FAIL, "not " + secret, "saw " + secret)
                .withEvidence(writer.raw("seen.txt", "raw " + secret)));
        writer.finding(Finding.of("F1", Level.BLOCK, secret, secret, "because " + secret, "run " + secret));
        writer.output("mode", secret);
        writer.next("gf " + secret);
        Report report = writer.conclude(Light.RED, "red");
        assertFalse(TerminalReport.render(report, true).contains("ken*with"));
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file).contains("ken"), file.toString());
            }
        }
        assertValid();
    }

    @Test
    void theSummaryIsCutBetweenRowsAndSaysSo() throws IOException {
        ReportWriter writer = writer(new Redactor());
        for (int i = 0; i < 300; i++) {
            Level level = i % 2 == 0 ? Level.REVIEW : Level.BLOCK;
            writer.finding(Finding.of("F" + i, level, "subject", "é".repeat(200), "", ""));
        }
        Report report = writer.conclude(Light.RED, "red");
        String summary = MarkdownSummary.render(report, List.of(), 8 * 1024);
        assertTrue(summary.getBytes(StandardCharsets.UTF_8).length <= 8 * 1024);
        assertTrue(summary.contains("lines are left out here"));
        assertTrue(summary.contains("F1 |") && !summary.contains("F0 |"), "blocking findings come first");
        String whole = MarkdownSummary.render(report, List.of());
        assertTrue(whole.contains("F0 |") && !whole.contains("left out"));
    }

    @Test
    void whatWasSeenCannotBecomeMarkup() {
        assertEquals("a\\|b c", MarkdownText.cell("a|b\nc"));
        assertEquals("&lt;img&gt; @<!-- -->team \\[x\\](y)", MarkdownText.plain("<img> @team [x](y)"));
        assertEquals("`` a`b ``", MarkdownText.code("a`b"));
        assertEquals("a\uFFFDb", MarkdownText.plain("a\u202eb"));
        assertEquals("`a\uFFFDb`", MarkdownText.code("a\u200bb"));
    }

    @Test
    void whatWasSeenCannotWriteOnTheTerminal() throws IOException {
        ReportWriter writer = writer(new Redactor());
        writer.check(Check.required("T1", "first", Status.FAIL, "", "\u001b[2Jgone\r\nnext"));
        String text = TerminalReport.render(writer.conclude(Light.RED, "red"), false);
        assertFalse(text.contains("\u001b"));
        assertTrue(text.contains("?[2Jgone next"), text);
    }

    @Test
    void theVerdictTableHoldsTheCommonOnes() {
        assertEquals("""
            | verdict | exit | when |
            |---|---|---|
            | `RED` | 1 | it is red |
            | `GREEN` | 0 | it is green |
            | `INVALID` | 2 | usage or input is wrong; nothing was contacted |
            | `INTERNAL_ERROR` | 70 | the tool itself failed |
            | `INCOMPLETE` | 3 | the run was killed before it could judge |
            """, VerdictTable.markdown(Light.values()));
    }

    @Test
    void theFirstVerdictOfTheTableStands() {
        assertEquals(Optional.of(Light.RED), Verdicts.first(List.of(Light.GREEN, Light.RED)));
    }

    @Test
    void theSchemaRefusesAGreenReportWithAReason() throws IOException {
        Report report = new Report(
                "tool",
                "1",
                "GREEN",
                0,
                "because",
                Instant.EPOCH,
                Duration.ZERO,
                "",
                List.of(),
                List.of(),
                java.util.Map.of(),
                List.of());
        assertFalse(schema().validate(new ObjectMapper().readTree(ReportJson.write(report)))
                .isEmpty());
    }

    private ReportWriter writer(Redactor redactor) throws IOException {
        return new ReportWriter("test-tool", "1.0.0", Optional.of(folder), redactor, CLOCK);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    }

    private void assertValid() throws IOException {
        assertEquals(Set.of(), schema().validate(json()));
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("config/report.schema.json")));
    }

    @Test
    void checksThatWereNotReachedStandInOneLine() throws IOException {
        ReportWriter writer = new ReportWriter("tool", "1", Optional.empty(), new Redactor(), Clock.systemUTC());
        writer.check(Check.required("T01", "first", Status.FAIL, "good", "bad"));
        for (String id : List.of("T02", "T03", "T04")) {
            writer.check(Check.required(id, "later", Status.SKIP, "good", "not reached"));
        }
        for (String id : List.of("T05", "T06", "T07")) {
            writer.check(Check.optional(id, "aside", Status.SKIP, "", "not looked at"));
        }
        String text = TerminalReport.render(writer.conclude(CommonVerdict.INVALID, "T01"), false);
        assertTrue(text.contains("SKIP     T02 T03 T04  not reached\n"), text);
        assertTrue(text.contains("SKIP     T06  aside"), text);
    }

    @Test
    void aSectionThatDoesNotFitLeavesTheChecksInTheSummary() throws IOException {
        ReportWriter writer = new ReportWriter("tool", "1", Optional.empty(), new Redactor(), Clock.systemUTC());
        writer.check(Check.required("T01", "first", Status.FAIL, "good", "bad"));
        Report report = writer.conclude(CommonVerdict.INVALID, "T01");
        String summary = MarkdownSummary.render(report, List.of("x".repeat(9_000)), 8_192);
        assertFalse(summary.contains("xxx"), summary);
        assertTrue(summary.contains("| T01 | FAIL |"), summary);
        assertTrue(summary.contains("left out here"), summary);
    }
}
