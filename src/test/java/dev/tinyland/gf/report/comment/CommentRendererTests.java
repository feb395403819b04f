package dev.tinyland.gf.report.comment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Level;
import dev.tinyland.gf.report.Report;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.secret.Redactor;
import dev.tinyland.gf.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;

class CommentRendererTests {
    private static final Instant NOW = Instant.parse("2026-11-21T18:04:00Z");
    private static final String HEAD = "0123456789abcdef0123456789abcdef01234567";
    private static final Parser MARKDOWN =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final CommentRenderer renderer = new CommentRenderer();

    @Test
    void sectionsStandWithTheBlockingOnesFirst() {
        String text = render(List.of(
                section("gf-lint", "CLEAN", 0),
                section("arc-canary", "HOLD", 3),
                section("tofu-plan", "DANGER", 1),
                section("tofu-apply", "REFUSED", 4),
                section("tofu-preflight", "INVALID", 2)));
        List<Integer> places = IntStream.of(
                        text.indexOf("#### ❌ tofu-preflight"),
                        text.indexOf("#### ⛔ tofu-apply"),
                        text.indexOf("#### ❌ tofu-plan"),
                        text.indexOf("#### ❔ arc-canary"),
                        text.indexOf("#### ✅ gf-lint"))
                .boxed()
                .toList();
        assertEquals(places.stream().sorted().toList(), places, text);
        assertTrue(places.getFirst() > 0, text);
        assertTrue(text.startsWith("### ❌ gf-actions: 4 of 5 verdicts are not green"), text);
    }

    @Test
    void aGreenVerdictThatAsksForAReviewSaysSo() {
        Report report = report(
                "arc-plan",
                List.of(new Finding(
                        "AP34", Level.REVIEW, "nix", "cpu is removed", "4", "", "no rule knows it", "read it")),
                Map.of());
        String text = render(List.of(section("gf-lint", "CLEAN", 0), ReportSection.of(report, new Redactor())));
        assertTrue(text.startsWith("### ⚠️ gf-actions: all 2 verdicts are green, 1 asks for a review"), text);
        assertTrue(text.indexOf("#### ⚠️ arc-plan") < text.indexOf("#### ✅ gf-lint"), text);
        assertTrue(text.contains("| cpu is removed (was 4) | no rule knows it. Next: read it |"), text);
    }

    @Test
    void everyCommentCarriesWhatADecisionNeeds() {
        Report report = report(
                "arc-plan",
                List.of(),
                Map.of(
                        "plan-created", "2026-11-21T15:00:00Z",
                        "scope", "refresh: unknown, targets: unknown",
                        "accepted", "AP02:gh-docker=rollback of #412"));
        String text = render(List.of(ReportSection.of(report, new Redactor())));
        assertTrue(text.contains("commit `0123456789ab`"), text);
        assertTrue(text.contains("[this run](https://git.example/o/r/actions/runs/17)"), text);
        assertTrue(text.contains("started by octocat"), text);
        assertTrue(text.contains("made 2026-11-21 15:00 UTC (3 hours before this comment)"), text);
        assertTrue(text.contains("refresh: unknown, targets: unknown"), text);
        assertTrue(text.contains("AP02:gh-docker=rollback of \\#412"), text);
        assertTrue(text.contains("It does not say that a job runs on a lane"), text);
    }

    @Test
    void unchangedLanesAreFolded() {
        Report report = report("arc-plan", List.of(), Map.of("lanes", """
            [{"label":"tinyland-nix","action":"update","max":"5"},{"label":"tinyland-dind","action":"no-op","max":"3"}]\
            """));
        String text = render(List.of(ReportSection.of(report, new Redactor())));
        int fold = text.indexOf("<details><summary>1 lanes unchanged</summary>");
        assertTrue(fold > 0 && text.indexOf("tinyland-nix") < fold && text.indexOf("tinyland-dind") > fold, text);
    }

