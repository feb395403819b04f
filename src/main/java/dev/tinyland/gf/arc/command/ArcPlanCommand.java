package dev.tinyland.gf.arc.command;

import dev.tinyland.gf.access.PrivateFile;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.ContractFiles;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Inputs;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.actions.ToolCommand;
import dev.tinyland.gf.arc.plan.PlannedRelease;
import dev.tinyland.gf.arc.plan.RunnerPlan;
import dev.tinyland.gf.arc.plan.RunnerPlanReader;
import dev.tinyland.gf.arc.rule.Acceptance;
import dev.tinyland.gf.arc.rule.ArcPlanVerdict;
import dev.tinyland.gf.arc.rule.PlanContext;
import dev.tinyland.gf.arc.rule.PlanJudgement;
import dev.tinyland.gf.arc.upstream.KnownIssues;
import dev.tinyland.gf.arc.upstream.RunnerReleases;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.github.comment.CommentIdentity;
import dev.tinyland.gf.github.comment.CommentInputs;
import dev.tinyland.gf.helm.HelmRelease;
import dev.tinyland.gf.helm.PathChange;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.Finding;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.report.Verdict;
import dev.tinyland.gf.report.comment.CommentBlock;
import dev.tinyland.gf.report.comment.CommentSection;
import dev.tinyland.gf.report.comment.Priority;
import dev.tinyland.gf.report.comment.ReportSection;
import dev.tinyland.gf.tofu.plan.PlanCounts;
import dev.tinyland.gf.tofu.plan.PlanDocument;
import dev.tinyland.gf.tofu.plan.PlanMeta;
import dev.tinyland.gf.tofu.plan.PlanReader;
import dev.tinyland.gf.tofu.plan.PlanScope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gf arc-plan}: judges a plan of the runner stack lane by lane. */
@Command(
        name = "arc-plan",
        description = "Judges a plan of the runner stack lane by lane.",
        footer = {
            "",
            "Examples:",
            "  tofu show -json plan.tfplan > plan.json",
            "  gf arc-plan --plan-json plan.json",
            "  gf arc-plan --plan-json plan.json --accept 'AP02:gh-docker=rollback of #412'"
        })
public final class ArcPlanCommand extends ToolCommand {
    private static final String TOOL = "arc-plan";

    /** When a rule of level REVIEW fails the run. */
    enum FailOn {
        BLOCK,
        REVIEW
    }

    /** REVIEW where the caller asked that it fail. */
    private record FailingReview() implements Verdict {
        @Override
        public String name() {
            return ArcPlanVerdict.REVIEW.name();
        }

        @Override
        public ExitCode exitCode() {
            return ExitCode.BAD;
        }

        @Override
        public String when() {
            return ArcPlanVerdict.REVIEW.when();
        }
    }

    @Option(names = "--plan-json", required = true, paramLabel = "FILE", description = "Output of `tofu show -json`.")
    @Nullable
    private Path planJson;

    @Option(
            names = "--plan-meta",
            paramLabel = "FILE",
            description = "plan.meta.json of tofu-plan: refresh, targets, digests.")
    @Nullable
    private Path planMeta;

    @Option(names = "--controller-version", paramLabel = "X.Y.Z", description = "Version of the live controller.")
    @Nullable
    private String controllerVersion;

    @Option(
            names = "--runner-version",
            paramLabel = "X.Y.Z",
            description = "Version of the runner in the lanes' images.")
    @Nullable
    private String runnerVersion;

    @Option(names = "--max-total-runners", paramLabel = "N", description = "Most runners over all lanes.")
    @Nullable
    private Long maximumTotalRunners;

    @Option(
            names = "--expect",
            paramLabel = "LIST",
            description = "Addresses or lanes that may change; others are findings.")
    @Nullable
    private String expect;

    @Option(names = "--strict", description = "Doubt about the plan's extent, and changes outside --expect, block.")
    private boolean strict;

    @Option(names = "--allow-greenfield", description = "An empty state is meant: everything may be created.")
    private boolean allowGreenfield;

    @Option(names = "--allow-destroy", paramLabel = "LIST", description = "Addresses that may be destroyed.")
    @Nullable
    private String allowDestroy;

