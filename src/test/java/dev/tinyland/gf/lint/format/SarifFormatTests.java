package dev.tinyland.gf.lint.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.tinyland.gf.lint.Confidence;
import dev.tinyland.gf.lint.Golden;
import dev.tinyland.gf.lint.LintVerdict;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.engine.Judged;
import dev.tinyland.gf.lint.engine.LintResult;
import dev.tinyland.gf.lint.rules.Rules;
import dev.tinyland.gf.testing.TestTools;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SarifFormatTests {
    private static final RuleSet RULES = Rules.all();

    private final LintReport report = ReportFixture.report();
    private final SarifFormat complete = SarifFormat.complete(RULES, SarifFormatTests::page);
    private final SarifFormat upload = SarifFormat.forCodeScanning(RULES, SarifFormatTests::page);

    @Test
    void isWhatTheStandardsSchemaSaysItIs() throws Exception {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                .getSchema(Files.readString(TestTools.shared("sarif-schema", "sarif-schema-2.1.0.json")));

        assertEquals(Set.of(), schema.validate(read(complete.render(report))));
        assertEquals(Set.of(), schema.validate(read(upload.render(report))));
        assertFalse(schema.validate(read(complete.render(report).replace("\"startLine\" : 1,", "\"startLine\" : 0,")))
                .isEmpty());
    }

    @Test
    void resultsAreWrittenAsTheyWereAccepted() throws Exception {
        JsonNode run = run(complete.render(report));

        Golden.check(
                "lint/format/results.sarif.json",
                new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(run.get("results")) + "\n");
    }

    @Test
    void everyRuleIsListedWithHelpAndLevelWhateverFired() throws Exception {
        JsonNode driver = run(complete.render(report)).at("/tool/driver");

        assertEquals(RULES.rules().size(), driver.get("rules").size());
        for (int i = 0; i < RULES.rules().size(); i++) {
            RuleInfo info = RULES.rules().get(i).info();
            JsonNode rule = driver.get("rules").get(i);
            assertEquals(info.id(), rule.get("id").asText());
            assertEquals(
                    info.inCode().or(info::inDocuments).orElseThrow().word(),
                    rule.at("/defaultConfiguration/level").asText());
            assertEquals(page(info.id()), rule.at("/help/markdown").asText());
            for (String field : List.of("/shortDescription/text", "/fullDescription/text")) {
                String text = rule.at(field).asText();
                assertTrue(!text.isBlank() && text.length() <= 1_024, info.id() + field);
            }
        }
        assertEquals(driver, run(upload.render(empty())).at("/tool/driver"));
    }

    @Test
    void aResultNamesItsRuleByIndex() throws Exception {
        JsonNode run = run(complete.render(report));
        for (JsonNode result : run.get("results")) {
            if (result.has("ruleIndex")) {
                assertEquals(
                        result.get("ruleId"),
                        run.at("/tool/driver/rules/" + result.get("ruleIndex").asInt() + "/id"));
            }
        }
        assertEquals(0, run.at("/results/0/ruleIndex").asInt());
    }

    @Test
    void pathsAreRelativeToTheRepositoryAndEncoded() throws Exception {
        JsonNode run = run(complete.render(report));

        assertEquals("utf16CodeUnits", run.get("columnKind").asText());
        assertTrue(run.get("originalUriBaseIds").has("%SRCROOT%"));
        assertEquals(
                "sub/docs/a%20page%2C%20old%3A%20100%25.md",
                run.at("/results/1/locations/0/physicalLocation/artifactLocation/uri")
                        .asText());
        assertEquals(
                "%SRCROOT%",
                run.at("/results/1/locations/0/physicalLocation/artifactLocation/uriBaseId")
                        .asText());
    }

    @Test
    void aRootOutsideTheRepositoryGivesNoPathThatClimbs() throws Exception {
        RootReport root = report.roots().getFirst();
        LintReport outside = report(new RootReport("../x", "../x/", "../x/", root.result()));

        assertEquals(
                ".github/workflows/ci.yml",
                run(complete.render(outside))
                        .at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .asText());
    }

    @Test
    void theCompleteFormSaysWhatExcusesAndTheUploadLeavesItOut() throws Exception {
        JsonNode results = run(complete.render(report)).get("results");

        assertEquals(5, results.size());
        assertEquals("inSource", results.at("/4/suppressions/0/kind").asText());
        assertEquals(
                "kept for the repair path",
                results.at("/4/suppressions/0/justification").asText());
        assertEquals(0, results.at("/0/suppressions").size());
        JsonNode uploaded = run(upload.render(report)).get("results");
        assertEquals(4, uploaded.size());
        uploaded.forEach(result -> assertFalse(result.has("suppressions")));
    }

    @Test
    void relatedPlacesAreLinkedFromTheMessage() throws Exception {
        JsonNode result = run(complete.render(report)).at("/results/0");

        assertTrue(
                result.at("/message/text")
                        .asText()
                        .endsWith("See: [this event starts it](0), [no condition stands in this step](1), [and none in"
                                + " the action](2)."),
                result.at("/message/text").asText());
        assertEquals(2, result.at("/relatedLocations/2/id").asInt());
    }

    @Test
    void fingerprintsSurviveAShiftOfLines() throws Exception {
        String text = "steps:\n  - run: attic push cache\n";
        JsonNode before = one(new SourceFile("a.yml", text), text.indexOf("attic"));
        String shifted = "# new\n\n" + text;
        JsonNode after = one(new SourceFile("a.yml", shifted), shifted.indexOf("attic"));

        assertEquals(
                2, before.at("/locations/0/physicalLocation/region/startLine").asInt());
        assertEquals(
                4, after.at("/locations/0/physicalLocation/region/startLine").asInt());
        assertEquals(before.get("partialFingerprints"), after.get("partialFingerprints"));
    }

    @Test
    void moreResultsThanGitHubTakesAreCutFromTheLightestAndSaid() throws Exception {
        List<Judged> many = new ArrayList<>();
        SourceFile file = new SourceFile("a.yml", "x\n".repeat(40));
        for (int i = 0; i < 12; i++) {
            many.add(judged(i % 2 == 0 ? Severity.NOTE : Severity.ERROR, file, 2 * i));
        }
        JsonNode run = run(upload.within(new SarifFormat.Limits(7, 100, 10_000_000))
                .render(report(new RootReport(".", "", "", result(many)))));

        assertEquals(7, run.get("results").size());
        long errors = 0;
        int last = 0;
        for (JsonNode each : run.get("results")) {
            errors += each.get("level").asText().equals("error") ? 1 : 0;
            int line = each.at("/locations/0/physicalLocation/region/startLine").asInt();
            assertTrue(line > last, "the order of the file is kept");
            last = line;
        }
        assertEquals(6, errors);
        assertTrue(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                .asText()
                .startsWith("5 of the lightest findings are left out"));
    }

    @Test
    void aFileTooLargeAfterCompressionIsCutToo() throws Exception {
        String rendered = upload.render(report);
        int rulesAlone = 40_000;
        List<Judged> many = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.append(Integer.toHexString(i * 7_919)).append('\n');
        }
        SourceFile file = new SourceFile("a.yml", text.toString());
        for (int i = 0; i < 3_000; i++) {
            many.add(judged(Severity.ERROR, file, file.lines().lineStart(i + 1)));
        }
        JsonNode run = run(upload.within(new SarifFormat.Limits(25_000, 100, rulesAlone))
                .render(report(new RootReport(".", "", "", result(many)))));

        assertTrue(rendered.length() > 0);
        assertTrue(run.get("results").size() < 3_000 && !run.get("results").isEmpty());
        assertEquals(1, run.at("/invocations/0/toolExecutionNotifications").size());
    }

    @Test
    void noColumnIsZeroEvenInAnEmptyFile() throws Exception {
        JsonNode region = run(complete.render(report)).at("/results/3/locations/0/physicalLocation/region");

        for (String field : List.of("startLine", "startColumn", "endLine", "endColumn")) {
            assertTrue(region.get(field).asInt() >= 1, field);
        }
    }

    @Test
    void aDocumentHasOneRoot() {
        LintReport two = new LintReport(
                "1",
                "gf lint",
                LintVerdict.CLEAN,
                Severity.NOTE,
                List.of(report.roots().getFirst(), report.roots().getFirst()));

        assertThrows(IllegalArgumentException.class, () -> complete.render(two));
    }

    private JsonNode one(SourceFile file, int at) throws IOException {
        Judged judged = judged(Severity.ERROR, file, at);
        return run(upload.render(report(new RootReport(".", "", "", result(List.of(judged))))))
                .at("/results/0");
    }

    private static Judged judged(Severity severity, SourceFile file, int at) {
        return new Judged(
                ReportFixture.finding(
                        "retired-endpoint",
                        severity,
                        Confidence.HIGH,
                        file,
                        new Span(at, at + 1),
                        "It is so.",
                        Optional.empty(),
                        List.of()),
                "0123456789abcdef0123456789abcdef",
                Optional.empty());
    }

    private static LintResult result(List<Judged> findings) {
        return new LintResult(1, findings, List.of(), Map.of(), List.of(), List.of());
    }

    private static LintReport report(RootReport root) {
        return new LintReport("1.2.3", "gf lint", LintVerdict.FINDINGS, Severity.NOTE, List.of(root));
    }

    private static LintReport empty() {
        return new LintReport(
                "1.2.3",
                "gf lint",
                LintVerdict.CLEAN,
                Severity.NOTE,
                List.of(new RootReport(".", "", "", result(List.of()))));
    }

    private static JsonNode run(String document) throws IOException {
        return read(document).at("/runs/0");
    }

    private static JsonNode read(String document) throws IOException {
        return new ObjectMapper().readTree(document);
    }

    private static String page(String rule) {
        try {
            return Files.readString(Path.of("docs/rules", rule + ".md"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
