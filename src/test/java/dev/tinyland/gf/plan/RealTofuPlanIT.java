package dev.tinyland.gf.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tinyland.gf.plan.judgement.DangerClass;
import dev.tinyland.gf.plan.judgement.JudgedResource;
import dev.tinyland.gf.plan.judgement.PlanFacts;
import dev.tinyland.gf.plan.judgement.PlanJudge;
import dev.tinyland.gf.plan.judgement.PlanJudgement;
import dev.tinyland.gf.plan.redaction.RedactedPlan;
import dev.tinyland.gf.plan.report.PlanReport;
import dev.tinyland.gf.plan.report.ReportFacts;
import dev.tinyland.gf.secret.Redactor;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.TestTools;
import dev.tinyland.gf.tofu.plan.PlanCounts;
import dev.tinyland.gf.tofu.plan.PlanScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Plans that the real OpenTofu makes of a stack without providers, with every kind of change it knows. */
@Timeout(120)
class RealTofuPlanIT {
    private static final Path STACK = Path.of("src/test/resources/stacks/kinds-of-change");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void aStackThatWasApplied() throws IOException, InterruptedException {
        Files.copy(STACK.resolve("before.tf"), folder.resolve("main.tf"));
        assertEquals(0, tofu("init").exitCode());
        assertEquals(0, tofu("apply", "-auto-approve").exitCode());
    }

