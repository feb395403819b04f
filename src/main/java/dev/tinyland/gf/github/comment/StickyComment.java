package dev.tinyland.gf.github.comment;

import dev.tinyland.gf.github.Failure;
import dev.tinyland.gf.github.IssueComment;
import dev.tinyland.gf.github.IssueComments;
import dev.tinyland.gf.github.Outcome;
import dev.tinyland.gf.report.comment.RenderedComment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One comment of ours on one pull request, in one or more parts. A comment is ours when our own token wrote it and its
 * first line is our marker: what others write is neither read nor touched, whatever it looks like.
 */
public final class StickyComment {
    private static final String BANNER_START = "> **Superseded.**";

    private final IssueComments comments;
    private final long number;
    private final String identity;

    /**
     * Names a comment.
     *
     * @param repository {@code owner/name}
     * @param number of the pull request
     */
    public StickyComment(IssueComments comments, String repository, long number, CommentIdentity identity) {
        this.comments = comments;
        this.number = number;
        this.identity = identity.digest(repository, number);
    }

    /** A comment of ours with what its marker says. */
    private record Part(IssueComment comment, CommentMarker marker) {}

    /** Puts the text in place: writes over the parts that are there, adds what lacks, takes away what is too much. */
    public CommentOutcome post(RenderedComment rendered) throws InterruptedException {
        return post(rendered, true);
    }

    /**
     * The same.
     *
     * @param begin whether to make the comment where there is none
     */
    public CommentOutcome post(RenderedComment rendered, boolean begin) throws InterruptedException {
        return switch (find()) {
            case Outcome.Failed<List<Part>>(Failure failure) -> refused(failure);
            case Outcome.Ok<List<Part>>(List<Part> parts) -> {
                if (says(parts, rendered)) {
                    IssueComment first = parts.getFirst().comment();
                    yield new CommentOutcome.Unchanged(first.id(), first.page());
                }
                yield parts.isEmpty() && !begin
                        ? new CommentOutcome.NotPosted("nothing changes, and there is no comment to write over")
                        : write(parts, rendered);
            }
        };
    }

    /**
     * Says at the head of the comment that is there that its verdict is about an older commit. A comment about this commit
     * stays as it is.
     *
     * @param head commit that is being judged now
     * @param run Markdown that names the run which judges, or empty
     */
    public CommentOutcome supersede(String head, String run) throws InterruptedException {
        return switch (find()) {
            case Outcome.Failed<List<Part>>(Failure failure) -> refused(failure);
            case Outcome.Ok<List<Part>>(List<Part> parts) -> {
                List<Part> old = parts.stream()
                        .filter(part -> !part.marker().head().equalsIgnoreCase(head)
                                && !part.marker().content().equals(CommentMarker.SUPERSEDED))
                        .toList();
                if (parts.isEmpty()) {
                    yield new CommentOutcome.NotPosted("there is no comment of an earlier run to mark");
                }
                IssueComment first = parts.getFirst().comment();
                for (Part part : old) {
                    Outcome<IssueComment> updated = comments.update(number, part.comment(), marked(part, head, run));
                    if (updated instanceof Outcome.Failed<IssueComment>(Failure failure)) {
                        yield refused(failure);
                    }
                }
                yield old.isEmpty()
                        ? new CommentOutcome.Unchanged(first.id(), first.page())
                        : new CommentOutcome.Posted(first.id(), first.page(), parts.size());
            }
        };
    }

    private String marked(Part part, String head, String run) {
        String from = part.marker().head().isEmpty()
                ? "an older commit"
                : "commit `" + shortened(part.marker().head()) + "`";
        String text = BANNER_START + " What follows is about " + from + "; the head is now `" + shortened(head)
                + "`, which " + (run.isEmpty() ? "is" : run + " is") + " judging. Do not decide by it.\n\n"
                + CommentMarker.textOf(part.comment().body());
        return CommentMarker.mark(
                identity,
                part.marker().part(),
                part.marker().parts(),
                part.marker().head(),
                CommentMarker.SUPERSEDED,
                text);
    }

    private Outcome<List<Part>> find() throws InterruptedException {
        Outcome<String> self = comments.self();
        if (self instanceof Outcome.Failed<String>(Failure failure)) {
            return Outcome.failed(failure);
        }
        Outcome<List<IssueComment>> all = comments.list(number);
        return self.then(login -> all.map(list -> mine(list, login)));
    }

    private List<Part> mine(List<IssueComment> all, String login) {
        List<Part> parts = new ArrayList<>();
        for (IssueComment comment : all) {
            Optional<CommentMarker> marker = CommentMarker.of(comment.body());
            if (isSelf(comment.author(), login)
                    && marker.isPresent()
                    && marker.get().identity().equals(identity)) {
                parts.add(new Part(comment, marker.get()));
            }
        }
        parts.sort(Comparator.comparingInt((Part part) -> part.marker().part())
                .thenComparingLong(part -> part.comment().id()));
        return parts;
    }

    /** GraphQL may name an app without the ending that its comments carry; no person's login can have that ending. */
    private static boolean isSelf(String author, String login) {
        return author.equals(login) || author.equals(login + "[bot]");
    }

    private static boolean says(List<Part> parts, RenderedComment rendered) {
        if (parts.size() != rendered.parts().size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.marker().part() != i + 1
                    || part.marker().parts() != parts.size()
                    || !part.marker().content().equals(rendered.digest())
                    || !part.marker().untouched(part.comment().body())) {
                return false;
            }
        }
        return true;
    }

    private CommentOutcome write(List<Part> there, RenderedComment rendered) throws InterruptedException {
        int count = rendered.parts().size();
        IssueComment first = null;
        for (int i = 0; i < count; i++) {
            String body = CommentMarker.mark(
                    identity,
                    i + 1,
                    count,
                    rendered.headSha(),
                    rendered.digest(),
                    rendered.parts().get(i));
            Outcome<IssueComment> written = i < there.size()
                    ? comments.update(number, there.get(i).comment(), body)
                    : comments.create(number, body);
            switch (written) {
                case Outcome.Failed<IssueComment>(Failure failure) -> {
                    return refused(failure);
                }
                case Outcome.Ok<IssueComment>(IssueComment comment) -> first = first == null ? comment : first;
            }
        }
        for (Part surplus : there.subList(Math.min(count, there.size()), there.size())) {
            Outcome<Boolean> gone = comments.delete(number, surplus.comment());
            if (gone instanceof Outcome.Failed<Boolean>(Failure failure) && !(failure instanceof Failure.NotFound)) {
                return refused(failure);
            }
        }
        if (first == null) {
            throw new IllegalStateException("a comment without parts");
        }
        return new CommentOutcome.Posted(first.id(), first.page(), count);
    }

    private static String shortened(String sha) {
        return sha.substring(0, Math.min(12, sha.length()));
    }

    static CommentOutcome refused(Failure failure) {
        return switch (failure) {
            case Failure.Forbidden _ ->
                new CommentOutcome.NotPosted(
                        failure.text() + "; give the job pull-requests: write where it may have it");
            case Failure.Unauthorized _ -> new CommentOutcome.Unreachable("auth", failure.text());
            case Failure.NotFound _ -> new CommentOutcome.Unreachable("not-found", failure.text());
            case Failure.RateLimited _ -> new CommentOutcome.Unreachable("rate-limited", failure.text());
            case Failure.Rejected _, Failure.Conflict _ -> new CommentOutcome.Unreachable("rejected", failure.text());
            case Failure.Unreachable _ -> new CommentOutcome.Unreachable("network", failure.text());
        };
    }
}
