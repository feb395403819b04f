package dev.tinyland.gf.state.push;

import dev.tinyland.gf.access.Checklist;
import dev.tinyland.gf.access.Platform;
import dev.tinyland.gf.access.PrivateFile;
import dev.tinyland.gf.access.Sink;
import dev.tinyland.gf.access.backend.BackendInputs;
import dev.tinyland.gf.access.backend.BackendJudge;
import dev.tinyland.gf.access.backend.BackendSettings;
import dev.tinyland.gf.access.backend.BackendVerdict;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.OtherTool;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.kube.HostResolver;
import dev.tinyland.gf.process.ProcessResult;
import dev.tinyland.gf.process.ProcessRunner;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.s3.ObjectBody;
import dev.tinyland.gf.s3.S3Answer;
import dev.tinyland.gf.s3.S3Connection;
import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.state.StateLocation;
import dev.tinyland.gf.state.guard.GuardOutcome;
import dev.tinyland.gf.state.guard.GuardRequest;
import dev.tinyland.gf.state.guard.GuardResult;
import dev.tinyland.gf.state.guard.LockState;
import dev.tinyland.gf.state.guard.StateGuard;
import dev.tinyland.gf.state.guard.Wording;
import dev.tinyland.gf.text.Sha256;
import dev.tinyland.gf.tofu.TofuProgram;
import dev.tinyland.gf.tofu.backend.BackendConfiguration;
import dev.tinyland.gf.tofu.backend.BackendFamily;
import dev.tinyland.gf.tofu.state.StateDocument;
import dev.tinyland.gf.tofu.state.StateReader;
import dev.tinyland.gf.tofu.state.StateSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The push, step by step. OpenTofu itself accepts any state over an empty remote ("always okay to overwrite an empty
 * state"), so that during a lost bucket index a push would skip the comparison of lineage and serial: that is why a
 * readable earlier state of the same history is proved first, and again right before the push.
 */
final class StatePush {
    private static final String KEEP = "keep the file: it is the only record of what the apply made. ";

    private static final Duration ATTEMPT = Duration.ofSeconds(10);

    private final Run run;
    private final BackendInputs inputs;
    private final HostResolver resolver;
    private final StateGuard guard;
    private final Path given;
    private final Optional<String> confirm;
    private final Duration lockTimeout;
    private final Checklist<PushVerdict> checks;

    StatePush(
            Run run,
            BackendInputs inputs,
            HostResolver resolver,
            StateGuard guard,
            Path given,
            Optional<String> confirm,
            Duration lockTimeout) {
        this.run = run;
        this.inputs = inputs;
        this.resolver = resolver;
        this.guard = guard;
        this.given = given;
        this.confirm = confirm;
        this.lockTimeout = lockTimeout;
        this.checks = new Checklist<>(Sink.of(run), List.of(PushCheck.values()));
    }

    /** What every later step needs. */
    private record Scene(
            String stack,
            ErroredState.Whole file,
            StateLocation.S3 place,
            StateSummary remote,
            GuardRequest request,
            PushFolder folder) {}

    Conclusion judge() throws IOException, InterruptedException {
        List<Secret> credentials = inputs.credentials(run);
        Platform platform = Platform.load(run);
        BackendSettings settings = inputs.settings(run, platform);
        run.subject("state of stack " + settings.stack() + ", environment " + settings.environment());
        ErroredState.Whole file;
        switch (ErroredState.read(given)) {
            case ErroredState.Unfit(String why, String next) -> {
                checks.fail(PushCheck.X1, PushVerdict.INVALID, why, next);
                return conclude();
            }
            case ErroredState.Whole whole -> file = whole;
        }
        StateSummary errored = file.summary();
        run.output("errored-sha256", errored.sha256());
        run.output("lineage", errored.lineage());
        run.output("serial", Long.toString(errored.serial()));
        checks.pass(PushCheck.X1, facts(errored) + ", SHA-256 " + errored.sha256());
        Optional<BackendConfiguration> configuration = backend(platform, settings);
        if (configuration.isEmpty()) {
            return conclude();
        }
        ProcessRunner runner = new ProcessRunner(run.host().interrupts(), run.redactor());
        TofuProgram program = TofuProgram.find(runner, run.host().environment(), run.directory());
        if (!(program instanceof TofuProgram.Found found)) {
            throw new InputException("tofu", "no OpenTofu is on the PATH, or a script stands around it");
        }
        StateLocation location = StateLocation.of(configuration.get(), "default", credentials);
        GuardRequest request = GuardRequest.reading(location);
        GuardResult seen = look(request, "looking at");
        Optional<StateSummary> remote = remote(seen, errored);
        if (remote.isEmpty()) {
            return conclude();
        }
        if (!(location instanceof StateLocation.S3 place)) {
            throw new IllegalStateException("the family was checked");
        }
        try (PushFolder folder = PushFolder.create(
                run.host(),
                runner,
                found.path(),
                configuration.get(),
                platform.contract().state().credentialVariables(),
                credentials)) {
            Scene scene = new Scene(settings.stack(), file, place, remote.get(), request, folder);
            if (persisted(scene)) {
                return checks.conclude(PushVerdict.NOT_NEEDED);
            }
            if (checks.blocked() || !newer(errored, remote.get()) || !unlocked(seen.lock())) {
                return conclude();
            }
            return pushed(scene);
        }
    }

    private Optional<BackendConfiguration> backend(Platform platform, BackendSettings settings)
            throws IOException, InterruptedException {
        BackendJudge.Outcome outcome = new BackendJudge(run, Sink.detailsOf(run), platform, settings, resolver).judge();
        if (outcome.resolved().isEmpty()) {
            PushVerdict verdict = outcome.conclusion().verdict() == BackendVerdict.INVALID
                    ? PushVerdict.INVALID
                    : PushVerdict.REFUSED;
            checks.fail(
                    PushCheck.X0,
                    verdict,
                    outcome.conclusion().verdict().name() + " "
                            + outcome.conclusion().failureReason(),
                    "use " + OtherTool.about(run.host(), "backend-config", settings.stack()));
            return Optional.empty();
        }
        BackendConfiguration configuration = outcome.resolved().get().configuration();
        if (configuration.family() != BackendFamily.S3) {
            checks.fail(
                    PushCheck.X0,
                    PushVerdict.REFUSED,
                    "the backend is " + configuration.family().type(),
                    "an http backend has no lists that would tell an empty state from a lost one; push by hand after"
                            + " looking at the server");
            return Optional.empty();
        }
        checks.pass(PushCheck.X0, "from " + outcome.resolved().get().source());
        return Optional.of(configuration);
    }

    private GuardResult look(GuardRequest request, String what) throws IOException, InterruptedException {
        run.say("tofu-state-push: " + what + " " + request.location().shown());
        GuardResult result = guard.look(request);
        for (Check check : result.checks()) {
            run.check(Check.optional(check.id(), check.title(), check.status(), check.expected(), check.observed()));
        }
        return result;
    }

    private Optional<StateSummary> remote(GuardResult seen, StateSummary errored) throws IOException {
        return switch (seen.outcome()) {
            case GuardOutcome.Unreachable(String reason, String why, String next) -> {
                checks.unknown(PushCheck.X2, PushVerdict.UNREACHABLE, reason + ": " + why, KEEP + next);
                yield Optional.empty();
            }
            case GuardOutcome.Red red -> {
                checks.fail(
                        PushCheck.X2, PushVerdict.REFUSED, red.reason().word() + ": " + red.why(), KEEP + red.next());
                yield Optional.empty();
            }
            case GuardOutcome.Absent _ -> {
                checks.fail(
                        PushCheck.X2,
                        PushVerdict.REFUSED,
                        "the bucket is there and the object is not: nothing to compare lineage and serial with",
                        KEEP + "find out where the state went. OpenTofu would accept any state here; for a first state"
                                + " there is no way through this tool");
                yield Optional.empty();
            }
            case GuardOutcome.Trusted(StateDocument.Encrypted _) -> {
                checks.fail(
                        PushCheck.X2,
                        PushVerdict.REFUSED,
                        "the state in the store is encrypted; a push from here would put clear text in its place",
                        KEEP + "push with the stack's own encryption settings");
                yield Optional.empty();
            }
            case GuardOutcome.Trusted(StateDocument.Plain(StateSummary remote)) -> {
                run.output("remote-serial", Long.toString(remote.serial()));
                if (!remote.lineage().equals(errored.lineage())) {
                    checks.fail(
                            PushCheck.X2,
                            PushVerdict.INVALID,
                            "the store's lineage is " + remote.lineage() + ", the file's " + errored.lineage(),
                            KEEP + "it is of another stack or another history; check which stack the apply was for");
                    yield Optional.empty();
                }
                checks.pass(PushCheck.X2, facts(remote));
                yield Optional.of(remote);
            }
        };
    }

    /**
     * Whether the store holds this content already. OpenTofu counts the serial up when it pushes, so that after a push the
     * store's is the higher one.
     */
    private boolean persisted(Scene scene) throws IOException, InterruptedException {
        StateSummary errored = scene.file().summary();
        if (errored.serial() > scene.remote().serial()
                || !errored.managed().equals(scene.remote().managed())) {
            return false;
        }
        Optional<byte[]> body = body(scene);
        boolean same = body.isPresent()
                && StateContent.digest(new String(body.get(), StandardCharsets.UTF_8))
                        .equals(StateContent.digest(scene.file().text()));
        if (!same) {
            return false;
        }
        checks.pass(PushCheck.X3, serials(errored, scene.remote()) + ", of the same content: it is persisted already");
        for (PushCheck later : List.of(PushCheck.X4, PushCheck.X5, PushCheck.X6, PushCheck.X7)) {
            checks.notApplicable(later, "nothing has to be pushed");
        }
        return true;
    }

    /** The store's object, byte for byte what the guard saw; empty when it is something else by now. */
    private static Optional<byte[]> body(Scene scene) throws InterruptedException {
        try (S3Connection connection = S3Connection.open(scene.place().settings(ATTEMPT))) {
            return connection
                                            .reader()
                                            .getObject(
                                                    scene.place().bucket(),
                                                    scene.place().key())
                                    instanceof S3Answer.Success<ObjectBody>(ObjectBody body)
                            && Sha256.hex(body.bytes()).equals(scene.remote().sha256())
                    ? Optional.of(body.bytes())
                    : Optional.empty();
        }
    }

    private static String serials(StateSummary errored, StateSummary remote) {
        return "serial " + errored.serial() + " in the file, " + remote.serial() + " in the store";
    }

    private boolean newer(StateSummary errored, StateSummary remote) throws IOException {
        String serials = serials(errored, remote);
        if (errored.serial() <= remote.serial()) {
            boolean same = errored.serial() == remote.serial();
            checks.fail(
                    PushCheck.X3,
                    PushVerdict.REFUSED,
                    serials + (same ? ", and their contents differ" : ""),
                    KEEP
                            + (same ? "two writers made the same serial; compare" : "somebody wrote since; compare")
                            + " both by hand (tofu state list -state=FILE) and import what is missing");
            return false;
        }
        SortedSet<String> missing = new TreeSet<>(remote.managed());
        missing.removeAll(errored.managed());
        if (missing.isEmpty()) {
            checks.pass(PushCheck.X3, serials);
        } else {
            checks.warn(
                    PushCheck.X3,
                    serials + "; " + missing.size() + " of the store's " + remote.managedCount()
                            + " resources are not in the file: " + some(missing),
                    "make sure that the apply destroyed them; a partial file (OpenTofu 1.13 writes one on a crash) must"
                            + " not be pushed");
        }
        return true;
    }

    private boolean unlocked(LockState lock) throws IOException {
        String next =
                KEEP + "when the owner is the apply that failed, and it is over: tofu force-unlock ID, then again";
        return switch (lock) {
            case LockState.Free _, LockState.NotLooked _ -> {
                checks.pass(PushCheck.X4, "free");
                yield true;
            }
            case LockState.Held(var info) -> {
                checks.fail(
                        PushCheck.X4,
                        PushVerdict.REFUSED,
                        "held by " + (info.who().isBlank() ? "somebody" : info.who())
                                + info.created().map(at -> " since " + at).orElse("") + ", lock " + info.id(),
                        next);
                yield false;
            }
            case LockState.HeldBySomeone(String why) -> {
                checks.fail(PushCheck.X4, PushVerdict.REFUSED, why, next);
                yield false;
            }
            case LockState.Unknown(String why) -> {
                checks.unknown(PushCheck.X4, PushVerdict.UNREACHABLE, why, KEEP + "run this again");
                yield false;
            }
        };
    }

    private Conclusion pushed(Scene scene) throws IOException, InterruptedException {
        if (!succeeded(PushCheck.X5, "tofu init", scene.folder().init())) {
            return conclude();
        }
        ProcessResult pull = scene.folder().pull();
        if (!succeeded(PushCheck.X5, "tofu state pull", pull)) {
            return conclude();
        }
        Optional<StateSummary> pulled = summary(((ProcessResult.Exited) pull).out());
        Optional<byte[]> body = body(scene);
        if (pulled.isEmpty()
                || body.isEmpty()
                || pulled.get().serial() != scene.remote().serial()
                || !pulled.get().lineage().equals(scene.remote().lineage())
                || !pulled.get().managed().equals(scene.remote().managed())) {
            checks.fail(
                    PushCheck.X5,
                    PushVerdict.REFUSED,
                    "the guard read " + facts(scene.remote()) + "; OpenTofu reads "
                            + pulled.map(StatePush::facts).orElse("no state")
                            + (body.isEmpty() ? "; the object is no longer what the guard read" : ""),
                    KEEP + "two readers see two states: look at the store");
            return conclude();
        }
        PrivateFile backup = PrivateFile.create(
                run.host(), "gf-state-backup-", "before-push.tfstate", new String(body.get(), StandardCharsets.UTF_8));
        String phrase =
                "push-errored-" + scene.stack() + "-" + scene.file().summary().serial();
        run.output("confirm-phrase", phrase);
        if (!confirm.equals(Optional.of(phrase))) {
            backup.remove();
            checks.pass(PushCheck.X5, "a copy can be made, SHA-256 " + backup.sha256());
            checks.fail(
                    PushCheck.X6,
                    PushVerdict.REFUSED,
                    confirm.isEmpty() ? "confirm is not given" : "confirm is another phrase",
                    "every check so far speaks for the push; to make it, run this again with confirm: " + phrase);
            return conclude();
        }
        run.output("backup-path", backup.path().toString());
        run.output("backup-sha256", backup.sha256());
        checks.pass(PushCheck.X5, backup.path() + ", SHA-256 " + backup.sha256());
        return confirmed(scene);
    }

    private Conclusion confirmed(Scene scene) throws IOException, InterruptedException {
        // The window between this look and OpenTofu's own read is as small as it can be made from outside.
        GuardResult again = look(scene.request(), "looking once more, before the push, at");
        boolean unchanged = again.outcome() instanceof GuardOutcome.Trusted(StateDocument.Plain(StateSummary now))
                && now.sha256().equals(scene.remote().sha256());
        if (!unchanged) {
            checks.fail(
                    PushCheck.X6,
                    PushVerdict.REFUSED,
                    "the store changed between the checks and the push: " + told(again.outcome()),
                    KEEP + "nothing was written; look at the store, then run this again");
            return conclude();
        }
        // A copy, so that what is pushed is what was checked.
        PrivateFile copy = PrivateFile.create(
                run.host(), "gf-push-file-", ErroredState.NAME, scene.file().text());
        try {
            ProcessResult push = scene.folder().push(copy.path(), lockTimeout);
            if (!succeeded(PushCheck.X6, "tofu state push", push)) {
                return conclude();
            }
        } finally {
            copy.remove();
        }
        checks.pass(PushCheck.X6, "tofu state push ended with 0, locked, without -force");
        return verified(scene);
    }

    private Conclusion verified(Scene scene) throws IOException, InterruptedException {
        StateSummary errored = scene.file().summary();
        GuardOutcome outcome = look(scene.request(), "reading back").outcome();
        ProcessResult pull = scene.folder().pull();
        String next = "plan and apply nothing. The file is where it was; the backup is the output backup-path. Look at"
                + " the store, then run this again";
        if (!(outcome instanceof GuardOutcome.Trusted(StateDocument.Plain(StateSummary now)))) {
            checks.unknown(PushCheck.X7, PushVerdict.PUSH_UNVERIFIED, told(outcome), next);
            return conclude();
        }
        boolean sameFacts = now.lineage().equals(errored.lineage())
                && now.serial() >= errored.serial()
                && now.managed().equals(errored.managed())
                && now.outputs() == errored.outputs();
        Optional<String> pulled = pull instanceof ProcessResult.Exited exited && exited.succeeded()
                ? StateContent.digest(exited.out())
                : Optional.empty();
        boolean sameContent = pulled.isPresent()
                && pulled.equals(StateContent.digest(scene.file().text()));
        if (sameFacts && sameContent) {
            run.output("serial-after", Long.toString(now.serial()));
            checks.pass(PushCheck.X7, facts(now) + ", content equal");
            run.next(OtherTool.about(run.host(), "tofu-plan", scene.stack())
                    + " should show no changes of what the apply made");
            run.next("delete the errored.tfstate only after that plan, and never apply the old plan again");
        } else {
            checks.unknown(
                    PushCheck.X7,
                    PushVerdict.PUSH_UNVERIFIED,
                    "read back: " + facts(now) + (sameFacts ? "; its content is another" : "") + "; pushed: "
                            + facts(errored),
                    next);
        }
        return conclude();
    }

    private boolean succeeded(PushCheck check, String what, ProcessResult result) throws IOException {
        String why = switch (result) {
            case ProcessResult.Exited exited when exited.succeeded() -> "";
            case ProcessResult.Exited exited -> "ended with " + exited.code() + error(exited.err());
            case ProcessResult.TimedOut timedOut -> "did not end within " + timedOut.timeout();
            case ProcessResult.NotStarted _ -> "could not be started";
        };
        if (why.isEmpty()) {
            return true;
        }
        checks.fail(
                check,
                PushVerdict.PUSH_FAILED,
                what + " " + why,
                KEEP
                        + (check == PushCheck.X6
                                ? "read the store before anything else: gf tofu-state-push without confirm"
                                : "nothing was written"));
        return false;
    }

    /** The first sentence of an error; what follows may quote values. */
    private static String error(String text) {
        return text.lines()
                .map(line -> line.replaceAll("[^\\p{Print}]", " ").strip())
                .filter(line -> line.contains("Error: "))
                .map(line -> ": " + line.substring(line.indexOf("Error: ") + 7))
                .findFirst()
                .orElse("");
    }

    private Conclusion conclude() throws IOException {
        return checks.conclude(PushVerdict.PUSHED);
    }

    private static Optional<StateSummary> summary(String text) {
        return new StateReader().read(text.getBytes(StandardCharsets.UTF_8))
                        instanceof StateDocument.Plain(StateSummary summary)
                ? Optional.of(summary)
                : Optional.empty();
    }

    private static String told(GuardOutcome outcome) {
        return switch (outcome) {
            case GuardOutcome.Trusted(StateDocument.Plain(StateSummary now)) -> facts(now);
            case GuardOutcome.Trusted(StateDocument.Encrypted _) -> "an encrypted state";
            case GuardOutcome.Absent _ -> "the object is gone";
            case GuardOutcome.Red red -> red.reason().word() + ": " + red.why();
            case GuardOutcome.Unreachable unreachable -> unreachable.reason() + ": " + unreachable.why();
        };
    }

    private static String facts(StateSummary state) {
        return "lineage " + state.lineage() + ", serial " + state.serial() + ", "
                + Wording.resources(state.managedCount()) + ", " + state.bytes() + " bytes";
    }

    private static String some(SortedSet<String> addresses) {
        List<String> first = addresses.stream().limit(5).toList();
        return String.join(", ", first) + (addresses.size() > first.size() ? ", …" : "");
    }
}
