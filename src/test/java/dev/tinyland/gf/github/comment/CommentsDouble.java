package dev.tinyland.gf.github.comment;

import dev.tinyland.gf.github.Failure;
import dev.tinyland.gf.github.IssueComment;
import dev.tinyland.gf.github.IssueComments;
import dev.tinyland.gf.github.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Comments in memory; each kind of call can be made to fail. */
final class CommentsDouble implements IssueComments {
    static final String BOT = "github-actions[bot]";

    final List<IssueComment> comments = new ArrayList<>();
    final List<String> writes = new ArrayList<>();
    Optional<Failure> onList = Optional.empty();
    Optional<Failure> onWrite = Optional.empty();
    Optional<Failure> onDelete = Optional.empty();
    Optional<Failure> onMinimize = Optional.empty();
    Optional<Long> failUpdatesOf = Optional.empty();
    final Set<Long> minimized = new TreeSet<>();
    String self = BOT;
    private long next = 1000;

    IssueComment by(String author, String body) {
        IssueComment comment = new IssueComment(next++, author, body, Optional.of("https://git.example/c/" + next));
        comments.add(comment);
        return comment;
    }

    @Override
    public Outcome<List<IssueComment>> list(long number) {
        return onList.<Outcome<List<IssueComment>>>map(Outcome::failed)
                .orElseGet(() -> Outcome.ok(List.copyOf(comments)));
    }

    @Override
    public Outcome<IssueComment> create(long number, String body) {
        writes.add("create");
        return onWrite.<Outcome<IssueComment>>map(Outcome::failed).orElseGet(() -> Outcome.ok(by(BOT, body)));
    }

    @Override
    public Outcome<IssueComment> update(long number, IssueComment comment, String body) {
        writes.add("update " + comment.id());
        if (onWrite.isPresent()) {
            return Outcome.failed(onWrite.get());
        }
        if (failUpdatesOf.filter(id -> id == comment.id()).isPresent()) {
            return Outcome.failed(new Failure.Forbidden("not this one"));
        }
        IssueComment changed = new IssueComment(comment.id(), comment.author(), body, comment.page());
        comments.replaceAll(each -> each.id() == comment.id() ? changed : each);
        return Outcome.ok(changed);
    }

    @Override
    public Outcome<Boolean> delete(long number, IssueComment comment) {
        writes.add("delete " + comment.id());
        if (onDelete.isPresent()) {
            return Outcome.failed(onDelete.get());
        }
        comments.removeIf(each -> each.id() == comment.id());
        return Outcome.ok(true);
    }

    @Override
    public Outcome<Boolean> minimize(IssueComment comment) {
        writes.add("minimize " + comment.id());
        if (onMinimize.isPresent()) {
            return Outcome.failed(onMinimize.get());
        }
        minimized.add(comment.id());
        return Outcome.ok(true);
    }

    @Override
    public Outcome<Boolean> restore(IssueComment comment) {
        writes.add("restore " + comment.id());
        if (onMinimize.isPresent()) {
            return Outcome.failed(onMinimize.get());
        }
        minimized.remove(comment.id());
        return Outcome.ok(true);
    }

    @Override
    public Outcome<String> self() {
        return Outcome.ok(self);
    }
}
