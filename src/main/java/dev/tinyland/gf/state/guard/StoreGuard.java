package dev.tinyland.gf.state.guard;

import dev.tinyland.gf.actions.Interrupts;
import dev.tinyland.gf.actions.Pause;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.s3.S3Connection;
import dev.tinyland.gf.state.StateLocation;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The guard before real stores. */
public final class StoreGuard implements StateGuard {
    private static final Duration ATTEMPT = Duration.ofSeconds(5);

    private final Interrupts interrupts;
    private final Clock clock;
    private final Pause pause;
    private final Duration attempt;

    public StoreGuard(Interrupts interrupts, Clock clock) {
        this(interrupts, clock, Pause.real(), ATTEMPT);
    }

    StoreGuard(Interrupts interrupts, Clock clock, Pause pause, Duration attempt) {
        this.interrupts = interrupts;
        this.clock = clock;
        this.pause = pause;
        this.attempt = attempt;
    }

    @Override
    public GuardResult look(GuardRequest request) throws InterruptedException {
        return switch (request.location()) {
            case StateLocation.S3 location -> look(location, request);
            case StateLocation.Http location -> new HttpLook(location, pause, attempt).look(request);
        };
    }

    private GuardResult look(StateLocation.S3 location, GuardRequest request) throws InterruptedException {
        LocationCheck check = LocationCheck.of(location);
        List<Check> checks = new ArrayList<>(List.of(check.check()));
        if (check.outcome().isPresent()) {
            return finish(check.outcome().get(), new LockState.NotLooked("nothing was asked"), checks, request);
        }
        try (S3Connection connection = S3Connection.open(location.settings(attempt))) {
            ObjectLook look = new ObjectLook(connection.reader(), location, pause);
            Evidence evidence = look.look(request);
            EvidenceJudge judge = new EvidenceJudge(evidence);
            GuardOutcome outcome = judge.outcome();
            checks.addAll(judge.checks(outcome));
            boolean answered = outcome instanceof GuardOutcome.Trusted || outcome instanceof GuardOutcome.Absent;
            LockState lock = answered ? look.lock() : new LockState.NotLooked("not asked: nothing rests on it now");
            checks.add(lockCheck(lock, location));
            if (answered && request.writeProof().isPresent()) {
                WriteProof proof = new WriteProof(connection, location.bucket(), interrupts, clock, pause);
                outcome = prove(proof, look, outcome, request, checks);
            }
            return finish(outcome, lock, checks, request);
        } catch (UncheckedIOException unreadableAuthorities) {
            GuardOutcome outcome = new GuardOutcome.Red(
                    RedReason.CONFIGURATION,
                    "The file of custom_ca_bundle is not readable.",
                    "check the path and that it holds certificates in PEM form");
            return finish(outcome, new LockState.NotLooked("nothing was asked"), checks, request);
        }
    }

    private GuardOutcome prove(
            WriteProof proof, ObjectLook look, GuardOutcome trusted, GuardRequest request, List<Check> checks)
            throws InterruptedException {
        int swept = proof.sweep();
        String leftovers = swept == 0 ? "" : "; " + swept + " objects of killed runs removed";
        switch (proof.prove(request.writeProof().orElseThrow(), request)) {
            case WriteProof.Result.Proven(String observed) ->
                checks.add(GuardCheck.C10.seen(Status.PASS, observed + leftovers));
            case WriteProof.Result.Disproven(RedReason reason, String observed) -> {
                checks.add(GuardCheck.C10.seen(Status.FAIL, observed + leftovers));
                return new GuardOutcome.Red(
                        reason,
                        "The write proof failed: " + observed + ".",
                        "apply nothing: the state of the apply could be lost. Look at the store first");
            }
            case WriteProof.Result.Unknown(String word, String observed) -> {
                checks.add(GuardCheck.C10.seen(Status.UNKNOWN, observed + leftovers));
                return new GuardOutcome.Unreachable(
                        word,
                        "The write proof could not be made: " + observed + ".",
                        "check that the key may write and delete under .gf-probe/, then run this again");
            }
        }
        List<Sight> rounds = new ArrayList<>();
        for (int round = 0; round < request.rounds(); round++) {
            if (round > 0) {
                pause.sleep(request.interval());
            }
            rounds.add(look.buckets());
        }
        String shown = Evidence.shown(rounds);
        if (rounds.stream().allMatch(Sight.There.class::isInstance)) {
            checks.add(GuardCheck.C11.seen(Status.PASS, shown));
            return trusted;
        }
        boolean silent =
                rounds.stream().allMatch(sight -> sight instanceof Sight.There || sight instanceof Sight.Silent);
        checks.add(GuardCheck.C11.seen(silent ? Status.UNKNOWN : Status.FAIL, shown));
        return silent
                ? new GuardOutcome.Unreachable(
                        "timeout",
                        "The store fell silent after the write proof: " + shown + ".",
                        "run this again when it answers")
                : new GuardOutcome.Red(
                        RedReason.CHANGED_BY_WRITE,
                        "The list of buckets changed after one small write and delete: " + shown + ".",
                        "apply nothing; this is how the lost bucket index began before. Keep the store's logs");
    }

    private static Check lockCheck(LockState lock, StateLocation.S3 location) {
        String unlocked = location.lockfile() ? "" : "; use_lockfile is off, so nothing keeps two runs apart";
        return switch (lock) {
            case LockState.Free _ ->
                GuardCheck.C9.told(unlocked.isEmpty() ? Status.PASS : Status.WARN, "free" + unlocked);
            case LockState.Held(var info) ->
                GuardCheck.C9.told(
                        Status.WARN,
                        "held by " + (info.who().isBlank() ? "somebody" : info.who())
                                + info.created().map(at -> " since " + at).orElse("") + ", lock " + info.id()
                                + unlocked);
            case LockState.HeldBySomeone(String why) -> GuardCheck.C9.told(Status.WARN, "held: " + why);
            case LockState.Unknown(String why) -> GuardCheck.C9.told(Status.UNKNOWN, why);
            case LockState.NotLooked(String why) -> GuardCheck.C9.told(Status.SKIP, why);
        };
    }

    /** What was not reached is said to be skipped. */
    static GuardResult finish(GuardOutcome outcome, LockState lock, List<Check> checks, GuardRequest request) {
        List<Check> all = new ArrayList<>();
        for (GuardCheck check : GuardCheck.values()) {
            boolean proof = check == GuardCheck.C10 || check == GuardCheck.C11;
            checks.stream()
                    .filter(done -> done.id().equals(check.name()))
                    .findFirst()
                    .ifPresentOrElse(all::add, () -> {
                        if (!proof || request.writeProof().isPresent()) {
                            String why = "not reached: an earlier check failed";
                            all.add(
                                    check == GuardCheck.C9
                                            ? check.told(Status.SKIP, why)
                                            : check.seen(Status.SKIP, why));
                        }
                    });
        }
        return new GuardResult(outcome, lock, all);
    }
}
