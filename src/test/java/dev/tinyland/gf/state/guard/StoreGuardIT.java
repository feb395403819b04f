package dev.tinyland.gf.state.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.Interrupts;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.state.StateLocation;
import dev.tinyland.gf.testing.BackendText;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.MinioServer;
import dev.tinyland.gf.testing.TestTools;
import dev.tinyland.gf.testing.fault.FaultProxy;
import dev.tinyland.gf.testing.fault.StoreModes;
import dev.tinyland.gf.tofu.state.StateDocument;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guard before a real store on a drive, with a state that a real OpenTofu wrote. */
class StoreGuardIT {
    private static final String KEY = "attic/terraform.tfstate";

    @TempDir
    private static Path folder = Path.of("");

    private static MinioServer store;

    @BeforeAll
    static void applyOnce() throws Exception {
        String tofu = TestTools.binary("tofu").toString();
        store = MinioServer.start(folder, "tofu-state", "attic");
        Path stack = Files.createDirectories(folder.resolve("stack"));
        Files.writeString(stack.resolve("main.tf"), BackendText.block("attic", store.url()) + """
            module "lane" {
              source = "./lane"
              for_each = toset(["gh-nix", "quote\\"d", "$${odd}"])
            }

            resource "terraform_data" "one" {
              count = 2
            }
            """);
        Files.writeString(
                Files.createDirectories(stack.resolve("lane")).resolve("main.tf"),
                "resource \"terraform_data\" \"inner\" {}\n");
        for (List<String> arguments : List.of(
                List.of("init", "-input=false", "-no-color"),
                List.of("apply", "-input=false", "-no-color", "-auto-approve"))) {
            CommandResult result = tofu(tofu, stack, arguments);
            assertEquals(0, result.exitCode(), () -> result.output() + result.errors());
        }
        listed = Set.copyOf(
                tofu(tofu, stack, List.of("state", "list")).output().lines().toList());
    }

    private static Set<String> listed = Set.of();

    private static CommandResult tofu(String tofu, Path stack, List<String> arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(tofu, "-chdir=" + stack));
        command.addAll(arguments);
        return ChildProcess.of(command)
                .with("PATH", "/usr/bin:/bin")
                .with("HOME", stack.toString())
                .with("CHECKPOINT_DISABLE", "1")
                .with("AWS_ACCESS_KEY_ID", MinioServer.ACCESS_KEY)
                .with("AWS_SECRET_ACCESS_KEY", MinioServer.SECRET_KEY)
                .run();
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
    }

    private static GuardResult look(String endpoint, String bucket, String key, Optional<String> proof)
            throws InterruptedException {
        StateLocation location = new StateLocation.S3(
                Optional.of(endpoint),
                "us-east-1",
                bucket,
                key,
                true,
                true,
                Optional.empty(),
                false,
                Optional.of(new StateLocation.Credentials(
                        Secret.of(MinioServer.ACCESS_KEY), Secret.of(MinioServer.SECRET_KEY), Optional.empty())));
        GuardRequest request =
                proof.map(id -> GuardRequest.proving(location, id)).orElseGet(() -> GuardRequest.reading(location));
        return new StoreGuard(Interrupts.none(), Clock.systemUTC()).look(request);
    }

    @Test
    void aRealStateIsTrustedWithTheAddressesOpenTofuLists() throws Exception {
        GuardResult result = look(store.url(), "tofu-state", KEY, Optional.of("it-1"));
        GuardOutcome.Trusted trusted = assertInstanceOf(GuardOutcome.Trusted.class, result.outcome(), result::toString);
        StateDocument.Plain state = assertInstanceOf(StateDocument.Plain.class, trusted.state());
        assertEquals(listed, state.summary().managed());
        assertEquals(5, listed.size());
        assertTrue(result.checks().stream().map(Check::status).allMatch(Status.PASS::equals), result::toString);
        assertTrue(result.checks().stream().anyMatch(check -> check.id().equals("C11")));
    }

    @Test
    void anObjectThatIsOnNoDriveIsAbsentAndABucketThatIsOnNoneIsRed() throws Exception {
        assertInstanceOf(
                GuardOutcome.Absent.class,
                look(store.url(), "tofu-state", "absent/terraform.tfstate", Optional.empty())
                        .outcome());
        GuardOutcome.Red red = assertInstanceOf(
                GuardOutcome.Red.class,
                look(store.url(), "lost-bucket", KEY, Optional.empty()).outcome());
        assertEquals(RedReason.BUCKET_MISSING, red.reason());
    }

    @Test
    void theMeasuredStatesOfRustFsAreSeenBeforeARealStoreToo() throws Exception {
        try (FaultProxy proxy = FaultProxy.before(URI.create(store.url()))) {
            proxy.mode(StoreModes.rustfs101TwoOfFour());
            GuardOutcome outcome = look(proxy.uri().toString(), "tofu-state", KEY, Optional.empty())
                    .outcome();
            assertEquals(
                    RedReason.REPAIRED_BY_READ,
                    assertInstanceOf(GuardOutcome.Red.class, outcome).reason());
        }
    }
}
