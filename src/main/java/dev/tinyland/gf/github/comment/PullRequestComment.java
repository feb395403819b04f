package dev.tinyland.gf.github.comment;

import dev.tinyland.gf.actions.EventPayload;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.Pause;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.github.Failure;
import dev.tinyland.gf.github.GitHubClient;
import dev.tinyland.gf.github.GitHubSettings;
import dev.tinyland.gf.github.Outcome;
import dev.tinyland.gf.github.PullRequest;
import dev.tinyland.gf.report.comment.CommentFrame;
import dev.tinyland.gf.report.comment.CommentRenderer;
import dev.tinyland.gf.report.comment.CommentSection;
import dev.tinyland.gf.report.comment.RenderedComment;
import dev.tinyland.gf.secret.RedactionFailedException;
import dev.tinyland.gf.secret.Redactor;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a tool uses to comment on the pull request its run is about. The text always goes to the report folder too
 * ({@code raw/comment.md}), so that a run which may not write a comment leaves it for others.
 *
 * <p>Nothing is contacted before the first call, and nothing at all where the run is known to be unable to write.
 */
public final class PullRequestComment implements AutoCloseable {
    /** Events whose token can only read when the head is another repository's. */
    private static final Set<String> READ_ONLY_FOR_FORKS =
            Set.of("pull_request", "pull_request_review", "pull_request_review_comment");

    private final Run run;
    private final Optional<EventPayload> event;
    private final Optional<Secret> token;
    private final OptionalLong number;
    private final Pause pause;
    private @Nullable GitHubClient client;

    private PullRequestComment(
            Run run, Optional<EventPayload> event, Optional<Secret> token, OptionalLong number, Pause pause) {
        this.run = run;
        this.event = event;
        this.token = token;
        this.number = number;
        this.pause = pause;
    }

    /**
     * Prepares.
     *
     * @param token of the input {@code github-token}
     * @param number of the pull request where the caller named one; else the event's
     */
    public static PullRequestComment of(Run run, Optional<Secret> token, OptionalLong number) throws IOException {
        return of(run, token, number, Pause.real());
    }

    static PullRequestComment of(Run run, Optional<Secret> token, OptionalLong number, Pause pause) throws IOException {
        Optional<EventPayload> event = EventPayload.of(run.host());
        OptionalLong named = number.isPresent()
                ? number
                : event.map(EventPayload::pullRequest).orElse(OptionalLong.empty());
        return new PullRequestComment(run, event, token.filter(secret -> !secret.isBlank()), named, pause);
    }

    /** The pull request, where there is one. */
    public OptionalLong number() {
        return number;
    }

    /** The commit that is judged: the head of the pull request, not the merge that was checked out. */
    public String headSha() {
        return judged().or(() -> run.host().variable("GITHUB_SHA"))
                .filter(PullRequestComment::isCommit)
                .orElse("");
    }

    /**
     * The head that this run is about, by its event. A {@code workflow_run} runs on the default branch, about the head of
     * the run it follows: nothing may be posted to a pull request with another head, whatever number it was given.
     */
    private Optional<String> judged() {
        return event.flatMap(payload -> payload.headSha()
                        .or(() -> Optional.of(payload.payload()
                                        .path("workflow_run")
                                        .path("head_sha")
                                        .asText())
                                .filter(PullRequestComment::isCommit)))
                .map(sha -> sha.toLowerCase(Locale.ROOT));
    }

    private static boolean isCommit(String sha) {
        return sha.matches("[0-9a-fA-F]{40,64}");
    }

    /** Marks the verdict of an earlier push as superseded. To be called before judging. */
    public CommentOutcome supersede(CommentIdentity identity) throws InterruptedException {
        Optional<CommentOutcome> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        String link = link().map(address -> "[this run](" + address.toASCIIString() + ")")
                .orElse("");
        return switch (current()) {
            case Current.Not(CommentOutcome outcome) -> outcome;
            case Current.Head(String sha) -> sticky(identity).supersede(sha, link);
        };
    }

    /**
     * Puts the comment in place.
     *
     * @throws RedactionFailedException when the redactor cannot vouch for the text; then nothing is published
     */
    public CommentOutcome post(CommentIdentity identity, String title, List<CommentSection> sections)
            throws IOException, InterruptedException {
        return post(identity, title, sections, true);
    }

    /** The same, but only where a comment is there already. */
    public CommentOutcome replace(CommentIdentity identity, String title, List<CommentSection> sections)
            throws IOException, InterruptedException {
        return post(identity, title, sections, false);
    }

