package dev.tinyland.gf.plan.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.plan.Plans;
import dev.tinyland.gf.plan.judgement.PlanFacts;
import dev.tinyland.gf.plan.judgement.PlanJudge;
import dev.tinyland.gf.plan.judgement.PlanJudgement;
import dev.tinyland.gf.report.comment.CommentBlock;
import dev.tinyland.gf.report.comment.Priority;
import dev.tinyland.gf.secret.Redactor;
import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.tofu.plan.PlanScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReportTests {
    private static final ReportFacts FACTS = ReportFacts.of("arc-runners");

    private static PlanReport report(PlanJudgement judgement) {
        return new PlanReport(judgement, FACTS, new Redactor());
    }

    private static String terminal(String... entries) {
        return report(Plans.judged(Plans.with(entries))).terminal(false);
    }

    private static String update(String before, String after, String more) {
        return Plans.resource(
                "terraform_data.a",
                "[\"update\"]",
                "\"before\":" + before + ",\"after\":" + after + (more.isEmpty() ? "" : "," + more));
    }

    @Test
    void aReplacementNamesWhatForcesItAndCountsInBoth() {
        String text = terminal(Plans.resource(
                "terraform_data.a",
                "[\"create\",\"delete\"]",
                "\"before\":{\"input\":\"x\",\"zone\":\"eu-1\"},\"after\":{\"input\":\"x\",\"zone\":\"eu-2\"},"
                        + "\"after_unknown\":{\"id\":true},\"replace_paths\":[[\"zone\"]]"));
        assertTrue(text.contains("1 to add, 0 to change, 1 to destroy (1 is replaced, counted in both)"), text);
        assertTrue(text.contains("+/- terraform_data.a is replaced (zone forces it)"), text);
        assertTrue(text.contains("- zone: \"eu-1\"  # forces replacement"), text);
        assertTrue(text.contains("+ zone: \"eu-2\"  # forces replacement"), text);
        assertTrue(text.contains("# known after the apply: id"), text);
    }

    @Test
    void sensitiveValuesAreSaidToChangeAndNotShown() {
        String text = terminal(update(
                "{\"a\":\"one-secret\",\"b\":\"same\"}",
                "{\"a\":\"two-secret\",\"b\":\"same\"}",
                "\"before_sensitive\":{\"a\":true,\"b\":true},\"after_sensitive\":{\"a\":true,\"b\":true}"));
        assertTrue(text.contains("! a: (sensitive), changed"), text);
        assertFalse(text.contains("secret\"") || text.contains("b: "), text);
    }

    @Test
    void valuesThatAreKnownAfterTheApplyAreSaidToBe() {
        String text = terminal(Plans.resource(
                "helm_release.a",
                "[\"update\"]",
                "\"before\":{\"name\":\"a\",\"set\":[{\"name\":\"b.c\",\"value\":\"old\"}]},"
                        + "\"after\":{\"name\":\"a\",\"set\":[{\"name\":\"b.c\"}]},"
                        + "\"after_unknown\":{\"set\":[{\"value\":true}]}"));
        assertTrue(text.contains("! b.c: \"old\" → (known after apply)"), text);
        assertTrue(text.contains("# part of the values is known only after the apply"), text);
    }

    @Test
    void whatIsDestroyedIsNotPrintedValueByValue() {
        String text = terminal(
                Plans.resource("terraform_data.a", "[\"delete\"]", "\"before\":{\"input\":\"former\"},\"after\":null"));
        assertTrue(text.contains("- terraform_data.a is destroyed"), text);
        assertFalse(text.contains("former"), text);
    }

    @Test
    void aLongValueIsCutAndItsLengthSaid() {
        String text = terminal(update("{\"a\":\"short\"}", "{\"a\":\"" + "y".repeat(5000) + "\"}", ""));
        assertTrue(text.contains("… (5,000 characters)"), text);
        assertTrue(text.lines().allMatch(line -> line.length() < 250), text);
    }

    @Test
    void textsOfManyLinesAreComparedLineByLine() {
        String text = terminal(update(
                "{\"a\":\"one\\ntwo\\nthree\\nfour\\nfive\\nsix\"}",
                "{\"a\":\"one\\ntwo\\nthree\\nfour\\n5\\nsix\"}",
                ""));
        assertTrue(text.contains("! a: a text of 6 lines"), text);
        assertTrue(text.contains("-   five"), text);
        assertTrue(text.contains("+   5"), text);
        assertFalse(text.contains("two"), text);
    }

    @Test
    void movesImportsAndForgettingAreSaid() {
        String moved = Plans.resource("terraform_data.b", "[\"no-op\"]", "\"before\":{},\"after\":{}")
                .replace("\"mode\"", "\"previous_address\":\"terraform_data.a\",\"mode\"");
        String imported = Plans.resource(
                "terraform_data.c", "[\"no-op\"]", "\"before\":{},\"after\":{},\"importing\":{\"id\":\"i-7\"}");
        String forgotten = Plans.resource("terraform_data.d", "[\"forget\"]", "\"before\":{},\"after\":null");
        String text = terminal(moved, imported, forgotten);
        assertTrue(text.contains("1 to import, 0 to add, 0 to change, 0 to destroy, 1 to forget, 1 moved"), text);
        assertTrue(text.contains("→ terraform_data.b is moved from terraform_data.a"), text);
        assertTrue(text.contains("= terraform_data.c is imported as i-7"), text);
        assertTrue(text.contains(". terraform_data.d is forgotten and lives on  [forget]"), text);
    }

    @Test
    void aPartOfAPlanIsNeverCalledNoChanges() {
        for (PlanScope scope : List.of(
                new PlanScope(Optional.of(false), Optional.of(List.of()), Optional.of(List.of())),
                new PlanScope(Optional.of(true), Optional.of(List.of("terraform_data.a")), Optional.of(List.of())),
                new PlanScope(Optional.of(true), Optional.of(List.of()), Optional.of(List.of("terraform_data.a"))))) {
            PlanJudgement judgement = new PlanJudge().judge(Plans.read(Plans.with()), PlanFacts.of(scope));
            for (String text :
                    List.of(report(judgement).terminal(false), report(judgement).markdown(4096))) {
                assertTrue(text.contains("no changes in the part that was planned"), text);
                assertTrue(text.contains("This plan is incomplete"), text);
            }
        }
        assertTrue(report(Plans.judged(Plans.document("\"resource_changes\":[],\"errored\":true")))
                .terminal(false)
                .contains("planning failed half-way"));
    }

    /** Texts that would act if they were published as they are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "```\\n</details><img src=x>",
                "````````",
                "<!-- gf:comment tofu-plan -->",
                "@tinyland/everyone please #1",
                "\\u001b[2J\\u001b[31mred",
                "\\u202e)desrever(",
                "\\u2066\\u200b\\ufeff",
                "::error::owned",
                "##[set-env name=A]b",
                "| a | b |\\n|---|---|",
                "](https://evil.example) ![x](y)",
                "</code></summary></details>"
            })
    void hostileTextIsShownAndDoesNotAct(String hostile) {
        String entry = Plans.resource(
                        "terraform_data.a",
                        "[\"update\"]",
                        "\"before\":{\"k\":\"old\",\"m\":\"a\\nb\"},\"after\":{\"k\":\"" + hostile + "\",\"m\":\"a\\n"
                                + hostile + "\",\"" + hostile + "\":1}")
                .replace("terraform_data.a", "terraform_data.a[\\\"" + hostile + "\\\"]");
        PlanJudgement judgement = Plans.judged(Plans.document("\"resource_changes\":[" + entry
                + "],\"resource_drift\":[" + entry + "],\"checks\":[{\"status\":\"fail\","
                + "\"address\":{\"to_display\":\"" + hostile + "\"},\"instances\":[{\"problems\":[{\"message\":\""
                + hostile + "\"}]}]}],\"output_changes\":{\"" + hostile
                + "\":{\"actions\":[\"create\"],\"before\":null,\"after\":\"" + hostile + "\"}}"));
        ReportFacts facts = new ReportFacts("arc-runners", List.of(), List.of(), Map.of(), ReportFacts.NEVER_PROVEN);
        PlanReport report = new PlanReport(judgement, facts, new Redactor());
        String terminal = report.terminal(false);
        terminal.codePoints()
                .filter(c -> c != '\n')
                .forEach(c -> assertTrue(
                        !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT, () -> terminal));
        assertTrue(terminal.lines().noneMatch(line -> line.strip().startsWith("::")), terminal);
        assertFalse(terminal.contains("##["), terminal);

        String markdown = report.markdown(PlanReport.COMMENT);
        assertFalse(markdown.contains("<!-- gf"), markdown);
        assertWhole(markdown);
        String html = HtmlRenderer.builder()
                .build()
                .render(Parser.builder()
                        .extensions(List.of(TablesExtension.create()))
                        .build()
                        .parse(markdown));
        for (String acting : List.of("<a ", "<img", "<h1", "<table", "</a>", "<script")) {
            assertFalse(html.contains(acting), () -> acting + " in\n" + html);
        }
        String readable = html.replaceAll("(?s)<(code|pre)\\b.*?</\\1>", "");
        assertFalse(readable.contains("@tinyland") || readable.contains("please #1"), readable);
        assertEquals(count(html, "<details>"), count(html, "</details>"), html);
    }

    @Test
    void aReportThatIsTooLongKeepsWhatIsDestroyedAndSaysWhatIsLeftOut() {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            entries.add(Plans.resource(
                    "terraform_data.created" + i, "[\"create\"]", "\"before\":null,\"after\":{\"input\":\"value\"}"));
        }
        entries.add(Plans.resource("terraform_data.gone", "[\"delete\"]", "\"before\":{},\"after\":null"));
        entries.add(Plans.resource(
                "terraform_data.replaced",
                "[\"delete\",\"create\"]",
                "\"before\":{\"a\":1},\"after\":{\"a\":2},\"replace_paths\":[[\"a\"]]"));
        PlanJudgement judgement = Plans.judged(Plans.with(entries.toArray(String[]::new)));
        String whole = report(judgement).markdown(PlanReport.SUMMARY);
        assertTrue(whole.length() > 65_536, () -> "only " + whole.length());
        assertFalse(whole.contains("does not fit"), whole.substring(whole.length() - 500));
        for (int budget : List.of(4096, 10_000, PlanReport.COMMENT, 65_536)) {
            String text = report(judgement).markdown(budget);
            assertTrue(text.getBytes(UTF_8).length <= budget, () -> budget + " < " + text.length());
            assertTrue(text.contains("terraform&#95;data.gone"), text.substring(0, 2000));
            assertTrue(text.contains("+ a: 2  # forces replacement"), text.substring(0, 2000));
            assertTrue(text.contains("What this does not prove"), () -> text.substring(text.length() - 800));
            assertTrue(text.contains("2001 to add"), text.substring(0, 300));
            assertTrue(
                    text.contains("of “Created” are left out") || budget >= 65_536,
                    () -> text.substring(text.length() - 800));
            assertWhole(text);
        }
    }

    @Test
    void aCommentGetsWhatIsDestroyedAsBlockingAndWhatIsCreatedAsDetail() {
        PlanJudgement judgement = Plans.judged(Plans.with(
                Plans.resource("terraform_data.gone", "[\"delete\"]", "\"before\":{},\"after\":null"),
                update("{\"a\":1}", "{\"a\":2}", ""),
                Plans.resource(
                        "terraform_data.new",
                        "[\"create\"]",
                        "\"before\":null,\"after\":{\"input\":\"" + "z".repeat(100) + "\"}")));
        List<CommentBlock> blocks = report(judgement).blocks();
        assertEquals(
                List.of(Priority.BLOCKING, Priority.BLOCKING, Priority.REVIEW, Priority.DETAIL),
                blocks.stream().map(CommentBlock::priority).toList());
        assertTrue(blocks.get(1).markdown().contains("terraform&#95;data.gone"), blocks::toString);
        blocks.forEach(block -> assertWhole(block.markdown()));
        assertTrue(blocks.stream().noneMatch(block -> block.markdown().contains("does not prove")), blocks::toString);
    }

    @Test
    void aSecretThatWasTaughtIsInNoReport() {
        Redactor redactor = new Redactor();
        redactor.learn(Secret.of("hunter2-hunter2"));
        PlanJudgement judgement =
                Plans.judged(Plans.with(update("{\"a\":\"x\"}", "{\"a\":\"it is hunter2-hunter2, yes\"}", "")));
        PlanReport report = new PlanReport(judgement, FACTS, redactor);
        assertTrue(report.terminal(false).contains("+ a: \"it is ***, yes\""));
        assertFalse(report.markdown(PlanReport.COMMENT).contains("hunter2"));
    }

    @Test
    void aSecretIsNotLeftHalfWhereAValueIsCut() {
        Redactor redactor = new Redactor();
        String secret = "q".repeat(30) + "-secret-" + "r".repeat(200);
        redactor.learn(Secret.of(secret));
        PlanJudgement judgement =
                Plans.judged(Plans.with(update("{\"a\":\"x\"}", "{\"a\":\"" + "p".repeat(100) + secret + "\"}", "")));
        String text = new PlanReport(judgement, FACTS, redactor).terminal(false);
        assertFalse(text.contains("qqq"), text);
    }

    @Test
    void objectsThatLiveAreNamedBesideWhatWouldBeCreated() {
        ReportFacts facts = new ReportFacts(
                "arc-runners",
                List.of(new ReportFacts.LiveCounterpart(
                        "module.arc_controller.helm_release.arc_controller",
                        "Helm release arc-systems/arc-controller, revision 7, deployed 2026-04-02")),
                List.of(),
                Map.of(),
                ReportFacts.NEVER_PROVEN);
        PlanReport report = new PlanReport(Plans.judged(Plans.real("helm-3.1", "greenfield")), facts, new Redactor());
        for (String text : List.of(report.terminal(false), report.markdown(PlanReport.COMMENT))) {
            assertTrue(text.contains("1 of the objects this plan would create lives already"), text);
            assertTrue(text.contains("Helm release arc-systems/arc-controller, revision 7"), text);
        }
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    /** Every fence is closed, every fold too. */
    private static void assertWhole(String markdown) {
        String fence = "";
        int folds = 0;
        for (String line : markdown.lines().toList()) {
            String run = line.replaceAll("^(`*).*$", "$1");
            if (fence.isEmpty() && run.length() >= 3) {
                fence = run;
            } else if (!fence.isEmpty() && line.equals(fence)) {
                fence = "";
            } else if (fence.isEmpty()) {
                folds += line.startsWith("<details>") ? 1 : 0;
                folds -= line.equals("</details>") ? 1 : 0;
            }
        }
        assertEquals("", fence, "a fence stands open");
        assertEquals(0, folds, "a fold stands open");
    }
}
