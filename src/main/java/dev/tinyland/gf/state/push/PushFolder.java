package dev.tinyland.gf.state.push;

import dev.tinyland.gf.access.PrivateFile;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.process.ProcessRequest;
import dev.tinyland.gf.process.ProcessResult;
import dev.tinyland.gf.process.ProcessRunner;
import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.tofu.backend.BackendConfiguration;
import dev.tinyland.gf.tofu.run.TofuEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * OpenTofu in a folder of its own that declares the backend and nothing else, so that neither the stack's code nor its
 * providers have a say, and nothing of an earlier run is in reach.
 */
final class PushFolder implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final ProcessRunner runner;
    private final Path tofu;
    private final PrivateFile declaration;
    private final PrivateFile backend;
    private final Map<String, String> environment;

    private PushFolder(
            ProcessRunner runner,
            Path tofu,
            PrivateFile declaration,
            PrivateFile backend,
            Map<String, String> environment) {
        this.runner = runner;
        this.tofu = tofu;
        this.declaration = declaration;
        this.backend = backend;
        this.environment = environment;
    }

    static PushFolder create(
            Host host,
            ProcessRunner runner,
            Path tofu,
            BackendConfiguration configuration,
            List<String> credentialVariables,
            List<Secret> credentials)
            throws IOException {
        PrivateFile declaration =
                PrivateFile.create(host, "gf-push-", "backend.tf", "terraform {\n  backend \"s3\" {}\n}\n");
        PrivateFile backend = PrivateFile.create(host, "gf-push-backend-", "backend.s3.hcl", configuration.hcl());
        Map<String, String> environment =
                new TreeMap<>(TofuEnvironment.ofState(host.environment(), credentialVariables, credentials));
        environment.put("TF_DATA_DIR", folder(declaration).resolve("data").toString());
        return new PushFolder(runner, tofu, declaration, backend, environment);
    }

    private static Path folder(PrivateFile file) {
        Path folder = file.path().getParent();
        if (folder == null) {
            throw new IllegalStateException("a private file stands in a folder");
        }
        return folder;
    }

    ProcessResult init() throws InterruptedException {
        return run("init", "-input=false", "-no-color", "-backend-config=" + backend.path());
    }

    ProcessResult pull() throws InterruptedException {
        return run("state", "pull");
    }

    ProcessResult push(Path file, Duration lockTimeout) throws InterruptedException {
        return run("state", "push", "-lock-timeout=" + lockTimeout.toSeconds() + "s", file.toString());
    }

    private ProcessResult run(String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(tofu.toString()));
        command.addAll(List.of(arguments));
        return runner.run(ProcessRequest.of(command, folder(declaration), environment, LIMIT)
                .withGrace(GRACE)
                .withLargestOutput(512 * 1024 * 1024));
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(folder(declaration))) {
            declaration.remove();
        }
        backend.remove();
    }
}