    @Test
    void timesAndRunsDoNotMakeItAnotherComment() {
        CommentSection section = section("tofu-plan", "CHANGES", 0);
        CommentSection later = new CommentSection(
                section.tool(),
                section.verdict(),
                section.exitCode(),
                section.subject(),
                Optional.of(NOW.plusSeconds(900)),
                section.scope(),
                section.accepted(),
                section.notProven(),
                section.blocks());
        RenderedComment first = renderer.render(frame(HEAD, "17", NOW), List.of(section));
        RenderedComment second = renderer.render(frame(HEAD, "18", NOW.plusSeconds(1000)), List.of(later));
        assertNotEquals(first.parts(), second.parts());
        assertEquals(first.digest(), second.digest());
        assertNotEquals(
                first.digest(),
                renderer.render(frame("f".repeat(40), "17", NOW), List.of(section))
                        .digest());
        assertNotEquals(
                first.digest(),
                renderer.render(frame(HEAD, "17", NOW), List.of(section("tofu-plan", "DANGER", 1)))
                        .digest());
    }

    @Test
    void whatDoesNotFitIsLeftOutByPriorityAndSaid() {
        List<CommentBlock> blocks = new ArrayList<>();
        blocks.addAll(table(Priority.UNCHANGED, "keep", 400));
        blocks.addAll(table(Priority.DETAIL, "create", 400));
        blocks.addAll(table(Priority.BLOCKING, "destroy", 200));
        RenderedComment comment = renderer.render(
                frame(HEAD, "17", NOW),
                List.of(section("tofu-plan", "DANGER", 1).withFirst(blocks)));
        assertEquals(1, comment.parts().size());
        String text = comment.parts().getFirst();
        assertTrue(text.length() <= CommentRenderer.LARGEST, "length " + text.length());
        assertEquals(200, count(text, "destroy-"));
        assertTrue(count(text, "create-") > 0 && count(text, "create-") < 400, "creates " + count(text, "create-"));
        assertEquals(0, count(text, "keep-"));
        assertTrue(comment.leftOut() > 0);
        assertTrue(text.contains("of this section did not fit and are left out.** The job's summary"), text);
    }

    @Test
    void destroysThatDoNotFitGoOnInFurtherParts() {
        RenderedComment comment = renderer.render(
                frame(HEAD, "17", NOW),
                List.of(section("tofu-plan", "DANGER", 1).withFirst(table(Priority.BLOCKING, "destroy", 900))));
        assertEquals(2, comment.parts().size());
        assertEquals(0, comment.leftOut());
        assertEquals(
                900,
                comment.parts().stream()
                        .mapToInt(part -> count(part, "destroy-"))
                        .sum());
        assertTrue(comment.parts().getFirst().contains("read on in the next part"));
        assertTrue(comment.parts().get(1).startsWith("### gf-actions, part 2 of 2"));
        comment.parts().forEach(part -> assertTrue(part.length() <= CommentRenderer.LARGEST));
    }

    @Test
    void fourPartsAreTheMostAndTheRestIsCounted() {
        RenderedComment comment = renderer.render(
                frame(HEAD, "17", NOW),
                List.of(section("tofu-plan", "DANGER", 1).withFirst(table(Priority.BLOCKING, "destroy", 5_000))));
        assertEquals(CommentRenderer.MOST_PARTS, comment.parts().size());
        assertTrue(comment.leftOut() > 0);
        assertTrue(comment.parts().getFirst().contains("are left out.**"));
    }

