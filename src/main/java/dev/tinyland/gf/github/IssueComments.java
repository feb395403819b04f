package dev.tinyland.gf.github;

import java.util.List;

/** The comments of issues and pull requests of one repository. */
public interface IssueComments {

    /** All comments of an issue or pull request, oldest first. */
    Outcome<List<IssueComment>> list(long number) throws InterruptedException;

    Outcome<IssueComment> create(long number, String body) throws InterruptedException;

    Outcome<IssueComment> update(long number, IssueComment comment, String body) throws InterruptedException;

    Outcome<Boolean> delete(long number, IssueComment comment) throws InterruptedException;

    /** Folds it away as outdated; readers see that it is there and can open it. */
    Outcome<Boolean> minimize(IssueComment comment) throws InterruptedException;

    /** Shows one again that was folded away. */
    Outcome<Boolean> restore(IssueComment comment) throws InterruptedException;

    /** The login that comments of this token carry, such as {@code github-actions[bot]}. */
    Outcome<String> self() throws InterruptedException;
}
