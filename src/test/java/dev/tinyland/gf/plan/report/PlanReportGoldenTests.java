package dev.tinyland.gf.plan.report;

import dev.tinyland.gf.lint.Golden;
import dev.tinyland.gf.plan.Plans;
import dev.tinyland.gf.plan.judgement.PlanFacts;
import dev.tinyland.gf.plan.judgement.PlanJudge;
import dev.tinyland.gf.plan.redaction.RedactedPlan;
import dev.tinyland.gf.secret.Redactor;
import dev.tinyland.gf.tofu.plan.PlanScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Reports that a reviewer read and accepted. */
class PlanReportGoldenTests {

    private static void check(String name, byte[] plan, PlanFacts known, ReportFacts facts, int budget) {
        Redactor redactor = new Redactor();
        RedactedPlan.of(plan).secrets().secrets().forEach(redactor::learn);
        PlanReport report = new PlanReport(new PlanJudge().judge(Plans.read(plan), known), facts, redactor);
        Golden.check("plan-reports/" + name + ".txt", report.terminal(false));
        Golden.check("plan-reports/" + name + ".md", report.markdown(budget));
    }

    private static ReportFacts facts() {
        Map<String, String> circumstances = new LinkedHashMap<>();
        circumstances.put("state", "lineage 1c9d0e52, serial 41");
        circumstances.put("guard", "TRUSTED");
        return new ReportFacts("arc-runners", List.of(), List.of(), circumstances, ReportFacts.NEVER_PROVEN);
    }

    private static PlanFacts whole() {
        return PlanFacts.of(PlanScope.whole());
    }

    @Test
    void theGoldenPlan() {
        check(
                "restore-cache-attachment",
                Plans.real("helm-2.17", "restore-cache-attachment-1-add-5-change"),
                whole(),
                facts(),
                PlanReport.COMMENT);
    }

    @Test
    void aFakeGreenfield() {
        ReportFacts facts = new ReportFacts(
                "arc-runners",
                List.of(
                        new ReportFacts.LiveCounterpart(
                                "module.arc_controller.helm_release.arc_controller",
                                "Helm release arc-systems/arc-controller, revision 7, deployed 2026-04-02"),
                        new ReportFacts.LiveCounterpart(
                                "module.gh[\"gh-nix\"].helm_release.arc_runner",
                                "Helm release arc-runners/gh-nix, revision 19, deployed 2026-11-03")),
                List.of(),
                Map.of("state", "none seen"),
                ReportFacts.NEVER_PROVEN);
        check("fake-greenfield", Plans.real("helm-3.1", "greenfield"), whole(), facts, PlanReport.COMMENT);
    }

    @Test
    void aDowngrade() {
        check("downgrade", Plans.real("helm-3.1", "controller-downgraded"), whole(), facts(), PlanReport.COMMENT);
    }

    @Test
    void aDestroy() {
        check("destroy", Plans.real("helm-2.17", "destroy-everything"), whole(), facts(), PlanReport.COMMENT);
    }

    @Test
    void aLaneGoneOutsideAndAPlanWithTargets() {
        check(
                "removed-outside",
                Plans.real("helm-2.17", "release-removed-outside"),
                whole(),
                facts(),
                PlanReport.COMMENT);
        check(
                "targeted",
                Plans.real("helm-3.1", "targeted"),
                PlanFacts.of(new PlanScope(
                        Optional.of(false), Optional.of(List.of("module.arc_controller")), Optional.of(List.of()))),
                facts(),
                PlanReport.COMMENT);
    }

    @Test
    void everyKindOfChange() throws IOException {
        check(
                "every-kind",
                Files.readAllBytes(Path.of("src/test/resources/plan-reports/every-kind.json")),
                whole(),
                facts(),
                PlanReport.COMMENT);
    }

    @Test
    void aHugePlan() {
        List<String> entries = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            String number = Integer.toString(10_000 + i).substring(1);
            entries.add(
                    i % 3 == 0
                            ? Plans.resource(
                                    "terraform_data.changed" + number,
                                    "[\"update\"]",
                                    "\"before\":{\"input\":\"old\"},\"after\":{\"input\":\"new\"}")
                            : Plans.resource(
                                    "terraform_data.created" + number,
                                    "[\"create\"]",
                                    "\"before\":null,\"after\":{\"input\":\"value\"}"));
        }
        entries.add(Plans.resource("kubernetes_namespace_v1.gone", "[\"delete\"]", "\"before\":{},\"after\":null"));
        check("huge", Plans.with(entries.toArray(String[]::new)), whole(), facts(), 6_000);
    }
}
