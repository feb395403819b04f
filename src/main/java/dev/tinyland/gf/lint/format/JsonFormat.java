package dev.tinyland.gf.lint.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.tinyland.gf.lint.engine.Excuse;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** The document {@code gf.lint/v1}. It is streamed: data binding would take longer than linting a small repository. */
public final class JsonFormat {
    private JsonFormat() {}

    /** @throws IllegalArgumentException if the report has several roots */
    public static String render(LintReport report) {
        LintDocument document = LintDocuments.of(report);
        StringWriter text = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("");
        DefaultPrettyPrinter pretty = new DefaultPrettyPrinter(separators)
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        try (JsonGenerator json = new JsonFactory().createGenerator(text).setPrettyPrinter(pretty)) {
            write(document, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return text.append('\n').toString();
    }

    private static void write(LintDocument document, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", document.schema());
        json.writeStringField("tool", document.tool());
        json.writeStringField("version", document.version());
        json.writeStringField("root", document.root());
        json.writeStringField("verdict", document.verdict());
        json.writeObjectFieldStart("summary");
        json.writeNumberField("files", document.summary().files());
        numbers("findings", document.summary().findings(), json);
        numbers("skipped", document.summary().skipped(), json);
        numbers("labelled", document.summary().labelled(), json);
        for (Map.Entry<Excuse.Kind, Integer> excused :
                document.summary().excused().entrySet()) {
            json.writeNumberField(key(excused.getKey()), excused.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("findings");
        for (LintDocument.Entry entry : document.findings()) {
            write(entry, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notes");
        for (String note : document.notes()) {
            json.writeString(note);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String key(Excuse.Kind kind) {
        return switch (kind) {
            case COMMENT -> "suppressed";
            case BASELINE -> "baselined";
            case UNCHANGED -> "unchanged";
        };
    }

    private static void write(LintDocument.Entry entry, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("rule", entry.rule());
        json.writeStringField("severity", entry.severity());
        json.writeStringField("confidence", entry.confidence());
        write(entry.place(), json);
        json.writeStringField("message", entry.message());
        json.writeStringField("why", entry.why());
        json.writeStringField("suggestion", entry.suggestion());
        if (entry.witness().isPresent()) {
            json.writeObjectFieldStart("witness");
            json.writeStringField("event", entry.witness().get().event());
            json.writeStringField("ref", entry.witness().get().ref());
            json.writeEndObject();
        } else {
            json.writeNullField("witness");
        }
        json.writeArrayFieldStart("related");
        for (LintDocument.Aside aside : entry.related()) {
            json.writeStartObject();
            write(aside.place(), json);
            json.writeStringField("message", aside.message());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("fingerprint", entry.fingerprint());
        Excuse excuse = entry.excuse();
        json.writeBooleanField("suppressed", excuse != null);
        if (excuse != null) {
            json.writeStringField("suppression", excuse.reason());
            json.writeStringField("suppressedBy", excuse.kind().word());
        }
        json.writeEndObject();
    }

    private static void write(LintDocument.Place place, JsonGenerator json) throws IOException {
        json.writeStringField("path", place.path());
        json.writeNumberField("line", place.line());
        json.writeNumberField("column", place.column());
        json.writeNumberField("endLine", place.endLine());
        json.writeNumberField("endColumn", place.endColumn());
    }

    private static void numbers(String name, Map<String, Integer> values, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, Integer> value : values.entrySet()) {
            json.writeNumberField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }
}