    private CommentOutcome post(CommentIdentity identity, String title, List<CommentSection> sections, boolean begin)
            throws IOException, InterruptedException {
        RenderedComment comment = redacted(new CommentRenderer()
                .render(
                        new CommentFrame(
                                title,
                                headSha(),
                                link(),
                                run.host()
                                        .variable("GITHUB_TRIGGERING_ACTOR")
                                        .or(() -> run.host().variable("GITHUB_ACTOR"))
                                        .orElse(""),
                                run.host().clock().instant()),
                        sections));
        run.report().raw("comment.md", String.join("\n\n", comment.parts()) + "\n");
        Optional<CommentOutcome> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        return switch (current()) {
            case Current.Not(CommentOutcome outcome) -> outcome;
            case Current.Head _ -> sticky(identity).post(comment, begin);
        };
    }

    private RenderedComment redacted(RenderedComment comment) {
        Redactor redactor = run.redactor();
        List<String> parts = comment.parts().stream().map(redactor::redact).toList();
        if (parts.stream().anyMatch(redactor::finds)) {
            throw new RedactionFailedException("a secret remains in the comment");
        }
        return new RenderedComment(parts, comment.digest(), comment.headSha(), comment.leftOut());
    }

    private Optional<CommentOutcome> obstacle() {
        if (number.isEmpty()) {
            return Optional.of(new CommentOutcome.NotPosted("this run belongs to no pull request"));
        }
        if (token.isEmpty()) {
            return Optional.of(new CommentOutcome.NotPosted("no github-token was given"));
        }
        boolean fork = event.filter(payload -> payload.fromFork() && READ_ONLY_FOR_FORKS.contains(payload.name()))
                .isPresent();
        return fork
                ? Optional.of(new CommentOutcome.NotPosted(
                        "the pull request comes from a fork, and the token of such a run can only read"))
                : Optional.empty();
    }

    /** Whether this run is about the pull request as it is now. */
    private sealed interface Current {
        record Head(String sha) implements Current {}

        record Not(CommentOutcome outcome) implements Current {}
    }

    /** A run about a commit that is no longer the head must not write over the verdict about the one that is. */
    private Current current() throws InterruptedException {
        Optional<String> judged = judged();
        return switch (client().pullRequests().get(number.orElseThrow())) {
            case Outcome.Failed<PullRequest>(Failure failure) -> new Current.Not(StickyComment.refused(failure));
            case Outcome.Ok<PullRequest>(PullRequest pull)
            when judged.isPresent() && !judged.get().equalsIgnoreCase(pull.headSha()) ->
                new Current.Not(new CommentOutcome.NotPosted("commit " + shortened(judged.get())
                        + " is not the head of the pull request (any more); the run for " + shortened(pull.headSha())
                        + " writes the comment"));
            case Outcome.Ok<PullRequest>(PullRequest pull) -> new Current.Head(pull.headSha());
        };
    }

    private StickyComment sticky(CommentIdentity identity) {
        return new StickyComment(client().comments(), settings().repository(), number.orElseThrow(), identity);
    }

    private GitHubClient client() {
        if (client == null) {
            client = new GitHubClient(settings(), pause, run::say);
        }
        return client;
    }

    private GitHubSettings settings() {
        return GitHubSettings.of(run.host(), token.orElseThrow());
    }

    /** How many requests this run sent, for its budget is shared by the whole repository. */
    public int calls() {
        return client == null ? 0 : client.calls();
    }

    private Optional<URI> link() {
        Host host = run.host();
        Optional<String> server = host.variable("GITHUB_SERVER_URL").filter(text -> text.matches("https?://[\\w.:-]+"));
        Optional<String> repository =
                host.variable("GITHUB_REPOSITORY").filter(text -> text.matches("[\\w.-]+/[\\w.-]+"));
        Optional<String> id = host.variable("GITHUB_RUN_ID").filter(text -> text.matches("\\d+"));
        if (server.isEmpty() || repository.isEmpty() || id.isEmpty()) {
            return Optional.empty();
        }
        String attempt = host.variable("GITHUB_RUN_ATTEMPT")
                .filter(text -> text.matches("\\d+"))
                .map(text -> "/attempts/" + text)
                .orElse("");
        return Optional.of(URI.create(server.get() + "/" + repository.get() + "/actions/runs/" + id.get() + attempt));
    }

    private static String shortened(String sha) {
        return sha.substring(0, Math.min(12, sha.length()));
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
