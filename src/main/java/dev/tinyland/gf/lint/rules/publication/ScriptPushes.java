package dev.tinyland.gf.lint.rules.publication;

import dev.tinyland.gf.expression.Truth;
import dev.tinyland.gf.lint.PathClass;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.pipeline.PipelineJobs;
import dev.tinyland.gf.lint.pipeline.PipelineRun;
import dev.tinyland.gf.lint.publication.PushCommands;
import dev.tinyland.gf.lint.publication.PushVerdict;
import dev.tinyland.gf.lint.publication.TokenGuards;
import dev.tinyland.gf.shell.Guard;
import dev.tinyland.gf.yaml.YamlResult;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds pushes in pipelines of GitLab CI, recipes and scripts. A pipeline's own rules say which runs reach a command; a
 * recipe or a script runs wherever somebody starts it, so that only its own tests can hold it back.
 */
final class ScriptPushes {
    private static final String OTHER_BRANCH = "topic";

    private ScriptPushes() {}

    /** Whether files of this kind have such pushes. */
    static boolean areIn(Surface surface) {
        return switch (surface) {
            case WORKFLOW, ACTION, DOCUMENT, ENVIRONMENT, NIX, BAZELRC, JSON -> false;
            case GITLAB_CI, CONFIGURATION, HCL, JUSTFILE, SHELL -> true;
        };
    }

    static Optional<ScriptPush> of(CommandSite site, RuleContext context) {
        return switch (context.surface()) {
            case WORKFLOW, ACTION, DOCUMENT, ENVIRONMENT, NIX, BAZELRC, JSON -> Optional.empty();
            case GITLAB_CI -> publication(site, context).flatMap(what -> pipeline(what, site, context));
            case CONFIGURATION, HCL, JUSTFILE, SHELL ->
                publication(site, context).flatMap(what -> script(what, site, context));
        };
    }

    private static Optional<String> publication(CommandSite site, RuleContext context) {
        return PushCommands.publication(site.command(), context.contract().attic())
                .filter(what -> !site.isGuardText(site.span()))
                .filter(what -> context.pathClass() != PathClass.LEGACY);
    }

    private static Optional<ScriptPush> pipeline(String what, CommandSite site, RuleContext context) {
        Optional<YamlResult> file = context.project().yaml(context.file().path());
        if (file.isEmpty() || !(file.get() instanceof YamlResult.Parsed parsed)) {
            return Optional.empty();
        }
        PipelineJobs jobs = new PipelineJobs(parsed);
        String job =
                site.passage().path().isEmpty() ? "" : site.passage().path().getFirst();
        String branch = context.defaultBranch();
        String token = context.contract().attic().tokenVariable();
        boolean guarded = site.command().guards().stream().anyMatch(guard -> TokenGuards.asksFor(guard, token));
        boolean asked = site.command().guards().stream().anyMatch(guard -> asksForBranch(guard, branch));
        Optional<ScriptPush> perhaps = Optional.empty();
        List<PipelineRun> runs = List.of(
                PipelineRun.mergeRequest(branch, token),
                PipelineRun.branch(OTHER_BRANCH, branch, token, true),
                PipelineRun.tag("v1", branch, token),
                PipelineRun.branch(branch, branch, token, false));
        for (PipelineRun run : runs) {
            boolean withoutToken = run.ref().equals(branch);
            Truth truth = withoutToken && guarded ? Truth.FALSE : jobs.runs(job, run);
            if (asked && !withoutToken) {
                // The script's own test may hold; its text is not evaluated.
                truth = truth.and(Truth.UNKNOWN);
            }
            ScriptPush push = new ScriptPush(what, kind(run, withoutToken), truth, Optional.of(run.witness()));
            if (truth == Truth.TRUE) {
                return Optional.of(push);
            }
            if (truth == Truth.UNKNOWN && perhaps.isEmpty()) {
                perhaps = Optional.of(push);
            }
        }
        return perhaps;
    }

    private static PushVerdict.Kind kind(PipelineRun run, boolean withoutToken) {
        if (withoutToken) {
            return PushVerdict.Kind.WITHOUT_TOKEN;
        }
        return run.kind() == PipelineRun.Kind.MERGE_REQUEST
                ? PushVerdict.Kind.ON_PULL_REQUEST
                : PushVerdict.Kind.OFF_DEFAULT_BRANCH;
    }

    private static Optional<ScriptPush> script(String what, CommandSite site, RuleContext context) {
        List<Guard> guards = site.command().guards();
        String token = context.contract().attic().tokenVariable();
        if (guards.stream().noneMatch(guard -> asksForBranch(guard, context.defaultBranch()))) {
            return Optional.of(
                    new ScriptPush(what, PushVerdict.Kind.OFF_DEFAULT_BRANCH, Truth.UNKNOWN, Optional.empty()));
        }
        return guards.stream().anyMatch(guard -> TokenGuards.asksFor(guard, token))
                ? Optional.empty()
                : Optional.of(new ScriptPush(what, PushVerdict.Kind.WITHOUT_TOKEN, Truth.UNKNOWN, Optional.empty()));
    }

    /** A comparison of something with the default branch that must hold. */
    private static boolean asksForBranch(Guard guard, String branch) {
        String text = guard.text();
        boolean named = Pattern.compile("(?<![\\w-])" + Pattern.quote(branch) + "(?![\\w-])")
                        .matcher(text)
                        .find()
                || text.contains("CI_DEFAULT_BRANCH");
        boolean negated = text.contains("!=");
        return named
                && switch (guard.outcome()) {
                    case HOLDS -> text.contains("=") && !negated && !text.contains("||");
                    case FAILS -> negated;
                    case MATCHES -> false;
                };
    }
}
