package dev.tinyland.gf.lint.configuration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tinyland.gf.lint.PathClass;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema of a configuration file, for editors. Its keys are the components of {@link LintConfiguration}, its rules
 * the rules there are, so it cannot know another file than the reader does.
 */
public final class ConfigurationSchema {
    private static final Map<String, String> MEANING = Map.of(
            "exclude", "Files that are not judged, as path patterns; the root's own workflows are judged all the same.",
            "rules", "What becomes of a rule, everywhere or at some paths.",
            "defaultBranch", "The branch that may publish; main where nothing is said.",
            "pathClasses", "Which paths are proofs, probes or legacy; a path in none is a pilot.",
            "json", "JSON files that are judged, as path patterns; others are data of programs and passed over.",
            "contract", "The repository's own contract, as a path from the root.");

    private ConfigurationSchema() {}

    /** The keys of a configuration file, in the order they are documented. */
    static List<String> keys() {
        return Arrays.stream(LintConfiguration.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    public static String of(RuleSet rules) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.writeStringField("title", "gf-lint.yml");
            json.writeStringField("description", "What a repository decides about its own linting.");
            json.writeStringField("type", "object");
            json.writeBooleanField("additionalProperties", false);
            json.writeObjectFieldStart("properties");
            for (RecordComponent component : LintConfiguration.class.getRecordComponents()) {
                property(component, rules, json);
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return text.append('\n').toString();
    }

    private static void property(RecordComponent component, RuleSet rules, JsonGenerator json) throws IOException {
        String name = component.getName();
        String meaning = MEANING.get(name);
        if (meaning == null) {
            throw new IllegalStateException("the key " + name + " has no meaning here");
        }
        json.writeObjectFieldStart(name);
        json.writeStringField("description", meaning);
        String type = component.getGenericType().getTypeName();
        if (type.endsWith(RuleSetting.class.getName() + ">")) {
            settings(rules, json);
        } else if (type.contains(PathClass.class.getName())) {
            classes(json);
        } else if (type.startsWith(List.class.getName())) {
            patterns(json);
        } else if (type.contains(String.class.getName())) {
            json.writeStringField("type", "string");
            json.writeStringField("pattern", "\\S");
        } else {
            throw new IllegalStateException("the key " + name + " is of a type without a schema: " + type);
        }
        json.writeEndObject();
    }

    private static void patterns(JsonGenerator json) throws IOException {
        json.writeStringField("type", "array");
        json.writeObjectFieldStart("items");
        json.writeStringField("type", "string");
        json.writeEndObject();
    }

    private static void classes(JsonGenerator json) throws IOException {
        json.writeStringField("type", "object");
        json.writeBooleanField("additionalProperties", false);
        json.writeObjectFieldStart("properties");
        for (PathClass each : PathClass.values()) {
            if (each != PathClass.PILOT) {
                json.writeObjectFieldStart(each.word());
                patterns(json);
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private static void settings(RuleSet rules, JsonGenerator json) throws IOException {
        json.writeStringField("type", "object");
        json.writeBooleanField("additionalProperties", false);
        json.writeObjectFieldStart("properties");
        for (Rule rule : rules.rules()) {
            RuleInfo info = rule.info();
            json.writeObjectFieldStart(info.id());
            json.writeStringField("description", info.title());
            json.writeArrayFieldStart("anyOf");
            json.writeStartObject();
            level(info, json);
            json.writeEndObject();
            json.writeStartObject();
            json.writeStringField("type", "object");
            json.writeBooleanField("additionalProperties", false);
            json.writeObjectFieldStart("properties");
            json.writeObjectFieldStart("severity");
            level(info, json);
            json.writeEndObject();
            json.writeObjectFieldStart("paths");
            json.writeStringField("type", "object");
            json.writeObjectFieldStart("additionalProperties");
            level(info, json);
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** A protected rule stays an error. */
    private static void level(RuleInfo info, JsonGenerator json) throws IOException {
        List<String> words = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (!info.protectedRule() || severity == Severity.ERROR) {
                words.add(severity.word());
            }
        }
        if (!info.protectedRule()) {
            words.add("off");
        }
        json.writeArrayFieldStart("enum");
        for (String word : words) {
            json.writeString(word);
        }
        json.writeEndArray();
    }
}
