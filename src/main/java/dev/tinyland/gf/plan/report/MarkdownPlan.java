package dev.tinyland.gf.plan.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinyland.gf.plan.judgement.AttributeChange;
import dev.tinyland.gf.plan.judgement.ChurnClass;
import dev.tinyland.gf.plan.judgement.JudgedResource;
import dev.tinyland.gf.plan.judgement.JudgedResource.Weight;
import dev.tinyland.gf.plan.judgement.PlanJudgement;
import dev.tinyland.gf.report.MarkdownText;
import dev.tinyland.gf.report.comment.CommentBlock;
import dev.tinyland.gf.report.comment.Priority;
import dev.tinyland.gf.tofu.plan.PlanCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A judged plan as Markdown within a budget. Every block is whole in itself and has a short and a long form. Rank by rank,
 * the blocks get their short form as far as the budget reaches, then their long form while enough is left for the short
 * forms of the ranks below.
 */
final class MarkdownPlan {
    private static final int CLOSING = 600;
    private static final String UNPROVEN = "What this does not prove";

    private final PlanJudgement judgement;
    private final ReportFacts facts;
    private final PlanStory story;
    private final SafeText safe;
    private final ResourceText resources;

    MarkdownPlan(PlanJudgement judgement, ReportFacts facts, SafeText safe) {
        this.judgement = judgement;
        this.facts = facts;
        this.story = new PlanStory(judgement, facts);
        this.safe = safe;
        this.resources = new ResourceText(safe);
    }

    /**
     * A piece of the report.
     *
     * @param rank which pieces get room first
     * @param group what it belongs to, counted where it is left out
     * @param brief its short form
     * @param full its long form
     */
    private record Block(Rank rank, String group, String brief, String full) {}

    /** Who gets room first. */
    private enum Rank {
        FRAME,
        HEAVY,
        CHANGE,
        LIGHT;

        Priority priority() {
            return switch (this) {
                case FRAME, HEAVY -> Priority.BLOCKING;
                case CHANGE -> Priority.REVIEW;
                case LIGHT -> Priority.DETAIL;
            };
        }

        static Rank of(Weight weight) {
            return switch (weight) {
                case DESTROY, REPLACE, UNKNOWN, FORGET -> HEAVY;
                case CHANGE, ADOPT -> CHANGE;
                case CREATE, CHURN, READ, UNTOUCHED -> LIGHT;
            };
        }
    }

    String render(int budget) {
        List<Block> blocks = blocks();
        String[] chosen = new String[blocks.size()];
        Map<String, Integer> omitted = new LinkedHashMap<>();
        int left = budget - CLOSING;
        int folded = 0;
        for (Rank rank : Rank.values()) {
            for (int i = 0; i < chosen.length; i++) {
                Block block = blocks.get(i);
                if (block.rank() != rank) {
                    continue;
                }
                boolean room = size(block.brief()) <= left && !omitted.containsKey(block.group());
                chosen[i] = room ? block.brief() : "";
                left -= size(chosen[i]);
                if (!room) {
                    omitted.merge(block.group(), 1, Integer::sum);
                }
            }
            int kept = Math.min(left / 2, briefsBelow(rank, blocks));
            for (int i = 0; i < chosen.length; i++) {
                Block block = blocks.get(i);
                int more = size(block.full()) - size(block.brief());
                if (block.rank() != rank || !block.brief().equals(chosen[i]) || more == 0) {
                    continue;
                }
                if (more <= left - kept) {
                    chosen[i] = block.full();
                    left -= more;
                } else {
                    folded++;
                }
            }
        }
        return String.join("", chosen) + closing(omitted, folded);
    }

    /** The blocks of a comment: what is heavy blocks, what changes is for review, the rest is detail. */
    List<CommentBlock> commentBlocks() {
        List<CommentBlock> comment = new ArrayList<>();
        for (Block block : blocks()) {
            if (!block.group().equals(UNPROVEN)) {
                String text = block.full().length() <= CommentBlock.LARGEST ? block.full() : block.brief();
                comment.add(new CommentBlock(block.rank().priority(), text));
            }
        }
        return comment;
    }