    private CommandResult tofu(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(TestTools.binary("tofu").toString(), arguments[0]));
        if (!arguments[0].equals("show")) {
            command.addAll(List.of("-input=false", "-no-color"));
        }
        command.addAll(Arrays.asList(arguments).subList(1, arguments.length));
        return ChildProcess.of(command)
                .in(folder)
                .with("CHECKPOINT_DISABLE", "1")
                .run();
    }

    /** The text of a plan and the JSON beside it. */
    private record Planned(String text, String json) {
        PlanJudgement judged() {
            return new PlanJudge().judge(Plans.read(json.getBytes(UTF_8)), PlanFacts.of(PlanScope.unknown()));
        }
    }

    private Planned plan(String... flags) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("plan", "-out=it.tfplan"));
        arguments.addAll(List.of(flags));
        CommandResult planned = tofu(arguments.toArray(String[]::new));
        CommandResult shown = tofu("show", "-json", "it.tfplan");
        assertEquals(0, shown.exitCode(), shown::errors);
        return new Planned(planned.output(), shown.output());
    }

    private Planned everyKind() throws IOException, InterruptedException {
        leaveADeposedObject();
        Files.copy(STACK.resolve("after.tf"), folder.resolve("main.tf"), StandardCopyOption.REPLACE_EXISTING);
        return plan();
    }

    /** What a replacement leaves in the state when the destroy of the old object fails. */
    private void leaveADeposedObject() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Path file = folder.resolve("terraform.tfstate");
        ObjectNode state = (ObjectNode) json.readTree(Files.readAllBytes(file));
        state.put("serial", state.path("serial").asLong() + 1);
        state.path("resources").forEach(resource -> {
            if (resource.path("name").asText().equals("stuck")) {
                ArrayNode instances = (ArrayNode) resource.path("instances");
                ObjectNode deposed = instances.get(0).deepCopy();
                instances.add(deposed.put("deposed", "4f2a91c0"));
            }
        });
        Files.write(file, json.writeValueAsBytes(state));
    }

    private static String line(PlanCounts counts) {
        return "Plan: " + (counts.imports() > 0 ? counts.imports() + " to import, " : "") + counts.adds() + " to add, "
                + counts.changes() + " to change, " + counts.destroys() + " to destroy"
                + (counts.forgets() > 0 ? ", " + counts.forgets() + " to forget" : "") + ".";
    }

    @Test
    void theCountsAreThoseOfOpenTofusOwnLine() throws IOException, InterruptedException {
        Planned planned = everyKind();
        String line = line(planned.judged().counts());
        assertTrue(planned.text().contains(line), () -> line + " is not in\n" + planned.text());
        for (String flag : List.of("-destroy", "-replace=terraform_data.plain", "-refresh=false")) {
            Planned other = plan(flag);
            String own = line(other.judged().counts());
            assertTrue(other.text().contains(own), () -> flag + ": " + own + " is not in\n" + other.text());
        }
    }

    @Test
    void everyKindOfChangeStandsInItsGroup() throws IOException, InterruptedException {
        PlanJudgement judgement = everyKind().judged();
        Map<JudgedResource.Weight, List<String>> groups = new EnumMap<>(JudgedResource.Weight.class);
        judgement
                .resources()
                .forEach(judged -> groups.computeIfAbsent(judged.weight(), _ -> new ArrayList<>())
                        .add(judged.label().replace("terraform_data.", "")));
        assertEquals(
                "{DESTROY=[each[\"b\"], gone, stuck (deposed 4f2a91c0)], REPLACE=[before, replaced],"
                        + " FORGET=[forgotten, kept], CHANGE=[adopted, copy, plain, secret], CREATE=[created],"
                        + " ADOPT=[new], READ=[data.terraform_remote_state.later], UNTOUCHED=[each[\"a\"], stuck]}",
                groups.toString());
        assertEquals(Set.of(DangerClass.DEPOSED, DangerClass.FORGET), judgement.hit());
        assertEquals(
                List.of("word must be one, not two"),
                judgement.failedChecks().getFirst().problems());
        assertEquals(List.of(), judgement.gaps());
    }

    @Test
    void aSecretThatTheProviderCopiedToAnUnmarkedAttributeIsInNothingPublished()
            throws IOException, InterruptedException {
        Planned planned = everyKind();
        assertTrue(
                planned.text().contains("hunter2-Hunter2-x"),
                "OpenTofu's own text shows the copy: this is what the redaction is for");
        RedactedPlan redacted = RedactedPlan.of(planned.json().getBytes(UTF_8));
        Redactor redactor = new Redactor();
        redacted.secrets().secrets().forEach(redactor::learn);
        PlanReport report = new PlanReport(planned.judged(), ReportFacts.of("kinds-of-change"), redactor);
        for (String text :
                List.of(report.terminal(true), report.markdown(PlanReport.COMMENT), redacted.json(redactor))) {
            assertFalse(text.toLowerCase(Locale.ROOT).contains("hunter"), text);
        }
        assertTrue(
                report.terminal(false).contains("! input: \"copied ***\" changes in a part that is not shown"),
                report.terminal(false));
    }

    @Test
    void aPlanThatFailedHalfWayIsCalledAPart() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("broken.tf"), """
            data "terraform_remote_state" "absent" {
              backend = "local"
              config = { path = "nowhere.tfstate" }
            }
            """);
        PlanJudgement judgement = plan().judged();
        assertTrue(judgement.plan().errored());
        assertTrue(judgement.isPartial());
    }

    @Test
    void aTargetedPlanIsCalledAPartThoughNobodySaysSo() throws IOException, InterruptedException {
        PlanJudgement judgement = plan("-target=terraform_data.gone").judged();
        assertFalse(judgement.hasChanges());
        assertTrue(judgement.isPartial());
        assertTrue(
                judgement.gaps().stream().anyMatch(gap -> gap.contains("managed resources of the state")),
                () -> judgement.gaps().toString());
    }

    @Test
    void aPlanWithoutChangesSaysSo() throws IOException, InterruptedException {
        Planned planned = plan();
        assertTrue(planned.text().contains("No changes."), planned::text);
        assertFalse(planned.judged().hasChanges());
        assertEquals(List.of(), planned.judged().gaps());
        assertEquals("", planned.judged().hit().stream().map(DangerClass::word).collect(Collectors.joining(",")));
    }
}
