package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.OtherTool;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.state.guard.LockJudge;
import dev.tinyland.gf.tofu.run.Diagnosis;
import dev.tinyland.gf.tofu.run.Diagnostic;
import dev.tinyland.gf.tofu.run.TofuResult;
import dev.tinyland.gf.tofu.state.LockInfo;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A command of OpenTofu that failed: which verdict that is, what is said of it, and what to do next. */
final class Failure {
    private static final int MOST_SHOWN = 20;

    private final Run run;
    private final StackAccess stack;
    private final String self;
    private final Instant began;

    /**
     * Judges failures of one run.
     *
     * @param self {@code user@host} as OpenTofu writes it into a lock
     * @param began when the first command of this run began
     */
    Failure(Run run, StackAccess stack, String self, Instant began) {
        this.run = run;
        this.stack = stack;
        this.self = self;
        this.began = began;
    }

    /** What one kind of failure means. */
    private record Meaning(TofuPlanVerdict verdict, String reason, String observed, String next) {}

    /**
     * Reports the check of a command and, when it failed, the conclusion of the run.
     *
     * @param id of the check
     * @param command such as {@code tofu init}
     */
    Optional<Conclusion> of(String id, String command, TofuResult result) throws IOException {
        return of(id, command, result, false);
    }

    /**
     * The same, with the warnings of a command that went well left for {@link #warnings}: the message of a check may quote a
     * value that only the plan itself tells to be a secret.
     */
    Optional<Conclusion> withWarningsLater(String id, String command, TofuResult result) throws IOException {
        return of(id, command, result, true);
    }

    private Optional<Conclusion> of(String id, String command, TofuResult result, boolean later) throws IOException {
        String title = command + " succeeds";
        switch (result) {
            case TofuResult.NotStarted(String program) -> {
                run.check(Check.required(id, title, Status.UNKNOWN, "", program + " cannot be started"));
                return Optional.of(new Conclusion(TofuPlanVerdict.NOT_READY, "tofu-not-started"));
            }
            case TofuResult.TimedOut(Duration timeout, List<Diagnostic> _) -> {
                run.check(Check.required(
                        id, title, Status.UNKNOWN, "", "no end within " + timeout.toHours() + " hours; it was ended"));
                return Optional.of(new Conclusion(TofuPlanVerdict.UNREACHABLE, "timeout"));
            }
            case TofuResult.Ended ended
            when ended.succeeded() -> {
                if (!later) {
                    warnings(result);
                }
                run.check(Check.required(id, title, Status.PASS, "", "").took(ended.duration()));
                return Optional.empty();
            }
            case TofuResult.Ended ended -> {
                return Optional.of(failed(id, title, ended));
            }
        }
    }

    private Conclusion failed(String id, String title, TofuResult.Ended ended) throws IOException {
        Meaning meaning = meaning(Diagnosis.of(ended.diagnostics()));
        boolean unseen =
                meaning.verdict() == TofuPlanVerdict.UNREACHABLE || meaning.verdict() == TofuPlanVerdict.LOCKED;
        run.check(Check.required(id, title, unseen ? Status.UNKNOWN : Status.FAIL, "", meaning.observed())
                .took(ended.duration()));
        run.next(meaning.next());
        show(ended.diagnostics());
        return new Conclusion(meaning.verdict(), meaning.reason());
    }

