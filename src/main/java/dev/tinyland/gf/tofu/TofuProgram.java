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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code tofu} on the PATH. */
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
        Optional<Path> path = Programs.find("tofu", environment);
        if (path.isEmpty()) {
            return new Missing();
        }
        if (wrapsInNode(path.get())) {
            return new Script(path.get());
        }
        // Without it tofu asks the network whether it is out of date; a set TF_CLI_CONFIG_FILE can print before the
        // JSON.
        Map<String, String> clean = CleanEnvironment.of(environment, Map.of("CHECKPOINT_DISABLE", "1"));
        ProcessResult human = runner.run(
                ProcessRequest.of(List.of(path.get().toString(), "version"), directory, clean, Duration.ofSeconds(30)));
        ProcessResult machine = runner.run(ProcessRequest.of(
                List.of(path.get().toString(), "version", "-json"), directory, clean, Duration.ofSeconds(30)));
        if (!(human instanceof ProcessResult.Exited said)
                || !(machine instanceof ProcessResult.Exited json)
                || !json.succeeded()) {
            return new Stranger(path.get(), "it does not tell its version");
        }
        if (!said.out().startsWith("OpenTofu ")) {
            return new Stranger(path.get(), "it does not call itself OpenTofu");
        }
        Optional<TofuVersion> version = version(json.out());
        return version.<TofuProgram>map(found -> new Found(path.get(), found))
                .orElse(new Stranger(path.get(), "it does not tell its version as JSON"));
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