    @Option(
            names = "--accept",
            paramLabel = "RULE:SUBJECT=REASON",
            description = "Findings you take upon yourself, one a line; the reason is printed.")
    @Nullable
    private String accept;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "BLOCK",
            description = "${COMPLETION-CANDIDATES}. Default: BLOCK.")
    private FailOn failOn = FailOn.BLOCK;

    @Mixin
    private CommentInputs comments = new CommentInputs();

    public ArcPlanCommand(Host host) {
        super(host, TOOL, ArcPlanVerdict.values());
    }

    @Override
    protected Conclusion judge(Run run) throws IOException, InterruptedException {
        Contract contract = ContractFiles.contract(run.contract());
        List<Acceptance> acceptances = acceptances();
        byte[] bytes = bytes(run, "plan-json", planJson);
        String digest = PrivateFile.digest(bytes);
        run.subject("plan " + digest.substring(0, 12));
        run.output("plan-sha256", digest);
        PlanScope scope = scope(run, digest);
        run.output(ReportSection.SCOPE, scope.text());
        CommentIdentity identity =
                CommentIdentity.ofSubject(TOOL, contract.cluster().context());
        comments.before(run, identity);
        List<CommentBlock> lanes = new ArrayList<>();
        Conclusion conclusion = switch (new PlanReader().read(bytes)) {
            case PlanDocument.Unreadable(String problem, String next) -> {
                run.check(Check.required("AP04", "the plan can be read", Status.FAIL, "a plan of format 1.x", problem));
                run.next(next);
                yield new Conclusion(ArcPlanVerdict.UNREADABLE, "unreadable");
            }
            case PlanDocument.Plan(var plan) ->
                judge(
                        run,
                        new RunnerPlanReader(contract).read(plan),
                        context(run, contract, scope),
                        acceptances,
                        lanes);
        };
        CommentSection section = ReportSection.withoutTables(
                run.report().soFar(conclusion.verdict(), conclusion.failureReason()), run.redactor());
        boolean calm = conclusion.verdict() == ArcPlanVerdict.NO_CHANGES;
        comments.after(run, identity, TOOL, section.withFirst(lanes), calm);
        return conclusion;
    }

    /** Judges, and leaves the lane table for the comment in {@code lanes}. */
    private Conclusion judge(
            Run run, RunnerPlan plan, PlanContext context, List<Acceptance> acceptances, List<CommentBlock> lanes)
            throws IOException {
        PlanJudgement judgement = PlanJudgement.of(plan, context, acceptances);
        for (Check check : judgement.checks()) {
            run.check(check);
        }
        for (Finding finding : judgement.findings()) {
            run.finding(finding);
        }
        ArcPlanVerdict verdict = ArcPlanVerdict.of(plan, judgement);
        LaneTable table = new LaneTable(plan, context.contract());
        PlanCounts counts = PlanCounts.of(plan.plan());
        String footer = counts.adds() + " to add, " + counts.changes() + " to change, " + counts.destroys()
                + " to destroy (" + counts.replaces() + " of them replaced); runners in all: " + table.total() + "; "
                + context.scope().text();
        run.report()
                .section(
                        table.markdown() + "\n" + footer + "\n\nA green verdict says that no rule objects to this plan."
                                + " It does not say that a job runs: that is the canary's to say.");
        IssueSection issues = new IssueSection(plan, KnownIssues.builtIn());
        issues.markdown().ifPresent(run.report()::section);
        if (!run.host().inActions()) {
            table.text().forEach(run::say);
            run.say(footer);
            issues.text().forEach(run::say);
            run.say("");
        }
        CommentBlock.whole(Priority.DETAIL, table.markdown()).ifPresent(lanes::add);
        outputs(run, plan, table, counts, verdict);
        run.output(
                ReportSection.ACCEPTED,
                acceptances.stream()
                        .filter(each -> !judgement.unusedAcceptances().contains(each))
                        .map(each -> each.rule() + ":" + each.subject() + "=" + each.reason())
                        .collect(Collectors.joining("\n")));
        judgement
                .unusedAcceptances()
                .forEach(unused -> run.next(
                        "take " + unused.rule() + ":" + unused.subject() + " out of accept: no finding answers to it"));
        boolean failing = verdict == ArcPlanVerdict.REVIEW && failOn == FailOn.REVIEW;
        return failing
                ? new Conclusion(new FailingReview(), "review")
                : new Conclusion(verdict, reason(verdict, judgement));
    }

    private static String reason(ArcPlanVerdict verdict, PlanJudgement judgement) {
        return switch (verdict) {
            case BLOCK -> judgement.findings().getFirst().id();
            case UNKNOWN ->
                judgement.checks().stream()
                        .filter(check -> check.status() == Status.UNKNOWN && check.required())
                        .findFirst()
                        .map(Check::id)
                        .orElse("");
            case UNREADABLE, REVIEW, CLEAN, NO_CHANGES -> "";
        };
    }

    private static void outputs(Run run, RunnerPlan plan, LaneTable table, PlanCounts counts, ArcPlanVerdict verdict) {
        run.output("adds", Integer.toString(counts.adds()));
        run.output("changes", Integer.toString(counts.changes()));
        run.output("destroys", Integer.toString(counts.destroys()));
        run.output("replaces", Integer.toString(counts.replaces()));
        run.output("lanes", table.json());
        run.output("changed-lanes", joined(plan, PlannedRelease::isChanged));
        run.output("new-lanes", joined(plan, PlannedRelease::isNew));
        run.output("chart-from", versions(plan.lanes(), PlannedRelease::before));
        run.output("chart-to", versions(plan.lanes(), PlannedRelease::after));
        run.output("canary-lanes", verdict == ArcPlanVerdict.BLOCK ? "[]" : canaryLanes(plan));
    }

    private static String joined(RunnerPlan plan, Predicate<PlannedRelease> wanted) {
        return plan.lanes().stream().filter(wanted).map(PlannedRelease::label).collect(Collectors.joining(","));
    }

    private static String versions(List<PlannedRelease> lanes, Function<PlannedRelease, Optional<HelmRelease>> side) {
        return lanes.stream()
                .flatMap(lane -> side.apply(lane).flatMap(HelmRelease::version).stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** Lanes that are new or whose template, chart, group or mode changed; every lane when the controller changed. */
    private static String canaryLanes(RunnerPlan plan) {
        boolean controller = plan.controllers().stream()
                .anyMatch(release ->
                        release.action().changes() && !release.values().isEmpty() || versionChanged(release));
        return plan.lanes().stream()
                .filter(lane -> lane.after().isPresent())
                .filter(lane -> controller || lane.isNew() || needsCanary(lane))
                .map(lane -> '"' + lane.label() + '"')
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static boolean needsCanary(PlannedRelease lane) {
        return lane.isChanged()
                && (versionChanged(lane) || lane.values().stream().anyMatch(ArcPlanCommand::reachesJobs));
    }

    private static boolean reachesJobs(PathChange change) {
        return change.isUnder("template")
                || change.isUnder("runnerGroup")
                || change.isUnder("containerMode")
                || change.isUnder("runnerScaleSetName");
    }

    private static boolean versionChanged(PlannedRelease release) {
        return release.isChanged()
                && !release.before()
                        .flatMap(HelmRelease::version)
                        .equals(release.after().flatMap(HelmRelease::version));
    }

    private PlanContext context(Run run, Contract contract, PlanScope scope) {
        return new PlanContext(
                contract,
                scope,
                RunnerReleases.builtIn(),
                LocalDate.ofInstant(run.host().clock().instant(), ZoneOffset.UTC),
                Optional.ofNullable(controllerVersion).filter(text -> !text.isBlank()),
                Optional.ofNullable(runnerVersion).filter(text -> !text.isBlank()),
                maximumTotalRunners == null ? OptionalLong.empty() : OptionalLong.of(maximumTotalRunners),
                Inputs.list(expect),
                strict,
                allowGreenfield,
                Set.copyOf(Inputs.list(allowDestroy)));
    }

    private PlanScope scope(Run run, String digest) {
        if (planMeta == null) {
            return PlanScope.unknown();
        }
        PlanMeta meta = PlanMeta.read(bytes(run, "plan-meta", planMeta))
                .orElseThrow(() -> new InputException(
                        "plan-meta", "plan-meta is no JSON; give the plan.meta.json that tofu-plan wrote"));
        if (meta.jsonDigest().filter(given -> !given.equals(digest)).isPresent()) {
            throw new InputException(
                    "plan-meta", "plan-meta was written for another plan: its digest is not the one of plan-json");
        }
        meta.created().ifPresent(created -> run.output(ReportSection.PLAN_CREATED, created.toString()));
        return meta.scope();
    }

    private List<Acceptance> acceptances() {
        List<Acceptance> acceptances = new ArrayList<>();
        if (accept != null) {
            for (String line : accept.lines().filter(text -> !text.isBlank()).toList()) {
                acceptances.add(Acceptance.parse(line)
                        .orElseThrow(() -> new InputException(
                                "accept",
                                "accept is not of the form RULE:SUBJECT=REASON, such as"
                                        + " AP02:gh-docker=rollback of #412")));
            }
        }
        return acceptances;
    }

    private static byte[] bytes(Run run, String input, @Nullable Path file) {
        if (file == null) {
            throw new InputException(input, input + " is required");
        }
        try {
            return Files.readAllBytes(run.resolve(file));
        } catch (NoSuchFileException e) {
            throw new InputException(input, input + " names no file");
        } catch (IOException e) {
            throw new InputException(
                    input, input + " cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }
}
