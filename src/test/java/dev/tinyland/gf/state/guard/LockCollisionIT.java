package dev.tinyland.gf.state.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.actions.Interrupts;
import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.state.StateLocation;
import dev.tinyland.gf.testing.BackendText;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.MinioServer;
import dev.tinyland.gf.testing.TestTools;
import dev.tinyland.gf.testing.fault.FaultProxy;
import dev.tinyland.gf.testing.fault.Faults;
import dev.tinyland.gf.testing.fault.Match;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that loses the answer to the write of a lock, and the real OpenTofu that then meets its own lock. */
class LockCollisionIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aLockOpenTofuTookItselfIsToldFromSomebodyElses() throws Exception {
        String tofu = TestTools.binary("tofu").toString();
        try (MinioServer store = MinioServer.start(Files.createDirectories(folder.resolve("store")), "tofu-state");
                FaultProxy proxy = FaultProxy.before(URI.create(store.url()))) {
            Files.writeString(
                    folder.resolve("main.tf"),
                    BackendText.block("attic", proxy.uri().toString()) + "resource \"terraform_data\" \"one\" {}\n");
            CommandResult init = run(tofu, "init", "-input=false", "-no-color");
            assertEquals(0, init.exitCode(), init::errors);
            proxy.on(Match.object("PUT", ".tflock").nth(1), Faults.loseTheAnswer());
            Instant began = Instant.now();
            CommandResult plan = run(tofu, "plan", "-input=false", "-no-color", "-lock-timeout=0s");
            Instant ended = Instant.now();
            assertEquals(1, plan.exitCode(), plan::output);
            assertTrue(plan.errors().contains("Error acquiring the state lock"), plan::errors);
            proxy.heal();

            LockState.Held held = assertInstanceOf(
                    LockState.Held.class,
                    new StoreGuard(Interrupts.none(), Clock.systemUTC())
                            .look(GuardRequest.reading(location(proxy)))
                            .lock());
            String us = held.info().who();
            assertTrue(us.contains("@"), us);
            LockJudge.Owner owner = LockJudge.judge(held.info(), us, began, ended);
            assertInstanceOf(LockJudge.SelfCollision.class, owner);
            assertInstanceOf(
                    LockJudge.SameMachine.class,
                    LockJudge.judge(held.info(), us, began.plusSeconds(60), ended.plusSeconds(60)));

            CommandResult unlock =
                    run(tofu, "force-unlock", "-force", held.info().id());
            assertEquals(0, unlock.exitCode(), unlock::errors);
            assertEquals(0, run(tofu, "plan", "-input=false", "-no-color").exitCode());
        }
    }

    private static StateLocation location(FaultProxy proxy) {
        return new StateLocation.S3(
                Optional.of(proxy.uri().toString()),
                "us-east-1",
                "tofu-state",
                "attic/terraform.tfstate",
                true,
                true,
                Optional.empty(),
                false,
                Optional.of(new StateLocation.Credentials(
                        Secret.of(MinioServer.ACCESS_KEY), Secret.of(MinioServer.SECRET_KEY), Optional.empty())));
    }

    private CommandResult run(String... command) throws Exception {
        return ChildProcess.of(command)
                .in(folder)
                .with("PATH", "/usr/bin:/bin")
                .with("HOME", folder.toString())
                .with("CHECKPOINT_DISABLE", "1")
                .with("AWS_ACCESS_KEY_ID", MinioServer.ACCESS_KEY)
                .with("AWS_SECRET_ACCESS_KEY", MinioServer.SECRET_KEY)
                .run();
    }
}
