package dev.tinyland.gf.lint.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Related;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.engine.Excuse;
import dev.tinyland.gf.lint.engine.Judged;
import dev.tinyland.gf.lint.engine.LintResult;
import dev.tinyland.gf.text.Position;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/**
 * SARIF 2.1.0, as GitHub's code scanning takes it: paths relative to the repository, both ends of every place, identities
 * that survive edits elsewhere, and no more than is accepted. What is left out for that is said in the file.
 */
public final class SarifFormat {
    /** GitHub's limits (SARIF support for code scanning): results of a run, places of a result, bytes after gzip. */
    record Limits(int results, int related, int bytes) {
        static final Limits GITHUB = new Limits(25_000, 100, 10_000_000);
    }

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final SarifRules rules;
    private final boolean excusedToo;
    private final Limits limits;

    private SarifFormat(SarifRules rules, boolean excusedToo, Limits limits) {
        this.rules = rules;
        this.excusedToo = excusedToo;
        this.limits = limits;
    }

    /**
     * Findings that do not count are in it, with what excuses them.
     *
     * @param pages the page of a rule, by its id
     */
    public static SarifFormat complete(RuleSet rules, UnaryOperator<String> pages) {
        return new SarifFormat(listed(rules, pages), true, Limits.GITHUB);
    }

    /**
     * For upload to code scanning. Findings that do not count are left out: GitHub does not know the property that says so,
     * and opens an alert for each (github/codeql-action, issue 1230).
     */
    public static SarifFormat forCodeScanning(RuleSet rules, UnaryOperator<String> pages) {
        return new SarifFormat(listed(rules, pages), false, Limits.GITHUB);
    }

    SarifFormat within(Limits others) {
        return new SarifFormat(rules, excusedToo, others);
    }

    private static SarifRules listed(RuleSet rules, UnaryOperator<String> pages) {
        return new SarifRules(rules.rules().stream().map(Rule::info).toList(), pages);
    }

    /** @throws IllegalArgumentException if the report has several roots */
    public String render(LintReport report) {
        if (report.roots().size() != 1) {
            throw new IllegalArgumentException(
                    "a document has one root, not " + report.roots().size());
        }
        List<Judged> all = report.roots().getFirst().result().findings().stream()
                .filter(judged -> excusedToo || judged.counts())
                .filter(judged -> judged.finding().severity().compareTo(report.minimum()) <= 0)
                .toList();
        int room = Math.min(all.size(), limits.results());
        String text = write(report, heaviest(all, room), all.size() - room);
        int bytes = packed(text);
        while (bytes > limits.bytes() && room > 0) {
            room = Math.min(room - 1, (int) ((long) room * limits.bytes() / bytes * 9 / 10));
            text = write(report, heaviest(all, room), all.size() - room);
            bytes = packed(text);
        }
        return text;
    }

