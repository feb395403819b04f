package dev.tinyland.gf.plan.judgement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.plan.Plans;
import dev.tinyland.gf.tofu.plan.PlanCounts;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real plans of both generations of the Helm provider. */
class RealPlanJudgementTests {

    /** Scenario, adds, changes, churn, destroys, classes of danger. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "no-changes                              | 0 | 0 | 0 | 0 | none",
                "restore-cache-attachment-1-add-5-change | 1 | 5 | 3 | 0 | none",
                "greenfield                              | 5 | 0 | 0 | 0 | none",
                "lane-downgraded                         | 0 | 1 | 0 | 0 | downgrade",
                "controller-downgraded                   | 0 | 1 | 0 | 0 | downgrade",
                "everything-upgraded                     | 0 | 5 | 0 | 0 | none",
                "lane-deleted                            | 0 | 0 | 0 | 1 | uninstall",
                "destroy-everything                      | 0 | 0 | 0 | 5 | uninstall",
                "container-mode-changed                  | 0 | 1 | 0 | 0 | none",
                "limits-removed                          | 0 | 1 | 0 | 0 | none",
                "wrong-cluster                           | 0 | 0 | 0 | 0 | none",
                "release-removed-outside                 | 1 | 0 | 0 | 0 | none",
                "token-inline                            | 0 | 1 | 0 | 0 | none"
            })
    void aRealPlanIsCountedAndItsDangersNamed(
            String scenario, int adds, int changes, int churn, int destroys, String classes) {
        for (String line : Plans.LINES) {
            PlanJudgement judgement = Plans.judged(Plans.real(line, scenario));
            assertEquals(new PlanCounts(adds, changes, destroys, 0, 0, 0, 0), judgement.counts(), line);
            assertEquals(churn, judgement.churnUpdates(), line);
            Set<String> expected = classes == null ? Set.of() : new TreeSet<>(Arrays.asList(classes.split(",")));
            assertEquals(
                    expected, judgement.hit().stream().map(DangerClass::word).collect(Collectors.toSet()), line);
            assertEquals(List.of(), judgement.doubts(), line);
            assertEquals(List.of(), judgement.notUnderstood(), line);
        }
    }

    @Test
    void bothGenerationsOfTheProviderShowTheSameValuesChanging() {
        for (String scenario : List.of(
                "restore-cache-attachment-1-add-5-change",
                "attachment-lost",
                "maximum-typed-as-string",
                "scale-set-renamed",
                "limits-removed",
                "container-mode-changed",
                "moved-to-placement-node")) {
            assertEquals(
                    values(Plans.judged(Plans.real("helm-2.17", scenario))),
                    values(Plans.judged(Plans.real("helm-3.1", scenario))),
                    scenario);
        }
    }

    private static Set<String> values(PlanJudgement judgement) {
        Set<String> values = new TreeSet<>();
        for (JudgedResource judged : judgement.resources()) {
            judged.release()
                    .ifPresent(
                            release -> release.values().forEach(change -> values.add(judged.address() + " " + change)));
        }
        return values;
    }

    @Test
    void theMetadataOfAReleaseIsNoChange() {
        for (String line : Plans.LINES) {
            for (JudgedResource judged :
                    Plans.judged(Plans.real(line, "maximum-cut")).resources()) {
                assertTrue(
                        judged.attributes().stream()
                                .noneMatch(change -> change.path().startsWith("metadata")),
                        () -> judged.attributes().toString());
            }
        }
    }

    @Test
    void anEmptyStateThatCreatesLooksGreenfieldAndOneReleaseRemovedOutsideDoesNot() {
        for (String line : Plans.LINES) {
            assertTrue(Plans.judged(Plans.real(line, "greenfield")).looksGreenfield());
            assertTrue(
                    !Plans.judged(Plans.real(line, "release-removed-outside")).looksGreenfield());
        }
    }

    @Test
    void aTargetedPlanIsPartialThoughItsJsonSaysNothingOfTargets() {
        for (String line : Plans.LINES) {
            PlanJudgement judgement = Plans.judged(Plans.real(line, "targeted"));
            assertTrue(judgement.isPartial());
            assertEquals(4, judgement.plan().unmentioned().size());
        }
    }

    @Test
    void aFailedCheckIsAFindingWithItsMessage() {
        PlanJudgement judgement = Plans.judged(Plans.real("helm-3.1", "wrong-cluster"));
        assertEquals(
                List.of("the check failed: cluster_context must be honey"),
                judgement.findings(DangerClass.failingByDefault()).stream()
                        .map(finding -> finding.observed())
                        .toList());
    }

    @Test
    void noLiveReleaseOfARealPlanStraysFromItsState() {
        for (String line : Plans.LINES) {
            for (String scenario : List.of("no-changes", "restore-cache-attachment-1-add-5-change", "token-inline")) {
                for (JudgedResource judged :
                        Plans.judged(Plans.real(line, scenario)).resources()) {
                    assertEquals(
                            List.of(),
                            judged.release().map(release -> release.strayed()).orElseThrow(),
                            line + " " + judged.address());
                }
            }
        }
    }
}
