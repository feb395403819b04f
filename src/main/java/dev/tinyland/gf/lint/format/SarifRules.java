package dev.tinyland.gf.lint.format;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.Severity;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** The rules as a SARIF file lists them: all of them in every file, so that files of two runs differ by results alone. */
final class SarifRules {
    /** GitHub refuses longer descriptions. */
    private static final int LONGEST = 1_024;

    private final List<RuleInfo> rules;
    private final UnaryOperator<String> pages;

    SarifRules(List<RuleInfo> rules, UnaryOperator<String> pages) {
        this.rules = List.copyOf(rules);
        this.pages = pages;
    }

    /** The place of a rule in the list; -1 for one that is not in it. */
    int index(String id) {
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    void write(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("rules");
        for (RuleInfo rule : rules) {
            write(rule, json);
        }
        json.writeEndArray();
    }

    private void write(RuleInfo rule, JsonGenerator json) throws IOException {
        String page = pages.apply(rule.id());
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        json.writeStringField("name", rule.id());
        text("shortDescription", cut(capital(rule.title()) + "."), json);
        text("fullDescription", cut(section(page, "## Why", capital(rule.title()) + ".")), json);
        json.writeObjectFieldStart("help");
        json.writeStringField("text", page);
        json.writeStringField("markdown", page);
        json.writeEndObject();
        Severity severity = rule.inCode().or(rule::inDocuments).orElse(Severity.NOTE);
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeBooleanField("enabled", rule.onByDefault());
        json.writeStringField("level", severity.word());
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeStringField("precision", "high");
        json.writeStringField("problem.severity", problemSeverity(severity));
        json.writeArrayFieldStart("tags");
        json.writeString("gf-lint");
        if (rule.protectedRule()) {
            json.writeString("protected");
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void text(String name, String text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private static String problemSeverity(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "recommendation";
        };
    }

    /** The text of a page below a heading, on one line. */
    private static String section(String page, String heading, String otherwise) {
        int at = page.indexOf("\n" + heading + "\n");
        if (at < 0) {
            return otherwise;
        }
        int from = at + heading.length() + 2;
        int to = page.indexOf("\n#", from);
        String text = (to < 0 ? page.substring(from) : page.substring(from, to))
                .replaceAll("\\s+", " ")
                .strip();
        return text.isEmpty() ? otherwise : text;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
