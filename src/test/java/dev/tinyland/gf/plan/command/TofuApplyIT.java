package dev.tinyland.gf.plan.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.testing.fault.Fault;
import dev.tinyland.gf.testing.fault.Faults;
import dev.tinyland.gf.testing.fault.Match;
import dev.tinyland.gf.testing.fault.Outcome;
import dev.tinyland.gf.testing.fault.StoreModes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Applying a reviewed plan with the real OpenTofu against a real store, and what a store can do to it. */
@Timeout(240)
@ExtendWith(BenchExtension.class)
class TofuApplyIT {
    private static final String TWO = "resource \"terraform_data\" \"two\" {\n  input = \"two\"\n}\n";

    @Test
    void appliesTheReviewedPlanAndReadsTheStateBack(Bench bench) throws Exception {
        reviewed(bench);
        bench.expectApply(0, "APPLIED", "");
        assertTrue(
                bench.host()
                        .out()
                        .contains("1 added, 0 changed, 1 destroyed; the state in the store knows it, as serial 2"),
                bench.host()::out);
        assertTrue(
                bench.state().orElse("").contains("\"name\":\"two\""),
                () -> bench.state().orElse(""));
        assertTrue(bench.output("receipt").contains("\"managed\":1"), bench.output("receipt"));
        assertTrue(bench.host().out().contains("gh variable set GF_STATE_ATTIC"), bench.host()::out);
        assertFalse(bench.isLocked());
    }

    @Test
    void aNewStackIsAppliedOnlyWhenItIsSaidAgainThatItIsNew(Bench bench) throws Exception {
        bench.input("allow-greenfield", "true");
        bench.expect(0, "CHANGES", "");
        bench.reviewed();
        bench.input("allow-greenfield", "false");
        bench.expectApply(4, "REFUSED", "TA-STATE");
        assertTrue(bench.state().isEmpty(), "nothing was applied");
        bench.input("allow-greenfield", "true");
        bench.expectApply(0, "APPLIED", "");
    }

    @Test
    void refusesWithoutTheRightPhraseAndPrintsIt(Bench bench) throws Exception {
        reviewed(bench);
        bench.input("confirm", "yes");
        bench.expectApply(4, "REFUSED", "TA-CONFIRM");
        assertTrue(bench.host().out().contains("apply-attic"), bench.host()::out);
    }

