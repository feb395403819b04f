package dev.tinyland.gf.plan;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinyland.gf.plan.judgement.PlanFacts;
import dev.tinyland.gf.plan.judgement.PlanJudge;
import dev.tinyland.gf.plan.judgement.PlanJudgement;
import dev.tinyland.gf.tofu.plan.PlanDocument;
import dev.tinyland.gf.tofu.plan.PlanReader;
import dev.tinyland.gf.tofu.plan.PlanScope;
import dev.tinyland.gf.tofu.plan.TofuPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Plans to test with: real ones, and ones written down in a few words. */
public final class Plans {
    public static final List<String> LINES = List.of("helm-2.17", "helm-3.1");
    private static final Path FOLDER = Path.of("src/test/resources/plans");

    private Plans() {}

    /** Names of the real plans. */
    public static List<String> scenarios() {
        try {
            return Files.readAllLines(FOLDER.resolve("expected.tsv")).stream()
                    .filter(row -> !row.startsWith("#"))
                    .map(row -> row.substring(0, row.indexOf('\t')))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The JSON of a real plan. */
    public static byte[] real(String line, String scenario) {
        try {
            return Files.readAllBytes(FOLDER.resolve(line).resolve(scenario + ".json"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** A plan with these entries of {@code resource_changes}. */
    public static byte[] with(String... entries) {
        return document("\"resource_changes\":[" + String.join(",", entries) + "]");
    }

    /** A plan with these keys. */
    public static byte[] document(String keys) {
        return ("{\"format_version\":\"1.2\",\"terraform_version\":\"1.12.6\"," + keys + "}").getBytes(UTF_8);
    }

    /** A managed resource's entry; {@code change} holds whatever keys of the change beside its actions. */
    public static String resource(String address, String actions, String change) {
        String[] parts = address.substring(address.startsWith("module.") ? address.indexOf(']') + 2 : 0)
                .split("\\.", 2);
        return "{\"address\":" + quoted(address) + ",\"mode\":\"managed\",\"type\":\"" + parts[0] + "\",\"name\":"
                + quoted(parts[1]) + ",\"change\":{\"actions\":" + actions + (change.isEmpty() ? "" : "," + change)
                + "}}";
    }

    public static TofuPlan read(byte[] json) {
        return switch (new PlanReader().read(json)) {
            case PlanDocument.Plan(TofuPlan plan) -> plan;
            case PlanDocument.Unreadable(String problem, String _) -> throw new IllegalArgumentException(problem);
        };
    }

    public static PlanJudgement judged(byte[] json) {
        return new PlanJudge().judge(read(json), PlanFacts.of(PlanScope.whole()));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
