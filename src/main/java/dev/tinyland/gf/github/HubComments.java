package dev.tinyland.gf.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueComment;

/** {@link IssueComments} by the client library. */
final class HubComments implements IssueComments {
    /** What a workflow's own token writes as, where GitHub will not say who a token is. */
    private static final String WORKFLOW = "github-actions[bot]";

    private static final int PAGE = 100;

    private final Hub hub;
    private final Map<Long, GHIssue> issues = new HashMap<>();
    private final Map<Long, GHIssueComment> known = new HashMap<>();
    private Optional<String> self = Optional.empty();

    HubComments(Hub hub) {
        this.hub = hub;
    }

    @Override
    public Outcome<List<IssueComment>> list(long number) throws InterruptedException {
        return hub.attempt(() -> {
            List<IssueComment> comments = new ArrayList<>();
            for (GHIssueComment comment :
                    issue(number).listComments().withPageSize(PAGE).toList()) {
                comments.add(comment(comment));
            }
            return comments;
        });
    }

    @Override
    public Outcome<IssueComment> create(long number, String body) throws InterruptedException {
        return hub.attempt(() -> comment(issue(number).comment(body)));
    }

    @Override
    public Outcome<IssueComment> update(long number, IssueComment comment, String body) throws InterruptedException {
        return hub.attempt(() -> {
            known(comment).update(body);
            return new IssueComment(comment.id(), comment.author(), body, comment.page());
        });
    }

    @Override
    public Outcome<Boolean> delete(long number, IssueComment comment) throws InterruptedException {
        return hub.attempt(() -> {
            known(comment).delete();
            return true;
        });
    }

    /** Only GraphQL can: REST knows nothing of it. */
    @Override
    public Outcome<Boolean> minimize(IssueComment comment) throws InterruptedException {
        return mutate(
                comment,
                "mutation($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED})"
                        + " { minimizedComment { isMinimized } } }",
                "minimizeComment",
                true);
    }

    @Override
    public Outcome<Boolean> restore(IssueComment comment) throws InterruptedException {
        return mutate(
                comment,
                "mutation($id: ID!) { unminimizeComment(input: {subjectId: $id})"
                        + " { unminimizedComment { isMinimized } } }",
                "unminimizeComment",
                false);
    }

    /** GraphQL answers 200 whatever happened, and says under {@code errors} what did not. */
    private Outcome<Boolean> mutate(IssueComment comment, String mutation, String name, boolean minimized)
            throws InterruptedException {
        ObjectNode body = hub.json().createObjectNode().put("query", mutation);
        body.putObject("variables").put("id", known(comment).getNodeId());
        return switch (hub.query(body)) {
            case Outcome.Failed<Answer>(Failure failure) -> Outcome.failed(failure);
            case Outcome.Ok<Answer>(Answer answer) -> {
                JsonNode error = answer.json().path("errors").path(0);
                JsonNode result = answer.json()
                        .path("data")
                        .path(name)
                        .path(minimized ? "minimizedComment" : "unminimizedComment");
                if (result.path("isMinimized").isBoolean()
                        && result.path("isMinimized").asBoolean() == minimized) {
                    yield Outcome.ok(true);
                }
                String message = error.path("message").asText("GraphQL did not do it and does not say why");
                yield Outcome.failed(
                        error.path("type").asText().equals("FORBIDDEN")
                                ? new Failure.Forbidden(message)
                                : new Failure.Rejected(answer.status(), message));
            }
        };
    }

    /**
     * Who the token is. A person's token is told by {@code GET /user}; an app's may not ask that, and is told by GraphQL's
     * {@code viewer}.
     */
    @Override
    public Outcome<String> self() throws InterruptedException {
        if (self.isPresent()) {
            return Outcome.ok(self.get());
        }
        return switch (hub.get("/user")) {
            case Outcome.Ok<Answer>(Answer answer)
            when answer.json().path("login").isTextual() ->
                remembered(answer.json().path("login").asText());
            case Outcome.Ok<Answer> _ -> Outcome.failed(new Failure.Unreachable("GET /user gave no login"));
            case Outcome.Failed<Answer>(Failure.Forbidden _) -> viewer();
            case Outcome.Failed<Answer>(Failure failure) -> Outcome.failed(failure);
        };
    }

    private Outcome<String> viewer() throws InterruptedException {
        JsonNode query = hub.json().createObjectNode().put("query", "query { viewer { login } }");
        return switch (hub.query(query)) {
            case Outcome.Ok<Answer>(Answer answer) -> {
                String login =
                        answer.json().path("data").path("viewer").path("login").asText();
                yield remembered(login.isEmpty() ? WORKFLOW : login);
            }
            case Outcome.Failed<Answer>(Failure.Forbidden _) -> remembered(WORKFLOW);
            case Outcome.Failed<Answer>(Failure failure) -> Outcome.failed(failure);
        };
    }

    private Outcome<String> remembered(String login) {
        self = Optional.of(login);
        return Outcome.ok(login);
    }

    private GHIssue issue(long number) throws IOException {
        GHIssue issue = issues.get(number);
        if (issue == null) {
            issue = hub.repository().getIssue(Math.toIntExact(number));
            issues.put(number, issue);
        }
        return issue;
    }

    private GHIssueComment known(IssueComment comment) {
        GHIssueComment object = known.get(comment.id());
        if (object == null) {
            throw new IllegalArgumentException("comment " + comment.id() + " did not come from this client");
        }
        return object;
    }

    /** The library's other way to the author's login asks for the whole account, one call for each comment. */
    @SuppressWarnings("deprecation")
    private IssueComment comment(GHIssueComment comment) throws IOException {
        known.put(comment.getId(), comment);
        String author;
        try {
            author = comment.getUserName();
        } catch (NullPointerException e) {
            // An account that was deleted: GitHub shows it as "ghost" and gives null.
            author = "ghost";
        }
        return new IssueComment(
                comment.getId(),
                author,
                Optional.ofNullable(comment.getBody()).orElse(""),
                Optional.ofNullable(comment.getHtmlUrl()).map(Object::toString));
    }
}
