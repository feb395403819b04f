package dev.tinyland.gf.github;

/** Pull requests of one repository. */
public interface PullRequests {
    Outcome<PullRequest> get(long number) throws InterruptedException;
}
