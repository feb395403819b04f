package dev.tinyland.gf.plan.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.state.custody.AgeIdentity;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.MemoryStore;
import dev.tinyland.gf.testing.fault.Faults;
import dev.tinyland.gf.testing.fault.Match;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whole runs with the real OpenTofu that are cancelled, or killed, while it holds the lock. */
@Timeout(240)
@ExtendWith(BenchExtension.class)
class CancelledRunIT {
    /** One resource is made at once, the other one says that it has begun and then takes its time. */
    private static final String SLOW = """
        resource "terraform_data" "one" {
          input = "one"
        }

        resource "terraform_data" "quick" {}

        resource "terraform_data" "slow" {
          depends_on = [terraform_data.quick]
          provisioner "local-exec" {
            command = "echo begun >FOLDER/begun; exec sleep 120"
          }
        }
        """;

    /** Cancel mid-plan: the lock is released, and no verdict is claimed. */
    @Test
    void aPlanThatIsCancelledReleasesItsLock(Bench bench) throws Exception {
        bench.applied();
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch reading = new CountDownLatch(1);
        holdTheFirstReadUnderTheLock(bench, reading, goOn);
        try (Killable run = bench.start("tofu-plan")) {
            run.until(() -> reading.getCount() == 0);
            assertTrue(bench.isLocked(), "the plan is under way");
            run.signal("TERM");
            run.signal("TERM");
            goOn.countDown();
            assertEquals(143, run.end(), run::said);
            assertFalse(bench.isLocked(), run::said);
            incomplete(bench, run);
        }
        bench.proxy.heal();
        bench.expect(0, "NO_CHANGES", "");
    }

    /** Cancel mid-apply: what was made is in the state, the lock is released, and the next plan goes on from there. */
    @Test
    void anApplyThatIsCancelledKeepsWhatWasMade(Bench bench) throws Exception {
        slowlyReviewed(bench);
        try (Killable run = bench.start("tofu-apply")) {
            run.until(() -> Files.exists(bench.folder.resolve("begun")));
            assertTrue(bench.isLocked(), "the apply is under way");
            run.signal("TERM");
            run.signal("TERM");
            assertEquals(143, run.end(), run::said);
            assertFalse(bench.isLocked(), run::said);
            incomplete(bench, run);
            assertFalse(Files.exists(bench.stack().resolve("errored.tfstate")), "there is nothing to save");
        }
        String state = bench.state().orElse("");
        assertTrue(state.contains("\"name\":\"quick\""), state);
        assertTrue(state.contains("\"name\":\"slow\"") && state.contains("\"status\":\"tainted\""), state);
    }

    /** The same while the store takes no state: what was made goes into custody, encrypted, before the process ends. */
    @Test
    void anApplyThatIsCancelledWhileTheStoreFailsLeavesItsStateInCustody(Bench bench) throws Exception {
        slowlyReviewed(bench);
        bench.input("recovery-recipient", AgeIdentity.make().recipient());
        bench.proxy.on(Match.object("PUT", "terraform.tfstate"), Faults.status(403, "AccessDenied"));
        try (Killable run = bench.start("tofu-apply")) {
            run.until(() -> Files.exists(bench.folder.resolve("begun")));
            run.signal("TERM");
            assertEquals(143, run.end(), run::said);
            incomplete(bench, run);
            assertFalse(bench.isLocked(), run::said);
            Path kept = Path.of(bench.output("errored-state-path"));
            assertTrue(Files.readString(kept).contains("\"quick\""), run::said);
            assertTrue(Files.size(Path.of(bench.output("errored-state-encrypted-path"))) > 0);
            assertTrue(Files.isRegularFile(Path.of(bench.output("custody-record"))));
            assertTrue(run.said().contains("gf tofu-state-push attic --errored-state"), run::said);
        }
    }

