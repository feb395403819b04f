package dev.tinyland.gf.github;

import dev.tinyland.gf.actions.Pause;
import java.util.function.Consumer;

/** One repository of GitHub, as one token sees it. Nothing is contacted before the first call. */
public final class GitHubClient implements AutoCloseable {
    private final Hub hub;
    private final HubComments comments;
    private final HubWorkflows workflows;

    /**
     * Makes a client.
     *
     * @param progress told each time a call waits for a rate limit
     */
    public GitHubClient(GitHubSettings settings, Pause pause, Consumer<String> progress) {
        this.hub = new Hub(settings, new Transport(settings, pause, progress));
        this.comments = new HubComments(hub);
        this.workflows = new HubWorkflows(hub);
    }

    public IssueComments comments() {
        return comments;
    }

    public PullRequests pullRequests() {
        return new HubPullRequests(hub);
    }

    public Variables variables() {
        return new HubVariables(hub);
    }

    public Workflows workflows() {
        return workflows;
    }

    public Runners runners() {
        return new RestRunners(hub);
    }

    /** How many requests were sent: a workflow's own token has 1,000 an hour for its repository. */
    public int calls() {
        return hub.calls();
    }

    @Override
    public void close() {
        hub.close();
    }
}