    @Test
    void refusesAPlanFileThatIsNotTheReviewedOne(Bench bench) throws Exception {
        reviewed(bench);
        Path plan = bench.folder.resolve("reviewed.tfplan");
        Files.write(plan, new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
        bench.expectApply(4, "REFUSED", "TA-DIGEST");
    }

    @Test
    void refusesAPlanOfAnotherCommitAndAnOldOne(Bench bench) throws Exception {
        reviewed(bench);
        bench.input("expect-head-sha", "b".repeat(40));
        bench.expectApply(4, "REFUSED", "TA-COMMIT");
        bench.input("expect-head-sha", "a".repeat(40)).input("max-age", "0s");
        bench.expectApply(4, "REFUSED", "TA-AGE");
    }

    @Test
    void refusesWhenSomebodyAppliedInBetween(Bench bench) throws Exception {
        reviewed(bench);
        bench.configuration("resource \"terraform_data\" \"three\" {}\n");
        bench.applied();
        bench.expectApply(4, "REFUSED", "TA-STATE");
    }

    @Test
    void refusesWhileAnErroredStateWaits(Bench bench) throws Exception {
        reviewed(bench);
        bench.file("errored.tfstate", "{}");
        bench.expectApply(4, "REFUSED", "TA-ERRORED");
    }

    /** Store that ignores If-None-Match: two writers would both hold the lock. */
    @Test
    void refusesAStoreThatIgnoresIfNoneMatch(Bench bench) throws Exception {
        reviewed(bench);
        bench.proxy.on(Match.any(), Faults.dropIfNoneMatch());
        bench.expectApply(4, "REFUSED", "lock-unsupported");
        assertFalse(bench.state().orElse("").contains("\"name\":\"two\""), "nothing was applied");
    }

    @Test
    void refusesWhenTheStateVanishedSinceThePlan(Bench bench) throws Exception {
        reviewed(bench);
        bench.proxy.mode(StoreModes.rustfs101ObjectQuorumLost(Bench.KEY));
        bench.expectApply(4, "REFUSED", "TA-STATE");
    }

    @Test
    void lockHeldByAnotherIsUnreachableAndNothingIsApplied(Bench bench) throws Exception {
        reviewed(bench);
        bench.store.put(
                Bench.BUCKET,
                Bench.KEY + ".tflock",
                "{\"ID\":\"1\",\"Operation\":\"OperationTypePlan\",\"Who\":\"runner@other\",\"Created\":\"2026-11-01T00:00:00Z\"}"
                        .getBytes(StandardCharsets.UTF_8));
        bench.input("lock-timeout", "0s");
        bench.expectApply(3, "UNREACHABLE", "locked");
        assertFalse(bench.state().orElse("").contains("\"name\":\"two\""), "nothing was applied");
    }

    /** State PUT fails: OpenTofu leaves errored.tfstate, which is the only copy of what it did. */
    @Test
    void statePutThatFailsPutsTheErroredStateIntoCustody(Bench bench) throws Exception {
        reviewed(bench);
        bench.proxy.on(Match.object("PUT", "terraform.tfstate"), Faults.status(403, "AccessDenied"));
        bench.expectApply(1, "STATE_NOT_PERSISTED", "errored-state");
        Path kept = Path.of(bench.output("errored-state-path"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
        assertTrue(Files.readString(kept).contains("\"two\""));
        assertTrue(kept.toString().contains("/custody/"), kept::toString);
        assertFalse(Files.exists(bench.stack().resolve("errored.tfstate")));
        assertTrue(bench.host().out().contains("do not apply again"), bench.host()::out);
        assertTrue(bench.host().out().contains("gf tofu-state-push attic --errored-state"), bench.host()::out);
        assertFalse(bench.host().out().contains("APPLIED"), bench.host()::out);
    }

    /**
     * Object re-appears mid-apply: hidden when the apply reads it, there again when it persists. OpenTofu 1.12.6 says "Apply
     * complete" with exit 0, writes no errored.tfstate, and the store holds the old state.
     */
    @Test
    void objectThatReappearsMidApplyIsFoundOut(Bench bench) throws Exception {
        bench.applied();
        String old = bench.state().orElseThrow();
        Fault hidden = StoreModes.rustfs101ObjectQuorumLost(Bench.KEY);
        bench.proxy.mode(hidden);
        bench.input("allow-greenfield", "true");
        bench.configuration("resource \"terraform_data\" \"one\" {\n  input = \"one\"\n}\n" + TWO);
        bench.expect(0, "CHANGES", "");
        bench.reviewed();
        reappearAfterTheFirstLockedRead(bench);
        bench.expectApply(1, "STATE_NOT_PERSISTED", "state-not-persisted");
        String lineage = old.replaceAll("(?s).*\"lineage\":\"([^\"]+)\".*", "$1");
        assertTrue(bench.state().orElse("").contains(lineage), "the old state stands in the store");
        assertFalse(Files.exists(bench.stack().resolve("errored.tfstate")), "and OpenTofu left nothing");
        assertTrue(
                bench.host().out().contains("it does not know what was created: terraform_data.two"),
                bench.host()::out);
    }

    /** The same with the very same addresses: only the ids tell the old objects from the new ones. */
    @Test
    void objectThatReappearsWithTheSameAddressesIsFoundOutByItsIds(Bench bench) throws Exception {
        bench.applied();
        bench.proxy.mode(StoreModes.rustfs101ObjectQuorumLost(Bench.KEY));
        bench.input("allow-greenfield", "true");
        bench.expect(0, "CHANGES", "");
        bench.reviewed();
        reappearAfterTheFirstLockedRead(bench);
        bench.expectApply(1, "STATE_NOT_PERSISTED", "state-not-persisted");
        assertTrue(bench.host().out().contains("terraform_data.one under another id"), bench.host()::out);
    }

    @Test
    void anApplyThatFailsHalfWayKeepsWhatWasDone(Bench bench) throws Exception {
        bench.applied();
        bench.configuration(TWO + """
            resource "terraform_data" "broken" {
              depends_on = [terraform_data.two]
              provisioner "local-exec" {
                command = "exit 7"
              }
            }
            """);
        bench.expect(0, "CHANGES", "");
        bench.reviewed();
        bench.expectApply(1, "APPLY_FAILED", "plan-failed");
        assertTrue(bench.state().orElse("").contains("\"name\":\"two\""), "what was done is in the state");
        assertTrue(bench.host().out().contains("exit status 7"), bench.host()::out);
    }

    private static void reviewed(Bench bench) throws Exception {
        bench.applied();
        bench.configuration(TWO);
        bench.variable("GITHUB_SHA", "a".repeat(40));
        bench.expect(0, "CHANGES", "");
        bench.reviewed();
    }

    /** Hides the object until a lock was taken and the object asked for once under it. */
    private static void reappearAfterTheFirstLockedRead(Bench bench) {
        AtomicInteger locked = new AtomicInteger();
        AtomicInteger reads = new AtomicInteger();
        Fault hidden = StoreModes.rustfs101ObjectQuorumLost(Bench.KEY);
        bench.proxy.heal().mode((request, upstream) -> {
            if (request.method().equals("PUT") && request.key().endsWith(".tflock")) {
                locked.incrementAndGet();
            }
            boolean read = request.readsAnObject() && request.key().equals(Bench.KEY);
            if (locked.get() > 0 && reads.get() > 0) {
                return upstream.forward(request);
            }
            Outcome outcome = hidden.apply(request, upstream);
            if (locked.get() > 0 && read) {
                reads.incrementAndGet();
            }
            return outcome;
        });
    }
}