    private Meaning meaning(Diagnosis diagnosis) {
        String store =
                "find out whether the store tells the truth: " + OtherTool.page(run.host(), "docs/state-guard.md");
        return switch (diagnosis) {
            case Diagnosis.Locked(LockInfo lock) -> locked(lock);
            case Diagnosis.LockUnusable(String said) ->
                new Meaning(
                        TofuPlanVerdict.UNREACHABLE,
                        "lock-api",
                        "the lock could be neither taken nor read: " + said,
                        "look whether the store takes conditional writes; " + store);
            case Diagnosis.BucketLost(String said) ->
                new Meaning(
                        TofuPlanVerdict.GUARD_RED,
                        "bucket-lost",
                        "the store said a moment ago that the bucket is there, and now: " + said,
                        "restart nothing yet and keep the store's logs: a lost bucket index looks like this");
            case Diagnosis.NotAuthorized(String said) ->
                new Meaning(
                        TofuPlanVerdict.UNREACHABLE,
                        "auth",
                        "the store refuses these credentials: " + said,
                        "compare access-key and secret-key with the store's user");
            case Diagnosis.StoreUnreachable(String said) ->
                new Meaning(TofuPlanVerdict.UNREACHABLE, "store", "the store does not answer: " + said, store);
            case Diagnosis.RegistryUnreachable(String said) ->
                new Meaning(
                        TofuPlanVerdict.UNREACHABLE,
                        "registry",
                        "a registry does not answer: " + said,
                        "run it again, or set TF_PLUGIN_CACHE_DIR to a folder that holds the providers");
            case Diagnosis.ClusterUnreachable(String said) ->
                new Meaning(
                        TofuPlanVerdict.UNREACHABLE,
                        "cluster",
                        "the cluster does not answer: " + said,
                        "ask the server from the same runner: "
                                + OtherTool.about(
                                        run.host(),
                                        "tofu-preflight",
                                        stack.settings().stack(),
                                        "verify",
                                        "access"));
            case Diagnosis.BackendMismatch(String said) ->
                new Meaning(
                        TofuPlanVerdict.BACKEND_MISMATCH,
                        "backend-mismatch",
                        said,
                        "use "
                                + OtherTool.about(
                                        run.host(),
                                        "backend-config",
                                        stack.settings().stack()));
            case Diagnosis.NotPersisted(String said) ->
                new Meaning(TofuPlanVerdict.UNREACHABLE, "state-not-written", said, store);
            case Diagnosis.Configuration(String said) ->
                new Meaning(
                        TofuPlanVerdict.PLAN_FAILED,
                        "plan-failed",
                        said,
                        "run: tofu -chdir=" + stack.settings().stackFolder() + " validate");
        };
    }

    private Meaning locked(LockInfo lock) {
        String folder = stack.settings().stackFolder().toString();
        String unlock =
                "tofu -chdir=" + folder + " init -backend-config=FILE, with the backend's attributes in FILE, then"
                        + " tofu -chdir=" + folder + " force-unlock " + lock.id();
        LockJudge.Owner owner =
                LockJudge.judge(lock, self, began, run.host().clock().instant());
        String reason = switch (owner) {
            case LockJudge.SelfCollision _ -> "self-collision";
            case LockJudge.SameMachine _, LockJudge.SomebodyElse _ -> "locked";
        };
        return new Meaning(TofuPlanVerdict.LOCKED, reason, owner.sentence() + " (" + self + ")", owner.next(unlock));
    }

    private void show(List<Diagnostic> diagnostics) {
        List<Diagnostic> errors =
                diagnostics.stream().filter(Diagnostic::isError).toList();
        if (errors.isEmpty()) {
            return;
        }
        String text = errors.stream()
                .limit(MOST_SHOWN)
                .map(error ->
                        "Error: " + error.place().map(place -> place + ": ").orElse("") + error.text())
                .collect(Collectors.joining("\n\n"));
        String rest = errors.size() > MOST_SHOWN ? "\n\nand " + (errors.size() - MOST_SHOWN) + " more" : "";
        new Voice(run).tell("What OpenTofu says", text + rest);
    }

    /** Says what a command warns of. */
    void warnings(TofuResult result) {
        List<String> lines = result.diagnostics().stream()
                .filter(diagnostic -> !diagnostic.isError())
                .map(Diagnostic::line)
                .distinct()
                .limit(MOST_SHOWN)
                .toList();
        lines.forEach(line -> new Voice(run).line("OpenTofu warns: " + line));
    }
}
