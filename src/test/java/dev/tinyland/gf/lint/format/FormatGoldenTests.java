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
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.engine.Judged;
import dev.tinyland.gf.lint.engine.LintResult;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FormatGoldenTests {
    private final LintReport report = ReportFixture.report();

    @Test
    void text() {
        Golden.check("lint/format/text.txt", new TextFormat(Style.PLAIN).render(report));
    }

    @Test
    void textInColourSaysTheSame() {
        String colored = new TextFormat(Style.COLOR).render(report);

        Golden.check("lint/format/color.txt", colored);
        assertEquals(new TextFormat(Style.PLAIN).render(report), colored.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    @Test
    void line() {
        Golden.check("lint/format/line.txt", LineFormat.render(report));
    }

    @Test
    void json() throws Exception {
        String document = JsonFormat.render(report);

        Golden.check("lint/format/report.json", document);
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("config/gf-lint.schema.json")));
        assertEquals(Set.of(), schema.validate(new ObjectMapper().readTree(document)));
    }

    @Test
    void theSchemaRefusesWhatTheDocumentIsNot() throws Exception {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("config/gf-lint.schema.json")));
        String document = JsonFormat.render(report);

        assertFalse(schema.validate(new ObjectMapper().readTree(document.replace("\"line\": 1,", "\"line\": 0,")))
                .isEmpty());
        assertFalse(schema.validate(new ObjectMapper().readTree(document.replace("\"why\"", "\"because\"")))
                .isEmpty());
    }

    @Test
    void theNamesOfTheDocumentAreFrozen() throws Exception {
        JsonNode finding = new ObjectMapper()
                .readTree(JsonFormat.render(report))
                .get("findings")
                .get(0);
        List<String> names = new ArrayList<>();
        for (Iterator<String> each = finding.fieldNames(); each.hasNext(); ) {
            names.add(each.next());
        }
        assertEquals(
                List.of(
                        "rule",
                        "severity",
                        "confidence",
                        "path",
                        "line",
                        "column",
                        "endLine",
                        "endColumn",
                        "message",
                        "why",
                        "suggestion",
                        "witness",
                        "related",
                        "fingerprint",
                        "suppressed"),
                names);
    }

    @Test
    void gitHub() {
        Golden.check("lint/format/github.txt", new GitHubFormat(() -> "token").render(report));
    }

    @Test
    void gitHubShowsTenOfEachLevelAndSaysThatThereAreMore() {
        List<Judged> many = new ArrayList<>();
        SourceFile file = new SourceFile("a.yml", "x\n".repeat(40));
        for (int i = 0; i < 12; i++) {
            for (Severity severity : Severity.values()) {
                many.add(new Judged(
                        ReportFixture.finding(
                                "rule",
                                severity,
                                Confidence.HIGH,
                                file,
                                new Span(2 * i, 2 * i + 1),
                                "It is so.",
                                Optional.empty(),
                                List.of()),
                        "f",
                        Optional.empty()));
            }
        }
        LintResult result = new LintResult(1, many, List.of(), Map.of(), List.of(), List.of());
        String rendered = new GitHubFormat(() -> "token")
                .render(new LintReport(
                        "1",
                        "gf lint",
                        LintVerdict.FINDINGS,
                        Severity.NOTE,
                        List.of(new RootReport(".", "", "", result))));

        assertEquals(
                10, rendered.lines().filter(line -> line.startsWith("::error ")).count());
        assertEquals(
                10,
                rendered.lines().filter(line -> line.startsWith("::warning ")).count());
        assertEquals(
                10,
                rendered.lines().filter(line -> line.startsWith("::notice ")).count());
        assertTrue(rendered.contains("::notice title=gf-lint::7 more in the log and the job summary\n"), rendered);
    }

    @Test
    void gitHubFencesWhatItEchoes() {
        String rendered = new GitHubFormat(() -> "token").render(report);
        int open = rendered.indexOf("::stop-commands::token\n");
        int echoed = rendered.indexOf("set-output name=a");
        int close = rendered.indexOf("::token::\n");

        assertTrue(open >= 0 && open < echoed && echoed < close, rendered);
    }

    @Test
    void minimumSeverityHidesAndCounts() {
        LintReport errors = new LintReport("1.2.3", "gf lint", LintVerdict.FINDINGS, Severity.ERROR, report.roots());

        assertEquals(2, LineFormat.render(errors).lines().count());
        assertTrue(new TextFormat(Style.PLAIN)
                .render(errors)
                .contains("2 errors, 1 warning, 1 note (2 below --min-severity error not shown)"));
    }

    @Test
    void aDocumentHasOneRoot() {
        LintReport two = new LintReport(
                "1",
                "gf lint",
                LintVerdict.CLEAN,
                Severity.NOTE,
                List.of(report.roots().getFirst(), report.roots().getFirst()));

        assertThrows(IllegalArgumentException.class, () -> JsonFormat.render(two));
    }

    @Test
    void aLongLineIsCutAroundTheMark() {
        SourceFile file = new SourceFile("long.yml", "k: " + "a".repeat(5_000) + "HERE" + "b".repeat(5_000) + "\n");
        LintResult result = new LintResult(
                1,
                List.of(new Judged(
                        ReportFixture.finding(
                                "rule",
                                Severity.ERROR,
                                Confidence.HIGH,
                                file,
                                ReportFixture.of(file, "HERE"),
                                "It is here.",
                                Optional.empty(),
                                List.of()),
                        "f",
                        Optional.empty())),
                List.of(),
                Map.of(),
                List.of(),
                List.of());
        String text = new TextFormat(Style.PLAIN)
                .render(new LintReport(
                        "1",
                        "gf lint",
                        LintVerdict.FINDINGS,
                        Severity.NOTE,
                        List.of(new RootReport(".", "", "", result))));
        List<String> lines = text.lines().toList();
        int at = lines.get(3).indexOf("HERE");

        assertTrue(lines.get(3).length() < 180, text);
        assertEquals(at, lines.get(4).indexOf("^^^^"), text);
    }
}