    /** The heaviest of the findings, in the order they had. */
    private static List<Judged> heaviest(List<Judged> all, int room) {
        if (room >= all.size()) {
            return all;
        }
        List<Judged> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing((Judged judged) -> !judged.counts())
                .thenComparing(judged -> judged.finding().severity()));
        IdentityHashMap<Judged, Boolean> kept = new IdentityHashMap<>();
        sorted.subList(0, room).forEach(judged -> kept.put(judged, true));
        return all.stream().filter(kept::containsKey).toList();
    }

    private static int packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return bytes.size();
    }

    private String write(LintReport report, List<Judged> findings, int left) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            run(report, findings, left, json);
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return text.append('\n').toString();
    }

    private void run(LintReport report, List<Judged> findings, int left, JsonGenerator json) throws IOException {
        RootReport root = report.roots().getFirst();
        String prefix = prefix(root);
        json.writeStartObject();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "gf-lint");
        json.writeStringField("version", report.version());
        rules.write(json);
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("automationDetails");
        json.writeStringField("id", "gf-lint/" + prefix);
        json.writeEndObject();
        json.writeObjectFieldStart("originalUriBaseIds");
        json.writeObjectFieldStart("%SRCROOT%");
        text("description", "The top of the repository.", json);
        json.writeEndObject();
        json.writeEndObject();
        json.writeStringField("columnKind", "utf16CodeUnits");
        invocation(report, root.result(), left, json);
        json.writeArrayFieldStart("results");
        IdentityHashMap<SourceFile, LineHashes> hashes = new IdentityHashMap<>();
        for (Judged judged : findings) {
            result(judged, prefix, hashes, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** A path that leads out of the repository would be refused together with the whole file. */
    private static String prefix(RootReport root) {
        String prefix = root.workspacePrefix();
        return prefix.startsWith("../") || prefix.startsWith("/") ? "" : prefix;
    }

    private void invocation(LintReport report, LintResult result, int left, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        int exit = report.verdict().exitCode().code();
        json.writeBooleanField("executionSuccessful", exit == 0 || exit == 1);
        json.writeNumberField("exitCode", exit);
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (String note : result.notes()) {
            notification("note", note, json);
        }
        if (left > 0) {
            notification("warning", leftOut(left), json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void notification(String level, String message, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("level", level);
        text("message", message, json);
        json.writeEndObject();
    }

    private String leftOut(int left) {
        return left + " of the lightest findings are left out: code scanning takes " + limits.results()
                + " results and " + limits.bytes() + " bytes after compression. The JSON format has them all.";
    }

    private void result(
            Judged judged, String prefix, IdentityHashMap<SourceFile, LineHashes> hashes, JsonGenerator json)
            throws IOException {
        Finding finding = judged.finding();
        List<Related> related =
                finding.related().stream().limit(limits.related()).toList();
        int line = finding.file().position(finding.span().start()).line();
        json.writeStartObject();
        json.writeStringField("ruleId", finding.rule());
        int index = rules.index(finding.rule());
        if (index >= 0) {
            json.writeNumberField("ruleIndex", index);
        }
        json.writeStringField("level", finding.severity().word());
        text("message", message(finding, related), json);
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        location(finding.file(), finding.span(), prefix, json);
        json.writeEndObject();
        json.writeEndArray();
        if (!related.isEmpty()) {
            json.writeArrayFieldStart("relatedLocations");
            for (int i = 0; i < related.size(); i++) {
                json.writeStartObject();
                json.writeNumberField("id", i);
                location(related.get(i).file(), related.get(i).span(), prefix, json);
                text("message", Columns.clean(related.get(i).message()), json);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField(
                "primaryLocationLineHash",
                hashes.computeIfAbsent(finding.file(), file -> LineHashes.of(file.text()))
                        .of(line));
        json.writeStringField("gfLint/v1", judged.fingerprint());
        json.writeEndObject();
        if (excusedToo) {
            suppressions(judged.excuse(), json);
        }
        json.writeObjectFieldStart("properties");
        json.writeStringField("confidence", finding.confidence().word());
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Links of a message name related places by number; a bracket of the text itself is escaped, as the standard has it. */
    private static String message(Finding finding, List<Related> related) {
        String text = Columns.clean(finding.message() + " " + finding.why() + " " + finding.suggestion());
        if (related.isEmpty()) {
            return text;
        }
        StringBuilder linked = new StringBuilder(escaped(text)).append(" See: ");
        for (int i = 0; i < related.size(); i++) {
            linked.append(i == 0 ? "" : ", ")
                    .append('[')
                    .append(escaped(Columns.clean(related.get(i).message())))
                    .append("](")
                    .append(i)
                    .append(')');
        }
        return linked.append('.').toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    }

    private static void location(SourceFile file, Span span, String prefix, JsonGenerator json) throws IOException {
        Position start = file.position(span.start());
        Position end = file.position(span.end());
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uri(prefix + file.path()));
        json.writeStringField("uriBaseId", "%SRCROOT%");
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", start.line());
        json.writeNumberField("startColumn", start.column());
        json.writeNumberField("endLine", end.line());
        json.writeNumberField("endColumn", end.column());
        json.writeEndObject();
        json.writeEndObject();
    }

    /** A path as a relative reference: what RFC 3986 does not let stand in a segment is percent-encoded. */
    static String uri(String path) {
        StringBuilder uri = new StringBuilder(path.length());
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~/".indexOf(c) >= 0;
            if (plain) {
                uri.append(c);
            } else {
                uri.append("%%%02X".formatted((int) c));
            }
        }
        return uri.toString();
    }

    private static void suppressions(Optional<Excuse> excuse, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("suppressions");
        if (excuse.isPresent()) {
            json.writeStartObject();
            json.writeStringField("kind", excuse.get().kind() == Excuse.Kind.COMMENT ? "inSource" : "external");
            json.writeStringField("status", "accepted");
            json.writeStringField("justification", Columns.clean(excuse.get().reason()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void text(String name, String text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }
}
