package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.text.Sha256;
import dev.tinyland.gf.tofu.plan.PlanMeta;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Whether a plan file is the plan that was reviewed, and may still be applied. All checks are made; the first refuses. */
final class ReviewedPlan {
    private final Run run;
    private final ApplyOptions options;
    private Optional<String> refusal = Optional.empty();

    ReviewedPlan(Run run, ApplyOptions options) {
        this.run = run;
        this.options = options;
    }

    /** The reason it is refused, empty where it is not. */
    Optional<String> refused(String stack, Path planFile, PlanMeta meta, Path stackFolder) throws IOException {
        String phrase = "apply-" + stack;
        String given = options.confirm().orElse("");
        check(
                "TA-CONFIRM",
                "the apply is confirmed",
                given.equals(phrase),
                "confirm: " + phrase,
                given.isEmpty() ? "confirm is not given" : given.equals(phrase) ? phrase : "confirm is another phrase",
                "to apply this plan, give confirm: " + phrase);
        check(
                "TA-STACK",
                "the plan is of this stack",
                meta.stack().equals(stack),
                stack,
                meta.stack().isEmpty() ? "plan.meta.json names no stack" : meta.stack(),
                "give the plan-file and plan-meta of tofu-plan for " + stack);
        String digest = Sha256.hex(Files.readAllBytes(planFile));
        String reviewed = meta.planDigest().orElse("");
        check(
                "TA-DIGEST",
                "the plan file is the one that was reviewed",
                reviewed.equals(digest),
                reviewed.isEmpty() ? "a digest in plan.meta.json" : "SHA-256 " + reviewed.substring(0, 12) + "…",
                "SHA-256 " + digest.substring(0, 12) + "…",
                "take plan-file and plan-meta from one run of tofu-plan");
        checkCommit(meta);
        checkAge(meta);
        checkErrored(stackFolder);
        return refusal;
    }

    private void checkCommit(PlanMeta meta) throws IOException {
        String planned = meta.origin().headSha();
        String expected =
                options.expectedSha().orElse(PlanConclusion.origin(run.host()).headSha());
        String next = "plan this commit, and apply that plan";
        if (planned.isEmpty() && expected.isEmpty()) {
            run.check(Check.required(
                    "TA-COMMIT",
                    "the plan is of the reviewed commit",
                    Status.WARN,
                    "",
                    "neither the plan nor this run knows a commit: made by hand"));
            return;
        }
        check(
                "TA-COMMIT",
                "the plan is of the reviewed commit",
                planned.equals(expected),
                expected.isEmpty() ? "expect-head-sha" : expected,
                planned.isEmpty() ? "the plan names no commit" : planned,
                expected.isEmpty() ? "give expect-head-sha: " + planned : next);
    }

    private void checkAge(PlanMeta meta) throws IOException {
        Instant now = run.host().clock().instant();
        Optional<Instant> end = meta.created().map(created -> created.plus(options.maximumAge()));
        boolean fresh = end.filter(now::isBefore).isPresent()
                && meta.created()
                        .filter(created -> !created.isAfter(now.plusSeconds(300)))
                        .isPresent();
        check(
                "TA-AGE",
                "the plan is fresh",
                fresh,
                "at most " + options.maximumAge().toHours() + " hours old",
                meta.created().map(created -> "made " + created).orElse("nobody says when it was made"),
                "plan again; what was live then may not be live now");
    }

    private void checkErrored(Path stackFolder) throws IOException {
        Path errored = stackFolder.resolve(Custody.ERRORED);
        check(
                "TA-ERRORED",
                "no earlier apply waits to be saved",
                !Files.exists(errored),
                "no " + Custody.ERRORED,
                Files.exists(errored) ? errored.toString() : "",
                "it is the only copy of what an apply did; run: gf tofu-state-push --errored-state " + errored);
    }

    private void check(String id, String title, boolean good, String expected, String observed, String next)
            throws IOException {
        run.check(Check.required(id, title, good ? Status.PASS : Status.FAIL, expected, observed));
        if (!good) {
            run.next(id + ": " + next);
            refusal = refusal.or(() -> Optional.of(id));
        }
    }
}
