package dev.tinyland.gf.access.backend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.EnvironmentDefaults;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.TestHost;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.MinioServer;
import dev.tinyland.gf.testing.TestTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** From the secret through {@code backend-config} to a real {@code tofu init} and {@code apply} against a real S3 server. */
class BackendConfigIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theFileInitializesARealTofuAgainstARealStore() throws IOException, InterruptedException {
        Path tofu = TestTools.binary("tofu");
        Path stack = Files.createDirectories(folder.resolve("tofu/stacks/attic"));
        Files.writeString(
                stack.resolve("main.tf"),
                "terraform {\n  backend \"s3\" {}\n}\n\nresource \"terraform_data\" \"one\" {\n  input = 1\n}\n");
        try (MinioServer store = MinioServer.start(Files.createDirectories(folder.resolve("store")), "tofu-state")) {
            TestHost host = new TestHost(folder)
                    .inActions()
                    .with("TOFU_BACKEND_S3_BUCKET", "tofu-state")
                    .with("TOFU_BACKEND_S3_KEY", "attic/terraform.tfstate")
                    .with("TOFU_BACKEND_S3_ENDPOINT", "http://tofu-state-rustfs.nix-cache.svc:9000")
                    .with("GF_ENDPOINT_OVERRIDE", store.url())
                    .with("GF_ACCESS_KEY", MinioServer.ACCESS_KEY)
                    .with("GF_SECRET_KEY", MinioServer.SECRET_KEY);
            Host seen = host.host();
            int exit = new CommandLine(new BackendConfigCommand(seen))
                    .setDefaultValueProvider(new EnvironmentDefaults(seen.environment()))
                    .execute("attic");
            assertEquals(0, exit, host::out);
            Map<String, String> exported = host.exported();
            String argument = Objects.requireNonNull(host.outputs().get("init-args"));
            Path file = Path.of(Objects.requireNonNull(host.outputs().get("path")));

            CommandResult format = ChildProcess.of(tofu.toString(), "fmt", "-check", "-diff", copyAsTf(file))
                    .in(folder)
                    .run();
            assertEquals(0, format.exitCode(), () -> format.output() + format.errors());
            CommandResult init = tofu(tofu, stack, exported, "init", "-input=false", "-no-color", argument);
            assertEquals(0, init.exitCode(), () -> init.output() + init.errors());
            assertTrue(init.output().contains("Successfully configured the backend \"s3\""), init::output);
            CommandResult apply = tofu(tofu, stack, exported, "apply", "-input=false", "-no-color", "-auto-approve");
            assertEquals(0, apply.exitCode(), () -> apply.output() + apply.errors());
            assertTrue(store.holds("tofu-state", "attic/terraform.tfstate"), "the state is in the store");
            assertFalse(store.holds("tofu-state", "attic/terraform.tfstate.tflock"), "the lock is gone");
            String configured = Files.readString(stack.resolve(".terraform/terraform.tfstate"));
            assertFalse(configured.contains(MinioServer.SECRET_KEY), "init copies the file; no credential is in it");
        }
    }

    private static CommandResult tofu(Path tofu, Path stack, Map<String, String> exported, String... arguments)
            throws IOException, InterruptedException {
        java.util.List<String> command =
                new java.util.ArrayList<>(java.util.List.of(tofu.toString(), "-chdir=" + stack));
        command.addAll(List.of(arguments));
        return ChildProcess.of(command)
                .with(exported)
                .with("PATH", "/usr/bin:/bin")
                .with("HOME", stack.toString())
                .with("CHECKPOINT_DISABLE", "1")
                .run();
    }

    private static String copyAsTf(Path file) throws IOException {
        Path copy = Files.createTempDirectory("gf-fmt").resolve("backend.tf");
        return Files.copy(file, copy).toString();
    }
}
