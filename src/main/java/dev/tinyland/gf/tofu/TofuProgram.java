package dev.tinyland.gf.tofu;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.process.CleanEnvironment;
import dev.tinyland.gf.process.ProcessRequest;
import dev.tinyland.gf.process.ProcessResult;
import dev.tinyland.gf.process.ProcessRunner;
import dev.tinyland.gf.process.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code tofu} of this machine. The set-up actions put a script in its place, which gives 0 for exit 2 and swallows
 * signals, and leave the program itself beside it: that is looked for first.
 */
public sealed interface TofuProgram {

    /** OpenTofu itself. */
    record Found(Path path, TofuVersion version) implements TofuProgram {}

    record Missing() implements TofuProgram {}

    /**
     * A script around it, as set-up actions install: it swallows signals, and writes workflow commands where JSON is
     * expected (hashicorp/setup-terraform#441).
     */
    record Script(Path path) implements TofuProgram {}

    /** A program that does not say it is OpenTofu. */
    record Stranger(Path path, String why) implements TofuProgram {}

    static TofuProgram find(ProcessRunner runner, Map<String, String> environment, Path directory)
            throws IOException, InterruptedException {
        List<Path> places = places(environment);
        TofuProgram first = new Missing();
        for (Path place : places) {
            TofuProgram program = look(place, runner, environment, directory);
            if (program instanceof Found) {
                return program;
            }
            first = first instanceof Missing ? program : first;
        }
        return first;
    }

    /** Where the program itself may lie, the surest place first. */
    private static List<Path> places(Map<String, String> environment) {
        List<Path> places = new ArrayList<>();
        beside("TOFU_CLI_PATH", "tofu-bin", environment).ifPresent(places::add);
        beside("TERRAFORM_CLI_PATH", "terraform-bin", environment).ifPresent(places::add);
        Programs.find("tofu", environment).ifPresent(places::add);
        return places;
    }

    private static Optional<Path> beside(String variable, String name, Map<String, String> environment) {
        String folder = environment.getOrDefault(variable, "");
        if (!folder.startsWith("/")) {
            return Optional.empty();
        }
        Path file = Path.of(folder, name);
        return Files.isRegularFile(file) && Files.isExecutable(file) ? Optional.of(file) : Optional.empty();
    }

    private static TofuProgram look(Path path, ProcessRunner runner, Map<String, String> environment, Path directory)
            throws IOException, InterruptedException {
        if (wrapsInNode(path)) {
            return new Script(path);
        }
        // Without it tofu asks the network whether it is out of date; a set TF_CLI_CONFIG_FILE can print before the
        // JSON.
        Map<String, String> clean = CleanEnvironment.of(environment, Map.of("CHECKPOINT_DISABLE", "1"));
        ProcessResult human = runner.run(
                ProcessRequest.of(List.of(path.toString(), "version"), directory, clean, Duration.ofSeconds(30)));
        ProcessResult machine = runner.run(ProcessRequest.of(
                List.of(path.toString(), "version", "-json"), directory, clean, Duration.ofSeconds(30)));
        if (!(human instanceof ProcessResult.Exited said)
                || !(machine instanceof ProcessResult.Exited json)
                || !json.succeeded()) {
            return new Stranger(path, "it does not tell its version");
        }
        if (!said.out().startsWith("OpenTofu ")) {
            return new Stranger(path, "it does not call itself OpenTofu");
        }
        Optional<TofuVersion> version = version(json.out());
        return version.<TofuProgram>map(found -> new Found(path, found))
                .orElse(new Stranger(path, "it does not tell its version as JSON"));
    }

    private static Optional<TofuVersion> version(String json) {
        try {
            return TofuVersion.parse(
                    new ObjectMapper().readTree(json).path("terraform_version").asText(""));
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private static boolean wrapsInNode(Path program) throws IOException {
        try (InputStream stream = Files.newInputStream(program)) {
            String head = new String(stream.readNBytes(256), StandardCharsets.ISO_8859_1);
            int end = head.indexOf('\n');
            return head.startsWith("#!")
                    && head.substring(0, end < 0 ? head.length() : end).contains("node");
        }
    }
}