    /** kill -9 of everything: the next run says who holds the lock, since when, and takes nothing away by itself. */
    @Test
    void aLockOfAKilledRunIsSaidAndNeverTakenAway(Bench bench) throws Exception {
        slowlyReviewed(bench);
        try (Killable run = bench.start("tofu-apply")) {
            run.until(() -> Files.exists(bench.folder.resolve("begun")));
            bench.isKilled();
            run.killAll();
        }
        assertTrue(bench.isLocked(), "it stays, for nobody could release it");
        String id = value(bench, "ID");
        bench.atTheRealTime().input("lock-timeout", "0s");
        bench.expect(3, "LOCKED", "locked");
        String said = bench.host().out();
        assertTrue(
                said.contains("the lock " + id + " was taken by " + value(bench, "Who") + ", which is this machine"),
                said);
        assertTrue(said.contains("since " + value(bench, "Created").substring(0, 16)), said);
        assertTrue(said.contains("OperationTypeApply"), said);
        assertTrue(bench.isLocked(), "a plan takes nothing away");
        bench.expectApply(3, "UNREACHABLE", "locked");
        assertTrue(bench.isLocked(), "nor does an apply");

        unlockAsSaid(bench, bench.host().out());
        assertFalse(bench.isLocked());
        Files.delete(bench.folder.resolve("begun"));
        bench.expect(0, "CHANGES", "");
    }

    /** kill -9 of our own process alone: OpenTofu stands apart, ends what it does and releases its lock. */
    @Test
    void anApplyOutlivesItsKilledWrapper(Bench bench) throws Exception {
        slowlyReviewed(bench);
        bench.configuration(SLOW.replace("FOLDER", bench.folder.toString()).replace("exec sleep 120", "exec sleep 3"));
        bench.atTheRealTime().expect(0, "CHANGES", "");
        bench.reviewed();
        try (Killable run = bench.start("tofu-apply")) {
            run.until(() -> Files.exists(bench.folder.resolve("begun")));
            List<ProcessHandle> children = run.process().descendants().toList();
            bench.isKilled();
            run.signal("KILL");
            assertEquals(137, run.end());
            children.forEach(child -> child.onExit().join());
        }
        assertFalse(bench.isLocked());
        assertTrue(
                bench.state().orElse("").contains("\"name\":\"slow\""),
                () -> bench.state().orElse(""));
    }

    private static void slowlyReviewed(Bench bench) throws Exception {
        bench.applied();
        bench.configuration(SLOW.replace("FOLDER", bench.folder.toString()));
        bench.atTheRealTime().expect(0, "CHANGES", "");
        bench.reviewed();
    }

    private static void holdTheFirstReadUnderTheLock(Bench bench, CountDownLatch reading, CountDownLatch goOn) {
        bench.proxy.mode((request, upstream) -> {
            if (request.readsAnObject() && request.key().equals(Bench.KEY) && bench.isLocked()) {
                reading.countDown();
                goOn.await();
            }
            return upstream.forward(request);
        });
    }

    private static void incomplete(Bench bench, Killable run) throws Exception {
        assertEquals("INCOMPLETE", bench.output("verdict"), run::said);
        String report = Files.readString(Path.of(bench.output("report-dir")).resolve("report.json"));
        assertTrue(report.contains("\"INCOMPLETE\""), report);
        assertTrue(run.said().contains("INCOMPLETE: the run was ended from outside"), run::said);
    }

    private static String value(Bench bench, String name) {
        String lock = new String(
                bench.store.get(Bench.BUCKET, Bench.KEY + ".tflock").orElseThrow(),
                java.nio.charset.StandardCharsets.UTF_8);
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(lock);
        assertTrue(found.find(), lock);
        return found.group(1);
    }

    /** Does what the report says, with the backend's attributes in a file. */
    private static void unlockAsSaid(Bench bench, String said) throws Exception {
        Matcher commands = Pattern.compile(
                        "(tofu -chdir=\\S+ init -backend-config=)FILE,.* then (tofu -chdir=\\S+ force-unlock \\S+)")
                .matcher(said);
        assertTrue(commands.find(), said);
        for (String command : List.of(
                commands.group(1) + bench.folder.resolve("direct.hcl"),
                commands.group(2).replace("force-unlock", "force-unlock -force"))) {
            CommandResult result = ChildProcess.of("/bin/sh", "-c", command)
                    .in(bench.folder)
                    .with("PATH", bench.folder.resolve("bin") + ":/usr/bin:/bin")
                    .with("HOME", bench.folder.toString())
                    .with("TF_DATA_DIR", bench.folder.resolve("by-hand").toString())
                    .with("AWS_ACCESS_KEY_ID", MemoryStore.ACCESS_KEY)
                    .with("AWS_SECRET_ACCESS_KEY", MemoryStore.SECRET_KEY)
                    .run();
            assertEquals(0, result.exitCode(), () -> command + result.output() + result.errors());
        }
    }
}
