package dev.tinyland.gf.plan.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tinyland.gf.plan.Plans;
import dev.tinyland.gf.plan.judgement.DangerClass;
import dev.tinyland.gf.plan.judgement.PlanJudgement;
import dev.tinyland.gf.plan.redaction.RedactedPlan;
import dev.tinyland.gf.secret.Redactor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Plans whose sides and marks are any JSON, fitting one another or not, as a provider's fault or a later format may make
 * them. Each is judged, shown whole and within its budget.
 */
class AnyPlanTests {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<String> KEYS = List.of(
            "name", "value", "values", "set", "metadata", "kind", "data", "spec", "`", "", "a.b", "[0]", "\u202e");
    private static final List<String> WORDS = List.of(
            "",
            "Secret",
            "a: 1",
            "a: [",
            "{\"a\":1}",
            "```",
            "line\nline",
            "<!--",
            "::error::",
            "Namespace",
            "1.2.3",
            "yes",
            "\u0000",
            "aHVudGVyMg==");
    private static final List<String> ACTIONS =
            List.of("create", "delete", "update", "no-op", "read", "forget", "open", "hibernate");
    private static final List<String> TYPES = List.of(
            "helm_release", "kubernetes_manifest", "kubectl_manifest", "kubernetes_secret_v1", "terraform_data", "");

    @RepeatedTest(300)
    void anyPlanIsJudgedAndShownWhole(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        byte[] plan = plan(random).toString().getBytes(UTF_8);
        PlanJudgement judgement = Plans.judged(plan);
        RedactedPlan redacted = RedactedPlan.of(plan);
        Redactor redactor = new Redactor();
        redacted.secrets().secrets().forEach(redactor::learn);
        PlanReport report = new PlanReport(judgement, ReportFacts.of("any"), redactor);
        assertTrue(!redacted.json(redactor).isEmpty());
        assertTrue(!judgement.checks(DangerClass.failingByDefault()).isEmpty());
        judgement.findings(DangerClass.failingByDefault());
        report.terminal(true);
        report.blocks();
        for (int budget : List.of(4096, PlanReport.COMMENT)) {
            String text = report.markdown(budget);
            assertTrue(text.getBytes(UTF_8).length <= budget, () -> "seed " + repetition.getCurrentRepetition());
            assertEquals(
                    text.lines().filter(line -> line.startsWith("<details>")).count(),
                    text.lines().filter(line -> line.equals("</details>")).count(),
                    () -> "seed " + repetition.getCurrentRepetition());
        }
        int counted = judgement.counts().adds()
                + judgement.counts().destroys()
                + judgement.counts().changes();
        assertTrue(counted == 0 || judgement.hasChanges(), "what is counted is a change");
    }

    private static ObjectNode plan(Random random) {
        ObjectNode plan = JSON.objectNode();
        plan.put("format_version", "1.2");
        ArrayNode changes = plan.putArray("resource_changes");
        for (int i = 0; i < random.nextInt(6); i++) {
            changes.add(resource(random, i));
        }
        if (random.nextBoolean()) {
            plan.putArray("resource_drift").add(resource(random, 9));
        }
        plan.set("output_changes", outputs(random));
        plan.set("variables", any(random, 2));
        plan.set("checks", any(random, 3));
        plan.set("planned_values", any(random, 3));
        plan.set("prior_state", any(random, 3));
        plan.set("configuration", any(random, 3));
        return plan;
    }

    private static ObjectNode outputs(Random random) {
        ObjectNode outputs = JSON.objectNode();
        outputs.set("out", change(random));
        return outputs;
    }

    private static ObjectNode resource(Random random, int number) {
        ObjectNode resource = JSON.objectNode();
        String type = one(random, TYPES);
        resource.put("address", type + ".r" + number);
        resource.put("mode", random.nextInt(4) == 0 ? "data" : "managed");
        resource.put("type", type);
        resource.put("name", "r" + number);
        resource.set("change", change(random));
        return resource;
    }

    private static ObjectNode change(Random random) {
        ObjectNode change = JSON.objectNode();
        ArrayNode actions = change.putArray("actions");
        for (int i = 0; i <= random.nextInt(2); i++) {
            actions.add(one(random, ACTIONS));
        }
        for (String key : List.of(
                "before",
                "after",
                "after_unknown",
                "before_sensitive",
                "after_sensitive",
                "replace_paths",
                "importing")) {
            if (random.nextInt(5) > 0) {
                change.set(key, any(random, 4));
            }
        }
        return change;
    }

    private static JsonNode any(Random random, int depth) {
        int kind = random.nextInt(depth > 0 ? 8 : 5);
        return switch (kind) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.numberNode(random.nextInt(100) - 50);
            case 3, 4 -> JSON.textNode(one(random, WORDS));
            case 5 -> {
                ArrayNode list = JSON.arrayNode();
                for (int i = 0; i < random.nextInt(4); i++) {
                    list.add(any(random, depth - 1));
                }
                yield list;
            }
            default -> {
                ObjectNode object = JSON.objectNode();
                for (int i = 0; i < random.nextInt(5); i++) {
                    object.set(one(random, KEYS), any(random, depth - 1));
                }
                yield object;
            }
        };
    }

    private static String one(Random random, List<String> among) {
        return among.get(random.nextInt(among.size()));
    }
}
