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
import java.util.function.Predicate;

/**
 * One comment of ours on one pull request, in one or more parts. A comment is ours when our own token wrote it and its
 * first line is our marker: what others write is neither read nor touched, whatever it looks like.
 */
public final class StickyComment {
    private static final String SUPERSEDED = "> **Superseded.**";
    private static final String OUTDATED = "> **Outdated.**";

    private final IssueComments comments;
    private final long number;
    private final String identity;
    private final String family;

    /** Which comments of the family say something that this one makes untrue. */
    private final Predicate<CommentMarker> outdated;

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
        this.family = identity.familyDigest(repository, number);
        String stopped = CommentIdentity.stopped(identity.family()).digest(repository, number);
        // A run that stopped speaks for every comment of its family, one that got through only against such a stop.
        this.outdated =
                identity.isStopped() ? _ -> true : marker -> marker.identity().equals(stopped);
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
            case Outcome.Ok<List<Part>>(List<Part> all) -> {
                List<Part> parts = all.stream().filter(this::isOwn).toList();
                List<Part> others = all.stream()
                        .filter(part -> !isOwn(part)
                                && outdated.test(part.marker())
                                && !part.marker().content().equals(CommentMarker.OUTDATED))
                        .toList();
                if (says(parts, rendered) && others.isEmpty()) {
                    IssueComment first = parts.getFirst().comment();
                    yield new CommentOutcome.Unchanged(first.id(), first.page());
                }
                if (parts.isEmpty() && others.isEmpty() && !begin) {
                    yield new CommentOutcome.NotPosted("nothing changes, and there is no comment to write over");
                }
                CommentOutcome written = write(parts, rendered);
                yield written instanceof CommentOutcome.Posted posted
                        ? retire(others, rendered.headSha(), posted)
                        : written;
            }
        };
    }

    private boolean isOwn(Part part) {
        return part.marker().identity().equals(identity);
    }

    /**
     * Marks what other comments of the family say as outdated and folds them away. The words at their head are what counts;
     * where GitHub refuses to fold, they alone stand there.
     */
    private CommentOutcome retire(List<Part> others, String head, CommentOutcome.Posted posted)
            throws InterruptedException {
        String remark = "";
        String where =
                posted.page().map(page -> "[another comment](" + page + ")").orElse("another comment");
        for (Part part : others) {
            String banner = OUTDATED + " The latest run" + (head.isEmpty() ? "" : ", for `" + shortened(head) + "`,")
                    + " speaks in " + where + ". Do not decide by what follows.";
            Outcome<IssueComment> updated =
                    comments.update(number, part.comment(), marked(part, banner, CommentMarker.OUTDATED));
            if (updated instanceof Outcome.Failed<IssueComment>(Failure failure)) {
                return new CommentOutcome.Unreachable(
                        "older-comment",
                        posted.text() + ", and an older one that says otherwise could not be marked: "
                                + failure.text());
            }
            if (comments.minimize(part.comment()) instanceof Outcome.Failed<Boolean>(Failure failure)) {
                remark = "an older one is marked as outdated and could not be folded away: " + failure.text();
            }
        }
        return new CommentOutcome.Posted(posted.comment(), posted.page(), posted.parts(), remark);
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
                                && !part.marker().content().equals(CommentMarker.SUPERSEDED)
                                && !part.marker().content().equals(CommentMarker.OUTDATED))
                        .toList();
                if (parts.isEmpty()) {
                    yield new CommentOutcome.NotPosted("there is no comment of an earlier run to mark");
                }
                IssueComment first = parts.getFirst().comment();
                for (Part part : old) {
                    Outcome<IssueComment> updated = comments.update(
                            number,
                            part.comment(),
                            marked(part, superseded(part, head, run), CommentMarker.SUPERSEDED));
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

    private static String superseded(Part part, String head, String run) {
        String from = part.marker().head().isEmpty()
                ? "an older commit"
                : "commit `" + shortened(part.marker().head()) + "`";
        return SUPERSEDED + " What follows is about " + from + "; the head is now `" + shortened(head) + "`, which "
                + (run.isEmpty() ? "is" : run + " is") + " judging. Do not decide by it.";
    }

    /** The comment as it is under another banner, which takes the place of one that is there. */
    private static String marked(Part part, String banner, String content) {
        String text = CommentMarker.textOf(part.comment().body());
        int end = text.indexOf("\n\n");
        if ((text.startsWith(SUPERSEDED) || text.startsWith(OUTDATED)) && end > 0) {
            text = text.substring(end + 2);
        }
        CommentMarker marker = part.marker();
        return CommentMarker.mark(
                marker.identity(),
                marker.family(),
                marker.part(),
                marker.parts(),
                marker.head(),
                content,
                banner + "\n\n" + text);
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
                    && (marker.get().identity().equals(identity)
                            || (!family.isEmpty() && marker.get().family().equals(family)))) {
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

    private CommentOutcome write(List<Part> found, RenderedComment rendered) throws InterruptedException {
        int count = rendered.parts().size();
        List<Part> there = new ArrayList<>();
        List<Part> surplus = new ArrayList<>();
        for (Part part : found) {
            boolean folded = part.marker().content().equals(CommentMarker.OUTDATED);
            boolean usable = there.size() < count
                    && !(folded && comments.restore(part.comment()) instanceof Outcome.Failed<Boolean>);
            // What cannot be unfolded would hide the new text, so it goes and another takes its place.
            (usable ? there : surplus).add(part);
        }
        IssueComment first = null;
        for (int i = 0; i < count; i++) {
            String body = CommentMarker.mark(
                    identity,
                    family,
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
        for (Part part : surplus) {
            Outcome<Boolean> gone = comments.delete(number, part.comment());
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
