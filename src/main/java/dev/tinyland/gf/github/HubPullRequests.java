package dev.tinyland.gf.github;

import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHRepository;

/** {@link PullRequests} by the client library. */
final class HubPullRequests implements PullRequests {
    private final Hub hub;

    HubPullRequests(Hub hub) {
        this.hub = hub;
    }

    @Override
    public Outcome<PullRequest> get(long number) throws InterruptedException {
        return hub.attempt(() -> {
            GHPullRequest pull = hub.repository().getPullRequest(Math.toIntExact(number));
            // The repository of a head is null once it was deleted: then it was a fork.
            GHRepository head = Hub.promised(pull.getHead()).getRepository();
            boolean fork = head == null || !hub.repository().getFullName().equals(head.getFullName());
            return new PullRequest(
                    number, Hub.promised(pull.getHead().getSha()), fork, pull.getState() == GHIssueState.OPEN);
        });
    }
}
