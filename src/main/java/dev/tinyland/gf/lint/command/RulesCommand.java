package dev.tinyland.gf.lint.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the rules. */
@Command(name = "rules", mixinStandardHelpOptions = true, description = "List the rules with their severities.")
final class RulesCommand implements Callable<Integer> {
    enum Format {
        text,
        json
    }

    private final Host host;
    private final RuleSet rules;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: text.")
    private Format format = Format.text;

    RulesCommand(Host host, RuleSet rules) {
        this.host = host;
        this.rules = rules;
    }

    @Override
    public Integer call() throws IOException {
        host.out().print(format == Format.json ? json() : text());
        host.out().flush();
        return 0;
    }

    private String text() {
        StringBuilder out = new StringBuilder();
        out.append(row("rule", "code", "documents", "finds"));
        for (Rule rule : rules.rules()) {
            RuleInfo info = rule.info();
            String title = info.title()
                    + (info.protectedRule() ? " (protected)" : "")
                    + (info.onByDefault() ? "" : " (off unless configured)");
            out.append(row(info.id(), word(info.inCode()), word(info.inDocuments()), title));
        }
        return out.toString();
    }

    private static String row(String id, String code, String documents, String title) {
        return String.format(Locale.ROOT, "%-34s %-8s %-10s %s%n", id, code, documents, title);
    }

    private static String word(Optional<Severity> severity) {
        return severity.map(Severity::word).orElse("-");
    }

    private String json() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (Rule rule : rules.rules()) {
                RuleInfo info = rule.info();
                json.writeStartObject();
                json.writeStringField("id", info.id());
                json.writeStringField("title", info.title());
                json.writeStringField("code", info.inCode().map(Severity::word).orElse("off"));
                json.writeStringField(
                        "documents", info.inDocuments().map(Severity::word).orElse("off"));
                json.writeBooleanField("protected", info.protectedRule());
                json.writeBooleanField("onByDefault", info.onByDefault());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return text.append('\n').toString();
    }
}
