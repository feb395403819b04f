package dev.tinyland.gf.github.comment;

import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.report.comment.CommentSection;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The inputs {@code comment} and {@code github-token} of a tool that judges, and what they do; a picocli mixin. Whether the
 * comment could be written never changes the verdict: it is a check that is not required.
 */
public final class CommentInputs {
    private static final String ID = "CM002";
    private static final String TITLE = "the pull request carries this verdict";

    @Option(
            names = "--comment",
            paramLabel = "WHEN",
            defaultValue = "false",
            description = "true: comment on the pull request; changes-only: only where something changes or is wrong;"
                    + " false.")
    private String comment = "false";

    @Option(
            names = "--github-token-file",
            paramLabel = "FILE",
            description = "Token with pull-requests: write (0600). Default: GF_GITHUB_TOKEN.")
    private @Nullable Path tokenFile;

    private enum When {
        TRUE,
        CHANGES_ONLY,
        FALSE
    }

    /**
     * Checks the input, learns the token, and marks the comment of an earlier push as superseded. To be called before
     * anything is judged.
     */
    public void before(Run run, CommentIdentity identity) throws IOException, InterruptedException {
        Optional<Secret> token = run.secret("github-token", tokenFile);
        if (when() == When.FALSE) {
            return;
        }
        try (PullRequestComment place = PullRequestComment.of(run, token, OptionalLong.empty())) {
            if (place.supersede(identity) instanceof CommentOutcome.Posted posted) {
                run.say("comment: the verdict of an earlier push is marked as superseded "
                        + posted.page().orElse(""));
            }
        }
    }

    /**
     * Puts the comment in place and says what came of it.
     *
     * @param calm whether nothing changes and nothing is wrong: {@code changes-only} then writes only over a comment that
     *     is there
     * @return the id of the comment, or empty
     */
    public String after(Run run, CommentIdentity identity, String title, CommentSection section, boolean calm)
            throws IOException, InterruptedException {
        if (when() == When.FALSE) {
            return "";
        }
        Optional<Secret> token = run.secret("github-token", tokenFile);
        try (PullRequestComment place = PullRequestComment.of(run, token, OptionalLong.empty())) {
            CommentOutcome outcome = when() == When.CHANGES_ONLY && calm
                    ? place.replace(identity, title, List.of(section))
                    : place.post(identity, title, List.of(section));
            Status status = switch (outcome) {
                case CommentOutcome.Posted _, CommentOutcome.Unchanged _ -> Status.PASS;
                case CommentOutcome.NotPosted _ -> Status.SKIP;
                case CommentOutcome.Unreachable _ -> Status.UNKNOWN;
            };
            run.check(Check.optional(ID, TITLE, status, "", outcome.text()));
            run.say("comment: " + outcome.text() + " (" + place.calls() + " API calls)");
            return outcome.id();
        }
    }

    private When when() {
        return switch (comment.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> When.TRUE;
            case "changes-only" -> When.CHANGES_ONLY;
            case "false", "" -> When.FALSE;
            default -> throw new InputException("comment", "comment is none of true, changes-only, false");
        };
    }
}
