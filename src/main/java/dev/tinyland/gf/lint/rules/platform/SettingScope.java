package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.text.Span;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlResult;
import java.util.List;
import java.util.Optional;

/** How far a setting of Nix reaches from where it stands: what is set in one job says nothing about another. */
final class SettingScope {
    private SettingScope() {}

    /** The text of the file that holds for a passage. */
    static String of(Passage passage, RuleContext context) {
        return switch (context.surface()) {
            case WORKFLOW ->
                passage.path().size() > 2 && passage.path().getFirst().equals("jobs")
                        ? node(List.of("jobs", passage.path().get(1)), context) + node(List.of("env"), context)
                        : whole(context);
            case GITLAB_CI ->
                passage.path().size() > 1
                        ? node(passage.path().subList(0, 1), context) + node(List.of("variables"), context)
                        : whole(context);
            case CONFIGURATION, JSON -> {
                String around = node(
                        passage.path().subList(0, Math.max(0, passage.path().size() - 1)), context);
                yield around.isEmpty() ? whole(context) : around;
            }
            case DOCUMENT -> fence(passage.text().span(), context);
            case ACTION, HCL, JUSTFILE, SHELL, ENVIRONMENT, NIX, BAZELRC -> whole(context);
        };
    }

    private static String whole(RuleContext context) {
        return context.file().text();
    }

    private static String node(List<String> keys, RuleContext context) {
        Optional<YamlResult> file = context.project().yaml(context.file().path());
        if (file.isEmpty() || !(file.get() instanceof YamlResult.Parsed parsed)) {
            return whole(context);
        }
        StringBuilder found = new StringBuilder();
        for (YamlNode document : parsed.documents()) {
            Optional<YamlNode> node = Optional.of(document);
            for (String key : keys) {
                node = node.flatMap(at -> at instanceof YamlMapping mapping ? mapping.get(key) : Optional.empty());
            }
            node.ifPresent(at -> found.append(context.file().text(at.span())).append('\n'));
        }
        return found.toString();
    }

    /** The lines between the marks of the block of code around a place; of indented code the section. */
    private static String fence(Span place, RuleContext context) {
        List<String> lines = whole(context).lines().toList();
        int at = Math.min(context.file().lines().lineOf(place.start()) - 1, lines.size() - 1);
        int from = at;
        while (from > 0 && !isEdge(lines.get(from - 1))) {
            from--;
        }
        int to = at;
        while (to + 1 < lines.size() && !isEdge(lines.get(to + 1))) {
            to++;
        }
        return String.join("\n", lines.subList(from, to + 1));
    }

    private static boolean isEdge(String line) {
        String text = line.replaceFirst("^[\\s>]*", "");
        return text.startsWith("```") || text.startsWith("~~~") || line.startsWith("#") && line.matches("#{1,6} .*");
    }
}
