package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.OtherTool;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.state.guard.GuardOutcome;
import dev.tinyland.gf.state.guard.GuardRequest;
import dev.tinyland.gf.state.guard.GuardResult;
import dev.tinyland.gf.state.guard.RedReason;
import dev.tinyland.gf.state.guard.StateGuard;
import dev.tinyland.gf.state.receipt.Contradiction;
import dev.tinyland.gf.state.receipt.ReceiptJudge;
import dev.tinyland.gf.state.receipt.StateReceipt;
import dev.tinyland.gf.tofu.state.StateDocument;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Looks at the state before OpenTofu does, and compares it with the receipt of the last good apply. */
final class StateStep {
    private static final String RECEIPT = "TP-RECEIPT";

    private final Run run;
    private final StackAccess stack;
    private final StateGuard guard;

    StateStep(Run run, StackAccess stack, StateGuard guard) {
        this.run = run;
        this.stack = stack;
        this.guard = guard;
    }

    /**
     * What was seen.
     *
     * @param stop how the run ends, where it must
     * @param word what the guard said: {@code TRUSTED}, {@code ABSENT} or {@code OFF}
     * @param state the state, where there is one that can be trusted
     * @param gone what the receipt knows, where there is no state any more
     * @param receipt whether a receipt was given
     */
    record Seen(
            Optional<Conclusion> stop,
            String word,
            Optional<StateDocument.Present> state,
            List<Contradiction> gone,
            boolean receipt) {
        Seen {
            gone = List.copyOf(gone);
        }

        static Seen stopped(TofuPlanVerdict verdict, String reason) {
            return new Seen(Optional.of(new Conclusion(verdict, reason)), "", Optional.empty(), List.of(), false);
        }
    }

    /** Without the guard: nothing is looked at, and it is said. */
    Seen off() throws IOException {
        run.check(Check.optional(
                "TP-GUARD",
                "the state is looked at before",
                Status.WARN,
                "guard: required",
                "the guard is off: nobody looked whether the store tells the truth"));
        return new Seen(Optional.empty(), "OFF", Optional.empty(), List.of(), false);
    }

    /** Looks. */
    Seen look(GuardRequest request, Optional<StateReceipt> receipt) throws IOException, InterruptedException {
        GuardResult result = guard.look(request);
        for (Check check : result.checks()) {
            run.check(check);
        }
        return switch (result.outcome()) {
            case GuardOutcome.Red(RedReason reason, String why, String next) -> {
                run.say("the state cannot be trusted: " + why);
                run.next(next);
                yield Seen.stopped(TofuPlanVerdict.GUARD_RED, reason.word());
            }
            case GuardOutcome.Unreachable(String reason, String why, String next) -> {
                run.say("the state cannot be looked at: " + why);
                run.next(next);
                yield Seen.stopped(TofuPlanVerdict.UNREACHABLE, reason);
            }
            case GuardOutcome.Absent _ -> compare("ABSENT", Optional.empty(), receipt);
            case GuardOutcome.Trusted(StateDocument.Present state) -> compare("TRUSTED", Optional.of(state), receipt);
        };
    }

    private Seen compare(String word, Optional<StateDocument.Present> state, Optional<StateReceipt> receipt)
            throws IOException {
        String title = "the state is the one of the last good apply";
        if (receipt.isEmpty()) {
            String observed = state.isPresent()
                    ? "no receipt is given: a first run, or the variable is not passed"
                    : "no receipt is given, and there is no state: nothing is known of one";
            run.check(Check.optional(RECEIPT, title, Status.SKIP, "", observed));
            return new Seen(Optional.empty(), word, state, List.of(), false);
        }
        StateReceipt before = receipt.get();
        Optional<StateReceipt> now = state.map(found -> StateReceipt.of(
                stack.location(), found, stack.program().version().toString()));
        if (now.isPresent() && !now.get().samePlace(before)) {
            return red(
                    "receipt-other-place",
                    "the receipt is of another place (" + before.backend() + " " + before.key() + ") than the state",
                    "compare the backend configuration; where the state was moved on purpose, take the receipt away");
        }
        List<Contradiction> contradictions = ReceiptJudge.compare(before, now, ReceiptJudge.USUAL_DROP);
        if (contradictions.isEmpty()) {
            run.check(Check.required(RECEIPT, title, Status.PASS, "", "lineage, serial and resources fit the receipt"));
            return new Seen(Optional.empty(), word, state, List.of(), true);
        }
        if (state.isEmpty()) {
            // The plan is made all the same: it shows what would be created anew, and is judged a fake greenfield.
            run.check(Check.required(
                    RECEIPT, title, Status.FAIL, "", contradictions.getFirst().sentence()));
            return new Seen(Optional.empty(), word, state, contradictions, true);
        }
        return red(
                "receipt-contradicted",
                String.join(
                        "; ",
                        contradictions.stream().map(Contradiction::sentence).toList()),
                "find out who wrote this state before anything is applied; "
                        + OtherTool.page(run.host(), "docs/state-guard.md"));
    }

    private Seen red(String reason, String observed, String next) throws IOException {
        run.check(Check.required(RECEIPT, "the state is the one of the last good apply", Status.FAIL, "", observed));
        run.next(next);
        return Seen.stopped(TofuPlanVerdict.GUARD_RED, reason);
    }
}