    private static int briefsBelow(Rank rank, List<Block> blocks) {
        return blocks.stream()
                .filter(block -> block.rank().compareTo(rank) > 0)
                .mapToInt(block -> size(block.brief()))
                .sum();
    }

    private static String closing(Map<String, Integer> omitted, int folded) {
        if (omitted.isEmpty() && folded == 0) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        omitted.forEach((group, count) -> parts.add(count + " of \u201c" + group + "\u201d are left out"));
        if (folded > 0) {
            parts.add(folded + " are shown without their details");
        }
        return "\n> **This does not fit here whole**: " + String.join(", ", parts)
                + ". The redacted plan (output `plan-json-redacted`) in the report folder holds all of it.\n";
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        head().forEach(text -> blocks.add(new Block(Rank.FRAME, "Warnings", text, text)));
        boolean firstAlive = true;
        for (ReportFacts.LiveCounterpart one : facts.alive()) {
            String row = (firstAlive ? "\n| would be created | lives already |\n|---|---|\n" : "") + "| "
                    + cell(one.address()) + " | " + MarkdownText.cell(safe.line(one.living())) + " |\n";
            blocks.add(new Block(Rank.HEAVY, "Lives already", row, row));
            firstAlive = false;
        }
        Map<String, String> dangers = story.dangers();
        for (Map.Entry<Weight, List<JudgedResource>> group : story.groups().entrySet()) {
            String title = group.getKey().title();
            if (group.getKey() == Weight.CHURN || group.getKey() == Weight.READ) {
                blocks.add(together(group.getKey(), group.getValue()));
                continue;
            }
            String heading = "\n#### " + title + ": " + group.getValue().size() + "\n\n";
            boolean first = true;
            for (JudgedResource judged : group.getValue()) {
                Block block = resource(judged, dangers.getOrDefault(judged.label(), ""));
                blocks.add(
                        first
                                ? new Block(block.rank(), title, heading + block.brief(), heading + block.full())
                                : block);
                first = false;
            }
        }
        int untouched = story.untouched();
        if (untouched > 0) {
            String text = "\n" + untouched + " managed " + (untouched == 1 ? "resource is" : "resources are")
                    + " unchanged.\n";
            blocks.add(new Block(Rank.FRAME, "Unchanged", text, text));
        }
        blocks.addAll(drift());
        outputs().ifPresent(blocks::add);
        blocks.addAll(checks());
        blocks.add(unproven());
        return blocks;
    }

    private List<String> head() {
        List<String> head = new ArrayList<>();
        head.add("**" + MarkdownText.plain(safe.line(story.headline())) + ".**\n\n"
                + MarkdownText.plain(safe.line(story.circumstances())) + "\n");
        for (String warning : story.warnings()) {
            head.add("\n> [!WARNING]\n> " + MarkdownText.plain(safe.line(warning)) + "\n");
        }
        for (String accepted : facts.accepted()) {
            head.add("\n> Accepted: " + MarkdownText.plain(safe.line(accepted)) + "\n");
        }
        return head;
    }

    private Block resource(JudgedResource judged, String danger) {
        Rank rank = Rank.of(judged.weight());
        String group = judged.weight().title();
        String line = "<code>" + ResourceText.symbol(judged).replace("<", "&lt;") + " "
                + html(resources.address(judged)) + "</code> " + html(resources.fate(judged))
                + (danger.isEmpty() ? "" : " · <b>" + html(danger) + "</b>");
        String brief = "- " + line + "\n";
        List<String> details = new ArrayList<>();
        resources.identity(judged).ifPresent(identity -> details.add("# " + identity));
        resources.details(judged).forEach(detail -> details.add(detail.toString()));
        return new Block(rank, group, brief, details.isEmpty() ? brief : folded(line, details));
    }

