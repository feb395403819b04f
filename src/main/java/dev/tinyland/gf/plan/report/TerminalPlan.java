package dev.tinyland.gf.plan.report;

import dev.tinyland.gf.plan.judgement.AttributeChange;
import dev.tinyland.gf.plan.judgement.JudgedResource;
import dev.tinyland.gf.plan.judgement.JudgedResource.Weight;
import dev.tinyland.gf.plan.judgement.PlanJudgement;
import dev.tinyland.gf.tofu.plan.PlanCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A judged plan for a terminal. */
final class TerminalPlan {
    private final PlanJudgement judgement;
    private final ReportFacts facts;
    private final PlanStory story;
    private final SafeText safe;
    private final ResourceText resources;
    private final boolean color;
    private final List<String> lines = new ArrayList<>();

    TerminalPlan(PlanJudgement judgement, ReportFacts facts, SafeText safe, boolean color) {
        this.judgement = judgement;
        this.facts = facts;
        this.story = new PlanStory(judgement, facts);
        this.safe = safe;
        this.resources = new ResourceText(safe);
        this.color = color;
    }

    String render() {
        lines.add(paint("1", safe.line(story.headline())));
        lines.add(safe.line(story.circumstances()));
        for (String warning : story.warnings()) {
            lines.add(paint("33", "! " + safe.line(warning)));
        }
        facts.alive()
                .forEach(one -> lines.add(paint(
                        "31",
                        "! " + safe.line(one.address()) + " would be created; it lives: " + safe.line(one.living()))));
        facts.accepted().forEach(one -> lines.add("accepted: " + safe.line(one)));
        Map<String, String> dangers = story.dangers();
        story.groups().forEach((weight, group) -> group(weight, group, dangers));
        int untouched = story.untouched();
        if (untouched > 0) {
            lines.add("");
            lines.add(untouched + " managed " + (untouched == 1 ? "resource is" : "resources are") + " unchanged.");
        }
        drift();
        outputs();
        checks();
        lines.add("");
        lines.add("Not proven by any plan:");
        facts.unproven().forEach(one -> lines.add("  " + safe.line(one)));
        return String.join("\n", lines) + "\n";
    }

    private void group(Weight weight, List<JudgedResource> group, Map<String, String> dangers) {
        lines.add("");
        lines.add(paint("1", weight.title() + " (" + group.size() + ")"));
        for (JudgedResource judged : group) {
            resource(judged, dangers.getOrDefault(judged.label(), ""));
        }
    }

    private void resource(JudgedResource judged, String danger) {
        String sign = ResourceText.symbol(judged);
        lines.add(paint(colorOf(judged.weight()), "  " + sign + " " + resources.address(judged)) + " "
                + resources.fate(judged)
                + (danger.isEmpty() ? "" : paint("31", "  [" + danger + "]")));
        resources.identity(judged).ifPresent(identity -> lines.add("      " + identity));
        resources.details(judged).forEach(this::detail);
    }

    private void detail(DiffLine line) {
        String text = "      " + line;
        lines.add(
                switch (line.sign()) {
                    case '+' -> paint("32", text);
                    case '-' -> paint("31", text);
                    case '!' -> paint("33", text);
                    default -> text;
                });
    }

    private void drift() {
        if (judgement.drift().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(paint("1", "Changed outside OpenTofu (" + judgement.drift().size() + ")"));
        for (JudgedResource judged : judgement.drift()) {
            lines.add("  ! " + resources.address(judged)
                    + (judged.resource().change().destroys() ? " was removed" : " was changed"));
            resources.details(judged).forEach(this::detail);
        }
    }

    private void outputs() {
        if (judgement.outputs().isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(paint("1", "Outputs (" + judgement.outputs().size() + ")"));
        for (AttributeChange output : judgement.outputs()) {
            resources.difference(output).forEach(this::detail);
        }
    }

    private void checks() {
        List<PlanCheck> failed = judgement.failedChecks();
        if (failed.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(paint("1", "Checks that do not hold (" + failed.size() + ")"));
        for (PlanCheck check : failed) {
            lines.add("  ! " + safe.line(check.address())
                    + (check.status().equals("fail") ? " failed" : " could not be evaluated"));
            check.problems().forEach(problem -> lines.add("      " + safe.line(problem)));
        }
    }

    private static String colorOf(Weight weight) {
        return switch (weight) {
            case DESTROY, REPLACE, UNKNOWN -> "31";
            case FORGET, CHANGE -> "33";
            case CREATE -> "32";
            case ADOPT, READ -> "36";
            case CHURN, UNTOUCHED -> "2";
        };
    }

    private String paint(String code, String text) {
        return color ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
