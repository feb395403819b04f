package dev.tinyland.gf.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportReaderTests {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-21T18:00:00Z");
    private static final Report REPORT = new Report(
            "arc-plan",
            "1.0.0",
            "BLOCK",
            1,
            "AP01",
            NOW,
            Duration.ofMillis(12),
            "plan 1234",
            List.of(Check.required("AP01", "nothing is destroyed", Status.FAIL, "none", "gh-nix")),
            List.of(Finding.of("AP01", Level.BLOCK, "gh-nix", "destroyed", "jobs queue for ever", "allow it")),
            Map.of("destroys", "1"),
            List.of("gf arc-plan --help"));

    @Test
    void whatTheWriterWritesIsReadBack() {
        assertEquals(REPORT, read(ReportJson.write(REPORT)));
    }

    /** Each key taken away, and each value replaced by others: the reader says yes where the schema does. */
    @Test
    void itIsAsStrictAsTheSchema() throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        Files.readString(Path.of("config/report.schema.json")),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build());
        List<ObjectNode> documents = mutations();
        int accepted = 0;
        for (ObjectNode document : documents) {
            boolean allowed = schema.validate(document).isEmpty();
            ReportReader.Result result = result(document.toString());
            assertEquals(
                    allowed,
                    result instanceof ReportReader.Result.Read,
                    () -> document + "\n" + result + "\n" + schema.validate(document));
            accepted += allowed ? 1 : 0;
        }
        assertTrue(documents.size() > 200 && accepted > 10 && accepted < 100, documents.size() + ", " + accepted);
    }

    @Test
    void aReportThatCallsItselfGreenAgainstItsOwnChecksIsRefused() {
        for (Status status : Status.values()) {
            Report report = new Report(
                    "tofu-plan",
                    "1",
                    "NO_CHANGES",
                    0,
                    "",
                    NOW,
                    Duration.ZERO,
                    "",
                    List.of(Check.required("C4", "the bucket is listed", status, "", "")),
                    List.of(),
                    Map.of(),
                    List.of());
            ReportReader.Result result = result(ReportJson.write(report));
            boolean green = status == Status.PASS || status == Status.WARN;
            assertEquals(green, result instanceof ReportReader.Result.Read, status.name());
            if (!green) {
                assertTrue(result.toString().contains("required check C4 is " + status), result::toString);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "<html>", "{} {}", "{\"schema\":\"a\",\"schema\":\"b\"}"})
    void whatIsNoReportIsSaidWithoutItsText(String text) {
        assertInstanceOf(ReportReader.Result.Unreadable.class, result(text));
    }

    @Test
    void aProblemNeverQuotesTheFile() throws IOException {
        for (ObjectNode document : mutations()) {
            document.put("subject", "hunter2");
            document.put("version", 7);
            assertFalse(result(document.toString()).toString().contains("hunter2"));
        }
    }

    @Test
    void theLintersDocumentIsReadAsAReport() {
        String document = """
            {"schema":"gf.lint/v1","tool":"gf-lint","version":"1.0.0","root":".","verdict":"FINDINGS",
             "summary":{"files":12},"findings":[
             {"rule":"attic-push-by-default","severity":"error","path":"a.yml","line":3,"message":"m","why":"w",
              "suggestion":"s","suppressed":false},
             {"rule":"x","severity":"note","path":"b.yml","line":1,"message":"m","suppressed":true}],"notes":[]}\
            """;
        Report report = read(document);
        assertEquals("gf-lint", report.tool());
        assertEquals(1, report.exitCode());
        assertEquals(NOW, report.startedAt());
        assertEquals(
                List.of(new Finding("attic-push-by-default", Level.BLOCK, "a.yml:3", "m", "", "", "w", "s")),
                report.findings());
        assertInstanceOf(ReportReader.Result.Unreadable.class, result(document.replace("FINDINGS", "SPLENDID")));
        assertInstanceOf(
                ReportReader.Result.Unreadable.class,
                result(document.replace("\"suppressed\":false", "\"suppressed\":true")));
    }

    private static List<ObjectNode> mutations() throws IOException {
        ObjectNode good = (ObjectNode) JSON.readTree(ReportJson.write(REPORT));
        List<ObjectNode> documents = new ArrayList<>(List.of(good));
        mutate(good, documents);
        List<String> places = List.of("/checks/0", "/findings/0", "/outputs");
        for (String place : places) {
            List<ObjectNode> parts = new ArrayList<>();
            mutate((ObjectNode) good.at(place), parts);
            for (ObjectNode part : parts) {
                ObjectNode copy = good.deepCopy();
                if (place.equals("/outputs")) {
                    copy.set("outputs", part);
                } else {
                    ((ArrayNode) copy.at(place.substring(0, place.length() - 2))).set(0, part);
                }
                documents.add(copy);
            }
        }
        return documents;
    }

    private static void mutate(ObjectNode good, List<ObjectNode> into) throws IOException {
        List<String> values = List.of(
                "null",
                "true",
                "7",
                "-1",
                "1.5",
                "0",
                "70",
                "\"\"",
                "\"word\"",
                "\"WORD\"",
                "\"AP01\"",
                "[]",
                "{}",
                "[7]");
        List<String> keys = new ArrayList<>();
        good.fieldNames().forEachRemaining(keys::add);
        for (String key : keys) {
            ObjectNode without = good.deepCopy();
            without.remove(key);
            into.add(without);
            for (String value : values) {
                ObjectNode changed = good.deepCopy();
                JsonNode node = JSON.readTree(value);
                changed.set(key, node);
                into.add(changed);
            }
        }
        into.add(good.deepCopy().put("stranger", "x"));
        into.add(good.deepCopy().put("Not-Kebab", "x"));
    }

    private static Report read(String text) {
        return assertInstanceOf(ReportReader.Result.Read.class, result(text)).report();
    }

    private static ReportReader.Result result(String text) {
        return ReportReader.read(text.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
