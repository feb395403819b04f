package dev.tinyland.gf.plan.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tinyland.gf.plan.Plans;
import dev.tinyland.gf.plan.judgement.DangerClass;
import dev.tinyland.gf.plan.judgement.PlanJudgement;
import dev.tinyland.gf.plan.report.PlanReport;
import dev.tinyland.gf.plan.report.ReportFacts;
import dev.tinyland.gf.report.CommonVerdict;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.ReportJson;
import dev.tinyland.gf.report.ReportWriter;
import dev.tinyland.gf.secret.Redactor;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plans made at random, with secrets that are marked in one place and copied to others without a mark, as providers do. No
 * form of a secret may be in anything that is published.
 */
class PlantedSecretsTests {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static final String ANY = LETTERS + "-_.+/=!$%&<>\"'\\`*[]{}()|#@:;, ~^äé€𝄞";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @RepeatedTest(200)
    void noFormOfASecretIsInAnythingThatIsPublished(RepetitionInfo repetition, @TempDir Path folder)
            throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> secrets = new ArrayList<>();
        byte[] plan = plan(random, secrets).toString().getBytes(UTF_8);

        Redactor redactor = new Redactor();
        RedactedPlan redacted = RedactedPlan.of(plan);
        redacted.secrets().secrets().forEach(redactor::learn);
        String fromTheEnvironment = secret(random);
        redactor.learn(Secret.of(fromTheEnvironment));
        secrets.add(fromTheEnvironment);

        PlanJudgement judgement = Plans.judged(plan);
        ReportFacts facts = new ReportFacts(
                "arc-runners",
                List.of(new ReportFacts.LiveCounterpart("a.b", "annotated " + fromTheEnvironment)),
                List.of("because " + fromTheEnvironment),
                Map.of("guard", "saw " + fromTheEnvironment),
                ReportFacts.NEVER_PROVEN);
        PlanReport report = new PlanReport(judgement, facts, redactor);
        ReportWriter writer = new ReportWriter("tofu-plan", "0", Optional.of(folder), redactor, Clock.systemUTC());
        judgement.findings(DangerClass.failingByDefault()).forEach(finding -> add(writer, finding));
        String all = String.join(
                "\n",
                report.terminal(true),
                report.markdown(PlanReport.SUMMARY),
                report.markdown(PlanReport.COMMENT),
                report.markdown(4096),
                redacted.json(redactor),
                ReportJson.write(writer.conclude(CommonVerdict.INVALID, "test")));
        for (String secret : secrets) {
            for (String form : forms(secret)) {
                assertFalse(all.contains(form), () -> "seed " + repetition.getCurrentRepetition() + ": " + form);
            }
        }
        assertTrue(all.contains("plain-and-public"), "what is no secret is still there");
    }

    private static void add(ReportWriter writer, Finding finding) {
        try {
            writer.finding(finding);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Set<String> forms(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        forms.add(new String(JsonStringEncoder.getInstance().quoteAsString(secret)));
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(secret.getBytes(UTF_8)));
        forms.add(URLEncoder.encode(secret, UTF_8));
        forms.add(secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        return forms;
    }

    private static String secret(Random random) {
        String alphabet = random.nextBoolean() ? LETTERS : ANY;
        int[] letters = alphabet.codePoints().toArray();
        StringBuilder secret = new StringBuilder("S" + random.nextInt(10));
        int length = 8 + random.nextInt(60);
        for (int i = 0; i < length; i++) {
            secret.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return secret.append("z7").toString();
    }

    private static ObjectNode plan(Random random, List<String> secrets) {
        ObjectNode plan = JSON.objectNode();
        plan.put("format_version", "1.2");
        ArrayNode changes = plan.putArray("resource_changes");
        ArrayNode drift = plan.putArray("resource_drift");
        ObjectNode outputs = plan.putObject("output_changes");
        ArrayNode prior = plan.putObject("prior_state")
                .putObject("values")
                .putObject("root_module")
                .putArray("resources");
        ArrayNode checks = plan.putArray("checks");
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            String secret = secret(random);
            secrets.add(secret);
            ObjectNode resource = resource(random, i, secret);
            (random.nextInt(5) == 0 ? drift : changes).add(resource);
            if (random.nextBoolean()) {
                ObjectNode output = outputs.putObject("output" + i);
                output.putArray("actions").add("create");
                output.putNull("before");
                output.put("after", copy(random, secret));
            }
            if (random.nextBoolean()) {
                ObjectNode state = prior.addObject();
                state.put("address", "terraform_data.r" + i);
                state.put("mode", "managed");
                state.putObject("values").put("id", copy(random, secret)).put("kept", "plain-and-public");
            }
            ObjectNode check = checks.addObject();
            check.putObject("address").put("to_display", "check.c" + i);
            check.put("status", "fail");
            check.putArray("instances")
                    .addObject()
                    .putArray("problems")
                    .addObject()
                    .put("message", "expected " + copy(random, secret));
        }
        return plan;
    }

    private static ObjectNode resource(Random random, int number, String secret) {
        boolean release = random.nextBoolean();
        ObjectNode resource = JSON.objectNode();
        String type = release ? "helm_release" : "terraform_data";
        String key = random.nextInt(4) == 0 ? "[\"" + copy(random, secret) + "\"]" : "";
        resource.put("address", type + ".r" + number + key);
        resource.put("mode", "managed");
        resource.put("type", type);
        resource.put("name", "r" + number);
        ObjectNode change = resource.putObject("change");
        ArrayNode actions = change.putArray("actions");
        List<List<String>> all = List.of(
                List.of("update"),
                List.of("create"),
                List.of("delete"),
                List.of("delete", "create"),
                List.of("update"));
        List<String> words = all.get(random.nextInt(all.size()));
        words.forEach(actions::add);
        boolean before = !words.equals(List.of("create"));
        boolean after = !words.equals(List.of("delete"));
        change.set("before", before ? side(random, secret, release, "old") : JSON.nullNode());
        change.set("after", after ? side(random, secret, release, "new") : JSON.nullNode());
        ObjectNode marks = JSON.objectNode().put("marked", true);
        change.set("before_sensitive", before ? marks.deepCopy() : JSON.booleanNode(false));
        change.set("after_sensitive", after ? marks.deepCopy() : JSON.booleanNode(false));
        return resource;
    }

    private static ObjectNode side(Random random, String secret, boolean release, String word) {
        ObjectNode side = JSON.objectNode();
        side.put("marked", secret);
        side.put("public", "plain-and-public " + word);
        side.put("copied", word + " " + copy(random, secret));
        side.putArray("list").add(word).add(copy(random, secret));
        side.putObject("map").put(copy(random, secret), word);
        side.put("text", "line one " + word + "\nline two " + copy(random, secret) + "\n");
        if (release) {
            side.put("name", "release");
            side.put("namespace", "space");
            ObjectNode values = JSON.objectNode();
            values.put("word", word);
            values.put("endpoint", "https://x/" + copy(random, secret));
            values.putArray("env").addObject().put("name", "ANY").put("value", copy(random, secret));
            side.putArray("values").add(values.toString());
            side.putArray("metadata").addObject().put("values", values.toString());
        }
        return side;
    }

    private static String copy(Random random, String secret) {
        return switch (random.nextInt(4)) {
            case 0 -> Base64.getEncoder().encodeToString(secret.getBytes(UTF_8));
            case 1 -> URLEncoder.encode(secret, UTF_8);
            case 2 -> "before " + secret + " after";
            default -> secret;
        };
    }
}
