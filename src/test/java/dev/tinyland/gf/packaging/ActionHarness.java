package dev.tinyland.gf.packaging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.TestTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A consumer's repository whose one job runs under act, on this machine, with the actions of a release tree as
 * {@code tinyland/gf-actions@v1}. Every test builds its own.
 */
final class ActionHarness {
    /** Every action of others that the tree names is one of the harness's stubs: act fetches even what is not run. */
    private static final Pattern THIRD_PARTY = Pattern.compile("uses: *([\\w-]+/[\\w-]+)@([0-9a-f]{40})");

    private static final String LAST_STEP = """
              - if: always()
                shell: bash
                env:
                  HARNESS_STEPS: ${{ toJSON(steps) }}
                run: |
                  printf '%s' "$HARNESS_STEPS" >"$HARNESS/steps.json"
                  printf '%s\\n' "$RUNNER_TEMP" >"$HARNESS/runner-temp"
                  mkdir -p "$RUNNER_TEMP" && cp -R "$RUNNER_TEMP" "$HARNESS/temp"
        """;

    private final ReleaseTree tree;
    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();
    private final Map<String, String> secrets = new TreeMap<>();
    private final Path repository;
    private final Map<String, String> actions = new TreeMap<>();
    private String path = System.getenv("PATH");
    private String trigger = "push";

    /** @param folder an empty folder of the test */
    ActionHarness(ReleaseTree tree, Path folder) throws IOException {
        this.tree = tree;
        this.folder = folder;
        repository = Files.createDirectories(folder.resolve("repository"));
        Files.createDirectories(folder.resolve("home"));
        Files.createDirectories(folder.resolve("harness"));
        environment.put("HARNESS", folder.resolve("harness").toString());
        environment.put("GF_JAVA_HOME", System.getProperty("java.home"));
        environment.put("GF_AOT", "off");
    }

    Path folder() {
        return folder.resolve("harness");
    }

