package dev.tinyland.gf.plan.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tinyland.gf.helm.HelmRelease;
import dev.tinyland.gf.helm.HelmReleaseReader;
import dev.tinyland.gf.helm.PathChange;
import dev.tinyland.gf.helm.ReleaseComparison;
import dev.tinyland.gf.plan.judgement.AttributeChange;
import dev.tinyland.gf.plan.judgement.AttributeValue;
import dev.tinyland.gf.plan.judgement.AttributeValue.Absent;
import dev.tinyland.gf.plan.judgement.AttributeValue.AfterApply;
import dev.tinyland.gf.plan.judgement.AttributeValue.Known;
import dev.tinyland.gf.plan.judgement.AttributeValue.Sensitive;
import dev.tinyland.gf.plan.judgement.ChurnClass;
import dev.tinyland.gf.plan.judgement.JudgedResource;
import dev.tinyland.gf.plan.judgement.JudgedResource.Weight;
import dev.tinyland.gf.plan.judgement.Wording;
import dev.tinyland.gf.tofu.plan.ResourceChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a report says of one resource. All it gives is safe to show, not yet escaped for Markdown. */
final class ResourceText {
    /** More lines than this hide the resource after it; the rest is counted. */
    private static final int MOST_LINES = 80;

    /** What the identity line says already. */
    private static final Set<String> IDENTITY = Set.of("name", "namespace", "chart", "version");

    /** Arguments of {@code helm_release} that are not false, zero or empty by default. Source: the provider's schema. */
    private static final Map<String, String> RELEASE_DEFAULTS =
            Map.of("render_subchart_notes", "true", "wait", "true", "timeout", "300");

    private final SafeText safe;

    ResourceText(SafeText safe) {
        this.safe = safe;
    }

    String address(JudgedResource judged) {
        return safe.line(judged.label());
    }

    /** OpenTofu's sign for the action. */
    static String symbol(JudgedResource judged) {
        return switch (judged.resource().action()) {
            case CREATE -> "+";
            case UPDATE -> "~";
            case DELETE -> "-";
            case DELETE_THEN_CREATE -> "-/+";
            case CREATE_THEN_DELETE -> "+/-";
            case FORGET -> ".";
            case FORGET_THEN_CREATE -> "./+";
            case READ, OPEN -> "<=";
            case NO_OP -> judged.resource().isMoved() ? "→" : "=";
            case UNKNOWN -> "?";
        };
    }

