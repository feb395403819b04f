package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.state.guard.GuardOutcome;
import dev.tinyland.gf.state.guard.GuardRequest;
import dev.tinyland.gf.state.guard.GuardResult;
import dev.tinyland.gf.state.guard.RedReason;
import dev.tinyland.gf.state.guard.StateGuard;
import dev.tinyland.gf.state.receipt.StateReceipt;
import dev.tinyland.gf.tofu.plan.PlanMeta;
import dev.tinyland.gf.tofu.plan.TofuPlan;
import dev.tinyland.gf.tofu.run.TofuResult;
import dev.tinyland.gf.tofu.run.TofuSession;
import dev.tinyland.gf.tofu.state.StateDocument;
import dev.tinyland.gf.tofu.state.StateReader;
import dev.tinyland.gf.tofu.state.StateSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the state back through the guard, as a store shows it to others than OpenTofu. */
final class AfterApply {
    private static final String ID = "TA-PERSISTED";
    private static final String TITLE = "the state in the store knows what was done";

    private final Run run;
    private final StackAccess stack;
    private final StateGuard guard;
    private final TofuSession session;
    private final PlanFiles files;

    AfterApply(Run run, StackAccess stack, StateGuard guard, TofuSession session, PlanFiles files) {
        this.run = run;
        this.stack = stack;
        this.guard = guard;
        this.session = session;
        this.files = files;
    }

    Outlook look(TofuPlan plan, PlanMeta meta, boolean complete, Map<String, String> ids)
            throws IOException, InterruptedException {
        GuardResult result = guard.look(GuardRequest.reading(stack.location()));
        return switch (result.outcome()) {
            case GuardOutcome.Trusted(StateDocument.Present state) -> compare(state, plan, meta, complete, ids);
            case GuardOutcome.Absent _ -> absent(plan, complete);
            case GuardOutcome.Red(RedReason reason, String why, String next) -> {
                run.next(next);
                yield lost(reason.word(), List.of("the store cannot be trusted: " + why));
            }
            case GuardOutcome.Unreachable(String reason, String why, String next) -> {
                run.check(Check.required(ID, TITLE, Status.UNKNOWN, "", why));
                run.next(next);
                yield new Outlook.Unseen(reason);
            }
        };
    }

    private Outlook absent(TofuPlan plan, boolean complete) throws IOException {
        return complete || plan.changesAnything()
                ? lost("state-absent", List.of("there is no state in the store"))
                : lost("state-absent", List.of("there is no state in the store, and nothing was to be changed"));
    }

    private Outlook compare(
            StateDocument.Present state, TofuPlan plan, PlanMeta meta, boolean complete, Map<String, String> ids)
            throws IOException, InterruptedException {
        Optional<StateSummary> summary = summary(state);
        if (summary.isEmpty()) {
            run.check(Check.required(ID, TITLE, Status.UNKNOWN, "", "the state is encrypted and could not be pulled"));
            return new Outlook.Unseen("encrypted-state");
        }
        List<String> objections = new ArrayList<>(
                ReadBack.objections(plan, meta.state().lineage(), meta.state().serial(), summary.get(), complete));
        objections.addAll(strangers(ids));
        if (!objections.isEmpty()) {
            return lost("state-not-persisted", objections);
        }
        StateSummary now = summary.get();
        run.check(Check.required(
                ID,
                TITLE,
                Status.PASS,
                "",
                "lineage " + now.lineage() + ", serial " + now.serial() + ", " + now.managedCount()
                        + " managed resources"));
        return new Outlook.Persisted(
                StateReceipt.of(
                                stack.location(),
                                state,
                                stack.program().version().toString())
                        .text(),
                now.lineage(),
                now.serial());
    }

    /**
     * Objects that were made under one id while the state knows another under their address: it is an older state, of the same
     * addresses. That is how the state of a fake greenfield looks when the hidden one comes back during the apply.
     */
    private List<String> strangers(Map<String, String> ids) throws IOException, InterruptedException {
        if (ids.isEmpty()) {
            return List.of();
        }
        Path pulled = files.empty(files.folder().resolve("pulled.tfstate"));
        try {
            if (!(session.pull(pulled) instanceof TofuResult.Ended ended) || !ended.succeeded()) {
                return List.of("the state could not be pulled, so nobody knows whether it holds what was made");
            }
            Map<String, String> known = StateIds.read(Files.readAllBytes(pulled));
            return ids.entrySet().stream()
                    .filter(made ->
                            known.containsKey(made.getKey()) && !made.getValue().equals(known.get(made.getKey())))
                    .map(made -> "it knows " + made.getKey() + " under another id than the one that was just made")
                    .limit(3)
                    .toList();
        } finally {
            Files.deleteIfExists(pulled);
        }
    }

    /** Of an encrypted state OpenTofu itself, which has the key, tells the addresses. */
    private Optional<StateSummary> summary(StateDocument.Present state) throws IOException, InterruptedException {
        return switch (state) {
            case StateDocument.Plain(StateSummary summary) -> Optional.of(summary);
            case StateDocument.Encrypted _ -> {
                Path pulled = files.empty(files.folder().resolve("pulled.tfstate"));
                try {
                    TofuResult result = session.pull(pulled);
                    boolean read = result instanceof TofuResult.Ended ended && ended.succeeded();
                    yield read
                                    && new StateReader().read(Files.readAllBytes(pulled))
                                            instanceof StateDocument.Plain(var own)
                            ? Optional.of(own)
                            : Optional.empty();
                } finally {
                    Files.deleteIfExists(pulled);
                }
            }
        };
    }

    private Outlook lost(String reason, List<String> why) throws IOException {
        run.check(Check.required(ID, TITLE, Status.FAIL, "", String.join("; ", why)));
        return new Outlook.Lost(reason, why);
    }
}