    ActionHarness file(String name, String content) throws IOException {
        return file(name, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    ActionHarness file(String name, byte[] content) throws IOException {
        Path file = repository.resolve(name);
        Files.createDirectories(Checkout.parent(file));
        Files.write(file, content);
        return this;
    }

    ActionHarness with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /**
     * An action of somebody else.
     *
     * @param uses as in {@code uses:}, with its folder and reference
     */
    ActionHarness action(String uses, String description) throws IOException {
        int at = uses.indexOf('@');
        String[] parts = uses.substring(0, at).split("/", 3);
        String repositoryAtRef = parts[0] + "/" + parts[1] + uses.substring(at);
        Path stand = folder.resolve("others").resolve(parts[0] + "-" + parts[1]);
        Path place = Files.createDirectories(parts.length > 2 ? stand.resolve(parts[2]) : stand);
        Files.writeString(place.resolve("action.yml"), description);
        actions.put(repositoryAtRef, stand.toString());
        return this;
    }

    /** A secret of the repository; {@code GITHUB_TOKEN} is the job's own token. */
    ActionHarness secret(String name, String value) {
        secrets.put(name, value);
        return this;
    }

    /** The event that starts the job; without it a push. */
    ActionHarness on(String name, String json) throws IOException {
        trigger = name;
        return event(json);
    }

    /** What the runner is told of the event, as JSON. */
    ActionHarness event(String json) throws IOException {
        Files.writeString(folder.resolve("harness/event.json"), json);
        return this;
    }

    /** A runner that has no Java; the stub of setup-java brings one when {@code installable}. */
    ActionHarness withoutJava(boolean installable) throws IOException {
        Path commands = Files.createDirectories(folder.resolve("commands"));
        for (String name : List.of(
                "bash",
                "sh",
                "env",
                "cat",
                "cp",
                "mkdir",
                "rm",
                "readlink",
                "find",
                "printf",
                "tail",
                "touch",
                "ln",
                "mv",
                "git")) {
            for (String place : List.of("/usr/bin", "/bin")) {
                Path command = Path.of(place, name);
                if (Files.isExecutable(command) && !Files.exists(commands.resolve(name))) {
                    Files.writeString(
                            commands.resolve(name), "#!" + Path.of("/bin/sh") + "\nexec " + command + " \"$@\"\n");
                    if (!commands.resolve(name).toFile().setExecutable(true)) {
                        throw new IOException(name + " cannot be made executable");
                    }
                }
            }
        }
        path = commands.toString();
        environment.remove("GF_JAVA_HOME");
        environment.put("GF_JVM_FOLDERS", "");
        if (installable) {
            environment.put("HARNESS_JAVA", System.getProperty("java.home"));
        }
        return this;
    }

    /** Runs a job of these steps (a YAML list, not indented) to its end. */
    HarnessRun run(String steps) throws IOException, InterruptedException {
        return result(command(steps).within(Duration.ofMinutes(3)).run());
    }

    /** The command that runs the job. */
    ChildProcess command(String steps) throws IOException, InterruptedException {
        StringBuilder workflow =
                new StringBuilder("on: " + trigger + "\njobs:\n  job:\n    runs-on: tinyland-nix\n    steps:\n");
        steps.lines().forEach(line -> workflow.append("      ").append(line).append('\n'));
        workflow.append(LAST_STEP);
        // Not among the repository's own workflows, which are what the tests lint.
        file("consumer/job.yml", workflow.toString());
        Checkout.commitAll(repository);
        List<String> command = new ArrayList<>(List.of(
                TestTools.binary("act").toString(),
                trigger,
                "--json",
                "--workflows",
                "consumer/job.yml",
                "--platform",
                "tinyland-nix=-self-hosted",
                "--local-repository",
                "tinyland/gf-actions@v1=" + tree.folder()));
        for (String repositoryAtRef : thirdParties()) {
            command.add("--local-repository");
            command.add(repositoryAtRef + "=" + stub());
        }
        actions.forEach((repositoryAtRef, place) -> {
            command.add("--local-repository");
            command.add(repositoryAtRef + "=" + place);
        });
        if (Files.exists(folder.resolve("harness/event.json"))) {
            command.add("--eventpath");
            command.add(folder.resolve("harness/event.json").toString());
        }
        secrets.forEach((name, value) -> {
            command.add("--secret");
            command.add(name + "=" + value);
        });
        environment.forEach((name, value) -> {
            command.add("--env");
            command.add(name + "=" + value);
        });
        return ChildProcess.of(command)
                .in(repository)
                .with("PATH", path)
                .with("HOME", folder.resolve("home").toString());
    }

    HarnessRun result(CommandResult act) throws IOException {
        ObjectMapper json = new ObjectMapper();
        StringBuilder log = new StringBuilder();
        List<HarnessRun.Annotation> annotations = new ArrayList<>();
        boolean succeeded = false;
        for (String line : act.output().split("\n")) {
            if (!line.startsWith("{")) {
                continue;
            }
            JsonNode entry = json.readTree(line);
            String command = entry.path("command").asText();
            if (entry.path("raw_output").asBoolean()) {
                log.append(entry.path("msg").asText());
            } else if (command.equals("error") || command.equals("warning") || command.equals("notice")) {
                annotations.add(
                        new HarnessRun.Annotation(command, entry.path("arg").asText(), strings(entry.path("kvPairs"))));
            }
            succeeded |= entry.path("jobResult").asText().equals("success");
        }
        Map<String, HarnessRun.Step> steps = new LinkedHashMap<>();
        Path seen = folder.resolve("harness/steps.json");
        if (Files.exists(seen)) {
            json.readTree(seen.toFile())
                    .properties()
                    .forEach(step -> steps.put(
                            step.getKey(),
                            new HarnessRun.Step(
                                    step.getValue().path("outcome").asText(),
                                    step.getValue().path("conclusion").asText(),
                                    strings(step.getValue().path("outputs")))));
        }
        return new HarnessRun(succeeded, steps, log.toString(), annotations, folder.resolve("harness"), act.errors());
    }

    private static Map<String, String> strings(JsonNode node) {
        Map<String, String> strings = new TreeMap<>();
        node.properties()
                .forEach(entry -> strings.put(entry.getKey(), entry.getValue().asText()));
        return strings;
    }

    private Path stub() throws IOException {
        Path stub = Files.createDirectories(folder.resolve("stub"));
        Files.writeString(stub.resolve("action.yml"), """
            name: stub
            runs:
              using: composite
              steps:
                - shell: bash
                  run: |
                    echo "stub of setup-java runs"
                    [ -n "${HARNESS_JAVA:-}" ] || exit 1
                    echo "JAVA_HOME=$HARNESS_JAVA" >>"$GITHUB_ENV"
            """);
        return stub;
    }

    private List<String> thirdParties() throws IOException {
        List<String> found = new ArrayList<>();
        try (var folders = Files.list(tree.folder())) {
            for (Path each : folders.sorted().toList()) {
                if (Files.exists(each.resolve("action.yml"))) {
                    Matcher uses = THIRD_PARTY.matcher(Files.readString(each.resolve("action.yml")));
                    while (uses.find()) {
                        found.add(uses.group(1) + "@" + uses.group(2));
                    }
                }
            }
        }
        return found.stream().distinct().toList();
    }
}
