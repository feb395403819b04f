package dev.tinyland.gf.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Writes a report as JSON, keys in the order of the schema, two spaces of indentation, a line break at the end. */
public final class ReportJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ReportJson() {}

    public static String write(Report report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            DefaultPrettyPrinter printer =
                    new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
            printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
            json.setPrettyPrinter(printer);
            writeReport(json, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    private static void writeReport(JsonGenerator json, Report report) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", report.schema());
        json.writeStringField("tool", report.tool());
        json.writeStringField("version", report.version());
        json.writeStringField("verdict", report.verdict());
        json.writeNumberField("exitCode", report.exitCode());
        json.writeStringField("failureReason", report.failureReason());
        json.writeStringField("startedAt", report.startedAt().toString());
        json.writeNumberField("durationMs", report.duration().toMillis());
        json.writeStringField("subject", report.subject());
        json.writeArrayFieldStart("checks");
        for (Check check : report.checks()) {
            writeCheck(json, check);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("findings");
        for (Finding finding : report.findings()) {
            writeFinding(json, finding);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("outputs");
        for (Map.Entry<String, String> output : report.outputs().entrySet()) {
            json.writeStringField(output.getKey(), output.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("next");
        for (String next : report.next()) {
            json.writeString(next);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeCheck(JsonGenerator json, Check check) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", check.id());
        json.writeStringField("title", check.title());
        json.writeStringField("status", check.status().name());
        json.writeBooleanField("required", check.required());
        json.writeStringField("expected", check.expected());
        json.writeStringField("observed", check.observed());
        json.writeNumberField("durationMs", check.duration().toMillis());
        json.writeStringField("evidence", check.evidence());
        json.writeEndObject();
    }

    private static void writeFinding(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", finding.id());
        json.writeStringField("level", finding.level().name());
        json.writeStringField("subject", finding.subject());
        json.writeStringField("observed", finding.observed());
        json.writeStringField("before", finding.before());
        json.writeStringField("after", finding.after());
        json.writeStringField("why", finding.why());
        json.writeStringField("next", finding.next());
        json.writeEndObject();
    }
}
