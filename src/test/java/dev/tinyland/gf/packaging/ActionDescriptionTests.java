package dev.tinyland.gf.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@code action.yml} has to keep, and its README's tables. */
class ActionDescriptionTests {
    private static final Pattern USES = Pattern.compile("(?m)^\\s*(?:- )?uses: *(\\S+)(.*)$");
    private static final Set<String> COMMON_INPUTS =
            Set.of("report-dir", "contract", "working-directory", "java", "build");
    private static final Set<String> COMMON_OUTPUTS = Set.of("verdict", "exit-code", "report-dir", "failure-reason");

    /** Inputs whose variable says more than their name, by action. */
    private static final Map<String, String> VARIABLES = Map.of(
            "gf-lint/config", "GF_LINT_CONFIG",
            "backend-config/config", "GF_BACKEND_CONFIG",
            "tofu-preflight/config", "GF_BACKEND_CONFIG",
            "tofu-state-push/config", "GF_BACKEND_CONFIG",
            "tofu-plan/config", "GF_BACKEND_CONFIG",
            "tofu-apply/config", "GF_BACKEND_CONFIG");

    private final List<ActionDescription> actions = ActionDescription.all();

    ActionDescriptionTests() throws IOException {}

    @Test
    void thereAreActions() {
        assertFalse(actions.isEmpty());
    }

    @Test
    void everyActionHasTheCommonInputsAndOutputs() {
        for (ActionDescription action : actions) {
            assertTrue(action.inputs().keySet().containsAll(COMMON_INPUTS), action.folder() + " lacks inputs");
            assertTrue(action.outputs().keySet().containsAll(COMMON_OUTPUTS), action.folder() + " lacks outputs");
        }
    }

    @Test
    void theStepsThatFindJavaAreTheSameInEveryAction() {
        String expected = javaSteps(actions.getFirst());
        assertTrue(expected.contains("actions/setup-java@"), expected);
        for (ActionDescription action : actions) {
            assertEquals(expected, javaSteps(action), action.folder().toString());
        }
    }

    @Test
    void stepsTakeInputsByEnvironmentOnly() {
        for (ActionDescription action : actions) {
            for (Map<String, Object> step : action.steps()) {
                String run = String.valueOf(step.getOrDefault("run", ""));
                assertFalse(run.contains("${{"), action.folder() + ": an expression inside run can become a command");
            }
        }
    }

    @Test
    void everyInputReachesTheToolUnderItsOwnName() {
        for (ActionDescription action : actions) {
            Map<String, Object> environment =
                    ActionDescription.map(action.steps().getLast().get("env"));
            for (String input : action.inputs().keySet()) {
                String variable = "GF_" + input.toUpperCase(Locale.ROOT).replace('-', '_');
                String own = action.folder().getFileName() + "/" + input;
                Object value = environment.get(VARIABLES.getOrDefault(own, variable));
                assertEquals("${{ inputs." + input + " }}", value, action.folder() + ": " + input);
            }
            assertTrue(environment.keySet().stream().allMatch(name -> name.startsWith("GF_")), environment::toString);
        }
    }

    @Test
    void everyOutputComesFromTheLastStep() {
        for (ActionDescription action : actions) {
            for (String output : action.outputs().keySet()) {
                assertTrue(
                        action.text().contains("value: ${{ steps.run.outputs." + output + " }}\n"),
                        action.folder() + ": " + output);
            }
        }
    }

    @Test
    void actionsOfOthersArePinnedByShaAndNoneIsOurs() throws IOException {
        List<Path> files = new ArrayList<>();
        for (ActionDescription action : actions) {
            files.add(action.folder().resolve("action.yml"));
        }
        try (Stream<Path> workflows = Files.list(Path.of(".github/workflows"))) {
            workflows.forEach(files::add);
        }
        for (Path file : files) {
            Matcher uses = USES.matcher(Files.readString(file));
            while (uses.find()) {
                assertTrue(
                        uses.group(1).matches("[\\w-]+/[\\w/-]+@[0-9a-f]{40}")
                                && uses.group(2).matches(" # v\\d+\\.\\d+\\.\\d+"),
                        () -> file + ": pin by full SHA with the version in a comment: " + uses.group());
                assertFalse(uses.group(1).startsWith("tinyland/gf-actions"), file + " uses this repository");
            }
        }
    }

    @Test
    void readmeTablesAgreeWithTheDescription() throws IOException {
        for (ActionDescription action : actions) {
            String readme = Files.readString(action.folder().resolve("README.md"));
            StringBuilder inputs = new StringBuilder("| input | default | what it is |\n|---|---|---|\n");
            action.inputs()
                    .forEach((name, input) -> inputs.append("| `" + name + "` | "
                            + (input.fallback().isEmpty() || input.fallback().equals("null")
                                    ? ""
                                    : "`" + input.fallback() + "` ")
                            + "| " + input.description() + " |\n"));
            StringBuilder outputs = new StringBuilder("| output | what it is |\n|---|---|\n");
            action.outputs()
                    .forEach((name, description) -> outputs.append("| `" + name + "` | " + description + " |\n"));
            assertEquals(
                    inputs.toString(), tableAfter(readme, "<!-- inputs: compared"), "inputs of " + action.folder());
            assertEquals(
                    outputs.toString(), tableAfter(readme, "<!-- outputs: compared"), "outputs of " + action.folder());
            assertTrue(readme.contains("\n## Permissions\n"), action.folder() + ": README states the permissions");
        }
    }

    private static String tableAfter(String readme, String marker) {
        int start = readme.indexOf('\n', readme.indexOf(marker)) + 1;
        int end = readme.indexOf("\n\n", start);
        return readme.substring(start, end < 0 ? readme.length() : end + 1);
    }

    private static String javaSteps(ActionDescription action) {
        int start = action.text().indexOf("    # Find Java:");
        int end = action.text().indexOf("    - name: ", action.text().indexOf("actions/setup-java@"));
        assertTrue(start > 0 && end > start, action.folder() + " has no steps that find Java");
        return action.text().substring(start, end);
    }
}