    /** A whole group in one fold: nobody has to look into it to judge the plan. */
    private Block together(Weight weight, List<JudgedResource> group) {
        List<String> details = new ArrayList<>();
        for (JudgedResource judged : group) {
            details.add("# " + resources.address(judged) + " " + resources.fate(judged));
            resources.details(judged).forEach(detail -> details.add(detail.toString()));
        }
        String line = weight.title() + ": " + group.size();
        String heading = "\n#### " + line + "\n";
        String kinds = group.stream()
                .flatMap(judged -> judged.churn().stream())
                .sorted()
                .map(ChurnClass::word)
                .distinct()
                .collect(Collectors.joining(", "));
        String summary = kinds.isEmpty() ? "what is read" : "only in " + html(kinds);
        return new Block(Rank.LIGHT, weight.title(), heading, heading + "\n" + folded(summary, details));
    }

    private List<Block> drift() {
        List<Block> blocks = new ArrayList<>();
        String title = "Changed outside OpenTofu";
        for (JudgedResource judged : judgement.drift()) {
            String heading = blocks.isEmpty()
                    ? "\n#### " + title + ": " + judgement.drift().size() + "\n\n"
                    : "";
            String line = "<code>" + html(resources.address(judged)) + "</code> "
                    + (judged.resource().change().destroys() ? "was removed" : "was changed");
            List<String> details =
                    resources.details(judged).stream().map(DiffLine::toString).toList();
            String brief = heading + "- " + line + "\n";
            blocks.add(
                    new Block(Rank.CHANGE, title, brief, details.isEmpty() ? brief : heading + folded(line, details)));
        }
        return blocks;
    }

    private Optional<Block> outputs() {
        if (judgement.outputs().isEmpty()) {
            return Optional.empty();
        }
        String heading = "\n#### Outputs: " + judgement.outputs().size() + "\n\n";
        List<String> details = new ArrayList<>();
        for (AttributeChange output : judgement.outputs()) {
            resources.difference(output).forEach(line -> details.add(line.toString()));
        }
        String brief = heading + "- " + judgement.outputs().size() + " values of outputs change\n";
        return Optional.of(new Block(Rank.LIGHT, "Outputs", brief, heading + folded("what changes", details)));
    }

    private List<Block> checks() {
        List<Block> blocks = new ArrayList<>();
        String title = "Checks that do not hold";
        for (PlanCheck check : judgement.failedChecks()) {
            String heading = blocks.isEmpty()
                    ? "\n#### " + title + ": " + judgement.failedChecks().size() + "\n\n"
                    : "";
            String text = heading + "- <code>" + html(safe.line(check.address())) + "</code> "
                    + (check.status().equals("fail") ? "failed" : "could not be evaluated")
                    + (check.problems().isEmpty()
                            ? ""
                            : ": " + html(safe.shortened(safe.line(String.join("; ", check.problems())))))
                    + "\n";
            blocks.add(new Block(Rank.CHANGE, title, text, text));
        }
        return blocks;
    }

    private Block unproven() {
        StringBuilder text = new StringBuilder("\n<details><summary>" + UNPROVEN + "</summary>\n\n");
        facts.unproven()
                .forEach(one -> text.append("- ")
                        .append(MarkdownText.plain(safe.line(one)))
                        .append('\n'));
        String whole = text.append("\n</details>\n").toString();
        return new Block(Rank.FRAME, UNPROVEN, whole, whole);
    }

    /** A fold with a fenced diff in it; the fence is longer than any run of backticks inside. */
    private static String folded(String summary, List<String> details) {
        String diff = String.join("\n", details);
        String fence = "`".repeat(Math.max(2, MarkdownText.longestTicks(diff)) + 1);
        return "<details><summary>" + summary + "</summary>\n\n" + fence + "diff\n" + diff + "\n" + fence
                + "\n\n</details>\n";
    }

    private String cell(String text) {
        return "<code>" + html(safe.line(text)).replace("|", "&#124;") + "</code>";
    }

    /** Text inside an HTML element in Markdown: nothing in it is a tag, an entity, emphasis, a link or a mention. */
    private static String html(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '@', '#' -> escaped.append(c).append("<!-- -->");
                case '\'', '`', '*', '_', '[', ']', '\\', '~', '!', ':' ->
                    escaped.append("&#").append((int) c).append(';');
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static int size(String text) {
        return text.getBytes(UTF_8).length;
    }
}
