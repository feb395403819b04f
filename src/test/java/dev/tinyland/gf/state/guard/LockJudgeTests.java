package dev.tinyland.gf.state.guard;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.tofu.state.LockInfo;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockJudgeTests {
    private static final Instant BEGAN = Instant.parse("2026-11-21T10:00:00Z");
    private static final Instant ENDED = Instant.parse("2026-11-21T10:01:00Z");
    private static final String US = "runner@pod-7";

    private static LockInfo lock(String who, String created) {
        return new LockInfo(
                "5a9c",
                "OperationTypePlan",
                who,
                "1.12.6",
                created.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(created)));
    }

    private static LockJudge.Owner judge(LockInfo lock) {
        return LockJudge.judge(lock, US, BEGAN, ENDED);
    }

    @Test
    void aLockOfOurOwnThatWasMadeDuringOurRunIsASelfCollision() {
        LockJudge.Owner owner = judge(lock(US, "2026-11-21T10:00:20Z"));
        assertInstanceOf(LockJudge.SelfCollision.class, owner);
        assertTrue(owner.next("UNLOCK 5a9c").endsWith("after this run has ended: UNLOCK 5a9c"));
    }

    @Test
    void anOlderLockOfThisMachineIsALeftoverAndNotACollision() {
        assertInstanceOf(LockJudge.SameMachine.class, judge(lock(US, "2026-11-21T09:00:00Z")));
        assertInstanceOf(LockJudge.SameMachine.class, judge(lock(US, "")), "an unknown time is no proof");
        assertInstanceOf(LockJudge.SameMachine.class, judge(lock(US, "2026-11-21T10:02:00Z")), "after our run");
    }

    /** A run that was killed and one that is started at once after it stand seconds apart. */
    @Test
    void aLockTakenASecondBeforeOurRunIsALeftover() {
        LockJudge.Owner owner = judge(lock(US, "2026-11-21T09:59:59Z"));
        assertInstanceOf(LockJudge.SameMachine.class, owner);
        assertTrue(owner.next("UNLOCK").contains("if it was killed, its lock stays"), owner.next("UNLOCK"));
    }

    @Test
    void aLockOfAnotherMachineIsSomebodyElses() {
        LockJudge.Owner owner = judge(lock("runner@pod-8", "2026-11-21T10:00:20Z"));
        assertInstanceOf(LockJudge.SomebodyElse.class, owner);
        assertTrue(owner.sentence().contains("runner@pod-8 since 2026-11-21T10:00:20Z"), owner.sentence());
        assertInstanceOf(LockJudge.SomebodyElse.class, LockJudge.judge(lock("", ""), "", BEGAN, ENDED));
    }
}