    /** What happens to it and why, in one clause. */
    String fate(JudgedResource judged) {
        ResourceChange resource = judged.resource();
        List<String> parts = new ArrayList<>();
        parts.add(
                switch (resource.action()) {
                    case DELETE, DELETE_THEN_CREATE, CREATE_THEN_DELETE -> Wording.fate(judged);
                    case CREATE -> "is created" + because(resource);
                    case UPDATE -> judged.isChurn() ? churn(judged) : changed(judged);
                    case FORGET -> "is forgotten and lives on" + because(resource);
                    case FORGET_THEN_CREATE ->
                        "is forgotten and lives on, and another is created" + Wording.cause(judged);
                    case READ -> "is read during the apply" + because(resource);
                    case OPEN -> "is opened";
                    case NO_OP -> resource.isMoved() || judged.isImported() ? "" : "does not change";
                    case UNKNOWN ->
                        "has planned actions that are not known here: "
                                + String.join(", ", resource.change().actionWords());
                });
        resource.change().importing().ifPresent(id -> parts.add("is imported" + (id.isEmpty() ? "" : " as " + id)));
        resource.previousAddress()
                .filter(previous -> !previous.equals(resource.address()))
                .ifPresent(previous -> parts.add("is moved from " + previous));
        return safe.line(parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")));
    }

    /** What it is, for a Helm release: where it lives and which chart. */
    Optional<String> identity(JudgedResource judged) {
        return judged.release()
                .flatMap(release -> release.before().or(release::after))
                .map(release -> {
                    String chart = release.chart()
                            + release.version().map(version -> " " + version).orElse("");
                    String moves = judged.release()
                            .filter(one -> one.before().isPresent())
                            .flatMap(ReleaseComparison::after)
                            .flatMap(HelmRelease::version)
                            .filter(version -> !release.version().equals(Optional.of(version)))
                            .map(version -> " → " + version)
                            .orElse("");
                    return safe.line(release.namespace() + "/" + release.name() + ", chart " + chart + moves);
                });
    }

    private static String because(ResourceChange resource) {
        return Wording.reason(resource).map(why -> " (" + why + ")").orElse("");
    }

    private static String churn(JudgedResource judged) {
        return "changes only in "
                + judged.churn().stream().sorted().map(ChurnClass::word).collect(Collectors.joining(" and "));
    }

    private static String changed(JudgedResource judged) {
        int values = judged.release().map(release -> release.values().size()).orElse(0);
        List<String> parts = new ArrayList<>();
        if (values > 0) {
            parts.add(values == 1 ? "1 value" : values + " values");
        }
        int attributes = judged.attributes().size();
        if (attributes > 0) {
            parts.add(attributes == 1 ? "1 attribute" : attributes + " attributes");
        }
        return parts.isEmpty() ? "changes" : "changes in " + String.join(" and ", parts);
    }

    /** Each difference, and what of the resource cannot be shown. */
    List<DiffLine> details(JudgedResource judged) {
        List<DiffLine> lines = new ArrayList<>();
        if (judged.weight() == Weight.DESTROY || judged.weight() == Weight.FORGET) {
            return lines;
        }
        List<String> later = new ArrayList<>();
        boolean created = judged.weight() == Weight.CREATE;
        for (AttributeChange change : judged.attributes()) {
            boolean computed = change.after() instanceof AfterApply && !change.forcesReplacement();
            if (computed && (change.before() instanceof Absent || judged.weight() == Weight.REPLACE)) {
                later.add(safe.line(change.path()));
            } else if (!created || !isDefault(judged, change)) {
                add(lines, change.path(), change.before(), change.after(), change.forcesReplacement());
            }
        }
        judged.release().ifPresent(release -> values(judged, release, lines));
        if (!later.isEmpty()) {
            lines.add(new DiffLine('#', "known after the apply: " + String.join(", ", later)));
        }
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        List<DiffLine> shown = new ArrayList<>(lines.subList(0, MOST_LINES));
        shown.add(new DiffLine('#', lines.size() - MOST_LINES + " more lines are not shown here"));
        return shown;
    }

    private void values(JudgedResource judged, ReleaseComparison release, List<DiffLine> lines) {
        for (PathChange change : release.values()) {
            if (judged.weight() == Weight.REPLACE && change.after().isEmpty()) {
                continue;
            }
            add(lines, change.path(), side(change.before()), side(change.after()), false);
        }
        if (release.valuesUnknown()) {
            lines.add(new DiffLine(
                    '#', "part of the values is known only after the apply; what changes there cannot be shown"));
        }
        if (!release.strayed().isEmpty()) {
            lines.add(new DiffLine(
                    '#',
                    "the live release has other values than the state says, at "
                            + safe.shortened(safe.line(String.join(", ", release.strayed())))));
        }
        release.after()
                .filter(HelmRelease::reusesValues)
                .ifPresent(
                        _ -> lines.add(new DiffLine('#', "reuse_values merges live values in, which no plan shows")));
        release.after()
                .or(release::before)
                .ifPresent(one -> one.unreadable()
                        .forEach(path ->
                                lines.add(new DiffLine('#', safe.line(path) + " cannot be read as Helm reads it"))));
    }

    /** The lines of one difference of an output or an attribute. */
    List<DiffLine> difference(AttributeChange change) {
        List<DiffLine> lines = new ArrayList<>();
        add(lines, change.path(), change.before(), change.after(), change.forcesReplacement());
        return lines;
    }

    private void add(
            List<DiffLine> lines, String rawPath, AttributeValue before, AttributeValue after, boolean forces) {
        String path = safe.line(rawPath);
        String note = forces ? "  # forces replacement" : "";
        if (isSecret(before) && isSecret(after)) {
            lines.add(new DiffLine('!', path + ": (sensitive), changed" + note));
        } else if (after instanceof AfterApply) {
            lines.add(new DiffLine(
                    '!',
                    path + ": " + shown(before).map(text -> text + " → ").orElse("") + "(known after apply)" + note));
        } else if (before instanceof Known(TextNode first)
                && after instanceof Known(TextNode second)
                && (first.textValue().strip().contains("\n")
                        || second.textValue().strip().contains("\n"))) {
            multiLine(lines, path, first.textValue(), second.textValue(), note);
        } else if (before instanceof Known
                && after instanceof Known
                && shown(before).equals(shown(after))) {
            lines.add(new DiffLine(
                    '!', path + ": " + shown(after).orElse("") + " changes in a part that is not shown" + note));
        } else {
            shown(before).ifPresent(text -> lines.add(new DiffLine('-', path + ": " + text + note)));
            shown(after).ifPresent(text -> lines.add(new DiffLine('+', path + ": " + text + note)));
        }
    }

    private void multiLine(List<DiffLine> lines, String path, String before, String after, String note) {
        List<String> first =
                safe.redacted(before).lines().map(SafeText::visible).toList();
        List<String> second =
                safe.redacted(after).lines().map(SafeText::visible).toList();
        String size = first.size() == second.size()
                ? first.size() + " lines"
                : first.size() + " → " + second.size() + " lines";
        if (!TextDiff.canCompare(first, second)) {
            lines.add(new DiffLine('!', path + ": a text of " + size + " changes" + note));
            return;
        }
        lines.add(new DiffLine('!', path + ": a text of " + size + note));
        for (DiffLine line : TextDiff.between(first, second)) {
            lines.add(new DiffLine(line.sign(), "  " + safe.shortened(line.text())));
        }
    }

    private Optional<String> shown(AttributeValue value) {
        return switch (value) {
            case Absent _ -> Optional.empty();
            case Sensitive _ -> Optional.of("(sensitive)");
            case AfterApply _ -> Optional.of("(known after apply)");
            case Known(JsonNode node) -> Optional.of(safe.value(node));
        };
    }

    private static AttributeValue side(Optional<JsonNode> value) {
        return value.map(ResourceText::side).orElseGet(Absent::new);
    }

    private static AttributeValue side(JsonNode value) {
        return switch (value.asText("")) {
            case HelmReleaseReader.SENSITIVE -> new Sensitive();
            case HelmReleaseReader.UNKNOWN -> new AfterApply();
            default -> new Known(value);
        };
    }

    private static boolean isSecret(AttributeValue value) {
        return value instanceof Sensitive;
    }

    /** What a new resource has although nobody asked for it. */
    private static boolean isDefault(JudgedResource judged, AttributeChange change) {
        if (!(change.after() instanceof Known(JsonNode node))) {
            return false;
        }
        if ((node.isTextual() && node.textValue().isEmpty()) || (node.isContainerNode() && node.isEmpty())) {
            return true;
        }
        return judged.release().isPresent()
                && (IDENTITY.contains(change.path())
                        || node.asText().equals(RELEASE_DEFAULTS.get(change.path()))
                        || (!RELEASE_DEFAULTS.containsKey(change.path())
                                && (node.asText().equals("false")
                                        || node.asText().equals("0"))));
    }
}
