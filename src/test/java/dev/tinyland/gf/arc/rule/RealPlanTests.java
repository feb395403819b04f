package dev.tinyland.gf.arc.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.arc.plan.RunnerPlan;
import dev.tinyland.gf.arc.plan.RunnerPlanReader;
import dev.tinyland.gf.arc.upstream.RunnerReleases;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.ContractLoader;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.tofu.plan.PlanDocument;
import dev.tinyland.gf.tofu.plan.PlanReader;
import dev.tinyland.gf.tofu.plan.PlanScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every real plan gets the verdict and the rules that people gave it by hand, with both generations of the provider. */
class RealPlanTests {
    private static final Path PLANS = Path.of("src/test/resources/plans");
    private static final Contract CONTRACT = new ContractLoader().builtIn();

    record Expected(String line, String scenario, Set<String> verdicts, Set<String> rules) {
        @Override
        public String toString() {
            return line + " " + scenario;
        }
    }

    static List<Expected> expected() throws IOException {
        List<Expected> rows = new ArrayList<>();
        for (String row : Files.readAllLines(PLANS.resolve("expected.tsv"))) {
            if (row.startsWith("#")) {
                continue;
            }
            String[] cells = row.split("\t", -1);
            Set<String> rules = new TreeSet<>(Arrays.asList(cells[2].split(",")));
            rules.remove("");
            for (String line : List.of("helm-2.17", "helm-3.1")) {
                rows.add(new Expected(line, cells[0], Set.of(cells[1].split("\\|")), rules));
            }
        }
        return rows;
    }

    static Set<String> rulesOfTheRealPlans() {
        try {
            Set<String> rules = new TreeSet<>();
            expected().forEach(row -> rules.addAll(row.rules()));
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RunnerPlan plan(String line, String scenario) throws IOException {
        PlanDocument document =
                new PlanReader().read(Files.readAllBytes(PLANS.resolve(line).resolve(scenario + ".json")));
        return new RunnerPlanReader(CONTRACT).read(((PlanDocument.Plan) document).plan());
    }

    static PlanContext context() {
        return new PlanContext(
                CONTRACT,
                PlanScope.unknown(),
                RunnerReleases.builtIn(),
                LocalDate.of(2026, 8, 18),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                List.of(),
                false,
                false,
                Set.of());
    }

    @ParameterizedTest
    @MethodSource("expected")
    void aRealPlanGetsItsVerdictAndItsRules(Expected expected) throws IOException {
        RunnerPlan plan = plan(expected.line(), expected.scenario());
        PlanJudgement judgement = PlanJudgement.of(plan, context(), List.of());
        Set<String> ids = new TreeSet<>(judgement.findings().stream()
                .filter(finding -> !finding.id().equals("AP13"))
                .map(Finding::id)
                .toList());
        String verdict = ArcPlanVerdict.of(plan, judgement).name();
        assertTrue(expected.verdicts().contains(verdict), () -> verdict + " with " + judgement.findings());
        assertTrue(ids.containsAll(expected.rules()), () -> ids + " with " + judgement.findings());
    }

    @Test
    void theGoldenPlanNamesNothingBeyondWhatItIs() throws IOException {
        for (String line : List.of("helm-2.17", "helm-3.1")) {
            PlanJudgement judgement =
                    PlanJudgement.of(plan(line, "restore-cache-attachment-1-add-5-change"), context(), List.of());
            assertEquals(
                    Set.of("AP13", "AP50", "AP51", "AP53"),
                    new TreeSet<>(judgement.findings().stream().map(Finding::id).toList()));
        }
    }

    @Test
    void anInlineTokenIsFoundAndNeverShown() throws IOException {
        for (String line : List.of("helm-2.17", "helm-3.1")) {
            PlanJudgement judgement = PlanJudgement.of(plan(line, "token-inline"), context(), List.of());
            assertTrue(!judgement.toString().contains("ghp_"), () -> judgement.toString());
        }
    }

    @Test
    void everyPlanIsThere() throws IOException {
        try (Stream<Path> files = Files.walk(PLANS)) {
            assertEquals(
                    50, files.filter(file -> file.toString().endsWith(".json")).count());
        }
    }
}