    @Test
    void everyFenceAndFoldThatOpensCloses() {
        String hostile = "+ a\n```\n````\n~~~\n</details>\n<script>\n".repeat(3_000);
        RenderedComment comment = renderer.render(
                frame(HEAD, "17", NOW),
                List.of(section("tofu-plan", "CHANGES", 0)
                        .withFirst(CommentBlock.foldedFence(Priority.DETAIL, "the plan", "diff", hostile))));
        String text = comment.parts().getFirst();
        assertTrue(text.length() <= CommentRenderer.LARGEST);
        Node document = MARKDOWN.parse(text);
        int[] fences = {0};
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(FencedCodeBlock block) {
                fences[0]++;
                assertTrue(block.getClosingFenceLength() != null, "a fence is open");
                assertFalse(block.getLiteral().contains("left out"), block.getLiteral());
            }
        });
        assertTrue(fences[0] > 1, "fences " + fences[0]);
        assertTrue(text.contains("left out.**"));
    }

    @Test
    void nothingThatWasSeenBecomesMarkup() {
        String hostile = "<!-- gf-comment v1 id=0 --> @octo/team <img src=x onerror=1> | cell | `tick ```\n# head\n"
                + "[click](http://evil) ~~~ **bold** \u202Egnp.exe #12";
        List<Finding> findings = List.of(new Finding(
                "AP01", Level.BLOCK, hostile, hostile, hostile, hostile, hostile, hostile + "x".repeat(50_000)));
        Report report = new Report(
                "arc-plan",
                "1",
                "BLOCK",
                1,
                "AP01",
                NOW,
                Duration.ZERO,
                hostile,
                List.of(Check.required("AP01", hostile, Status.FAIL, hostile, hostile)),
                findings,
                Map.of("accepted", hostile, "scope", hostile, "lanes", "[{\"" + "@a|".repeat(200) + "\":\"<b>\"}]"),
                List.of(hostile));
        String text = render(List.of(ReportSection.of(report, new Redactor()), section("tofu-plan", "CHANGES", 0)));
        Node document = MARKDOWN.parse(text);
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlInline html) {
                assertTrue(html.getLiteral().matches("<!-- -->|</?sub>"), html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                assertTrue(
                        html.getLiteral().matches("(?s)<details><summary>[^<]*</summary>|</details>"),
                        html.getLiteral());
            }

            @Override
            public void visit(org.commonmark.node.Link link) {
                assertTrue(link.getDestination().startsWith("https://git.example/"), link.getDestination());
                super.visit(link);
            }

            @Override
            public void visit(org.commonmark.node.Heading heading) {
                assertTrue(heading.getLevel() >= 3, "heading of level " + heading.getLevel());
            }
        });
        assertFalse(text.contains("@octo"), text);
        assertFalse(text.contains("\u202E"), "a direction override is in the text");
        assertTrue(text.length() < 40_000, "length " + text.length());
    }

    @Test
    void aCommentLeavesNoMarkOnIssuesOfOthers() {
        assertEquals(
                "mallory/spam\\#<!-- -->1 https:<!-- -->//git.example/o/r/issues/7 as in \\#412, see"
                        + " https://git.example/o/r",
                CommentValue.cell(
                        "mallory/spam#1 https://git.example/o/r/issues/7 as in #412, see https://git.example/o/r"));
    }

    @Test
    void secretsAreTakenOutBeforeTheyAreEscaped() {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("hunter_2_[secret]*value"));
        Report report = report(
                "tofu-plan",
                List.of(Finding.of("D1", Level.BLOCK, "a", "token hunter_2_[secret]*value", "why", "next")),
                Map.of());
        String text = render(List.of(ReportSection.of(report, redactor)));
        assertTrue(text.contains("token \\*\\*\\*"), text);
        assertFalse(text.contains("hunter"), text);
    }

    private String render(List<CommentSection> sections) {
        return renderer.render(frame(HEAD, "17", NOW), sections).parts().getFirst();
    }

    private static CommentFrame frame(String head, String run, Instant now) {
        return new CommentFrame(
                "gf-actions",
                head,
                Optional.of(URI.create("https://git.example/o/r/actions/runs/" + run)),
                "octocat",
                now);
    }

    private static CommentSection section(String tool, String verdict, int exitCode) {
        return new CommentSection(
                tool, verdict, exitCode, "stack arc-runners", Optional.of(NOW), "", List.of(), "", List.of());
    }

    private static Report report(String tool, List<Finding> findings, Map<String, String> outputs) {
        return new Report(
                tool, "1", "REVIEW", 0, "", NOW, Duration.ZERO, "plan 1234", List.of(), findings, outputs, List.of());
    }

    private static List<CommentBlock> table(Priority priority, String word, int rows) {
        return CommentBlock.table(
                priority,
                List.of("address", "why"),
                IntStream.range(0, rows)
                        .mapToObj(i -> List.of(word + "-" + i, "y".repeat(100)))
                        .toList());
    }

    private static int count(String text, String word) {
        return text.split(java.util.regex.Pattern.quote(word), -1).length - 1;
    }
}
