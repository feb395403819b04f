package dev.tinyland.gf.comment.command;

import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Inputs;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.actions.ToolCommand;
import dev.tinyland.gf.comment.CommentVerdict;
import dev.tinyland.gf.comment.ReportFiles;
import dev.tinyland.gf.github.comment.CommentIdentity;
import dev.tinyland.gf.github.comment.CommentOutcome;
import dev.tinyland.gf.github.comment.PullRequestComment;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Report;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.report.comment.CommentSection;
import dev.tinyland.gf.report.comment.ReportSection;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gf comment}: the reports of several tools in one comment of the pull request. */
@Command(
        name = "comment",
        description = "Puts the reports of several tools into the pull request's one comment, what blocks first.",
        footer = {
            "",
            "Examples:",
            "  gf comment --reports \"$RUNNER_TEMP/plan,$RUNNER_TEMP/arc\"",
            "  gf comment --supersede",
            "  GF_GITHUB_TOKEN=\"$(gh auth token)\" GITHUB_REPOSITORY=tinyland/infra"
                    + " GITHUB_API_URL=https://api.github.com gf comment --reports report.json --pull-request 412"
        })
public final class CommentCommand extends ToolCommand {
    private static final String TOOL = "comment";
    private static final String TITLE = "gf-actions";

    @Option(
            names = "--reports",
            paramLabel = "LIST",
            description = "Report folders or report.json files, comma- or newline-separated.")
    private @Nullable String reports;

    @Option(
            names = "--pull-request",
            paramLabel = "NUMBER",
            description = "The pull request. Default: the one the event is about.")
    private @Nullable String pullRequest;

    @Option(
            names = "--github-token-file",
            paramLabel = "FILE",
            description = "Token with pull-requests: write (0600). Default: GF_GITHUB_TOKEN.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--supersede",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            description = "Judge nothing: mark the comment of an earlier push as superseded. To be run before judging.")
    private boolean supersede;

    public CommentCommand(Host host) {
        super(host, TOOL, CommentVerdict.values());
    }

    @Override
    protected Conclusion judge(Run run) throws IOException, InterruptedException {
        Secret token = run.secret("github-token", tokenFile)
                .filter(secret -> !secret.isBlank())
                .orElseThrow(() -> new InputException(
                        "github-token", "github-token is required; in a workflow pass ${{ github.token }}"));
        if (supersede && !Inputs.list(reports).isEmpty()) {
            throw new InputException("supersede", "supersede only marks what is there; give it no reports");
        }
        List<Report> read = supersede ? List.of() : ReportFiles.read(Inputs.list(reports), run::resolve);
        try (PullRequestComment comment = PullRequestComment.of(run, Optional.of(token), number())) {
            long number = comment.number()
                    .orElseThrow(() -> new InputException(
                            "pull-request",
                            "pull-request is required: the event of this run is about none. Give the number, or run"
                                    + " this step only where github.event_name is pull_request"));
            run.subject("pull request " + number);
            run.check(Check.required(
                    "CM001",
                    supersede ? "the pull request is known" : "every report can be read",
                    Status.PASS,
                    "",
                    supersede ? "number " + number : read.size() + " of " + read.size()));
            CommentOutcome outcome = supersede
                    ? comment.supersede(CommentIdentity.ofPullRequest())
                    : comment.post(CommentIdentity.ofPullRequest(), TITLE, sections(run, read));
            run.output("comment-id", outcome.id());
            run.say("comment: " + outcome.text() + " (" + comment.calls() + " API calls)");
            return conclusion(run, outcome);
        }
    }

    private static List<CommentSection> sections(Run run, List<Report> reports) {
        return reports.stream()
                .map(report -> ReportSection.of(report, run.redactor()))
                .toList();
    }

    private static Conclusion conclusion(Run run, CommentOutcome outcome) throws IOException {
        String id = "CM002";
        String title = "the comment is in place";
        return switch (outcome) {
            case CommentOutcome.Posted _ -> {
                run.check(Check.required(id, title, Status.PASS, "", outcome.text()));
                yield Conclusion.of(CommentVerdict.POSTED);
            }
            case CommentOutcome.Unchanged _ -> {
                run.check(Check.required(id, title, Status.PASS, "", outcome.text()));
                yield Conclusion.of(CommentVerdict.UNCHANGED);
            }
            case CommentOutcome.NotPosted _ -> {
                run.check(Check.optional(id, title, Status.WARN, "", outcome.text()));
                run.report()
                        .folder()
                        .ifPresent(folder -> run.next("upload " + folder
                                + " as an artifact: raw/comment.md in it is the text of the comment"));
                yield Conclusion.of(CommentVerdict.NOT_POSTED);
            }
            case CommentOutcome.Unreachable(String reason, String _) -> {
                run.check(Check.required(id, title, Status.UNKNOWN, "an answer of GitHub's API", outcome.text()));
                yield new Conclusion(CommentVerdict.UNREACHABLE, reason);
            }
        };
    }

    private OptionalLong number() {
        if (pullRequest == null || pullRequest.isBlank()) {
            return OptionalLong.empty();
        }
        if (!pullRequest.strip().matches("[1-9]\\d{0,8}")) {
            throw new InputException("pull-request", "pull-request is not the number of a pull request");
        }
        return OptionalLong.of(Long.parseLong(pullRequest.strip()));
    }
}
