package dev.tinyland.gf.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** {@link Runners} by calls of our own: the client library does not know them. */
final class RestRunners implements Runners {
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 50;

    private final Hub hub;

    RestRunners(Hub hub) {
        this.hub = hub;
    }

    @Override
    public Outcome<List<Runner>> ofOrganization(String organization) throws InterruptedException {
        return all("/orgs/" + organization);
    }

    @Override
    public Outcome<List<Runner>> ofRepository() throws InterruptedException {
        return all("/repos/" + hub.settings().repository());
    }

    private Outcome<List<Runner>> all(String owner) throws InterruptedException {
        List<Runner> runners = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            switch (hub.get(owner + "/actions/runners?per_page=" + PAGE + "&page=" + page)) {
                case Outcome.Failed<Answer>(Failure failure) -> {
                    return Outcome.failed(failure);
                }
                case Outcome.Ok<Answer>(Answer answer) -> {
                    JsonNode list = answer.json().path("runners");
                    if (!list.isArray() || !answer.json().path("total_count").isIntegralNumber()) {
                        return Outcome.failed(new Failure.Unreachable("a list of runners without runners"));
                    }
                    list.forEach(node -> runners.add(runner(node)));
                    if (list.size() < PAGE) {
                        return Outcome.ok(runners);
                    }
                }
            }
        }
        return Outcome.failed(new Failure.Unreachable("more than " + MOST_PAGES * PAGE + " runners"));
    }

    private static Runner runner(JsonNode node) {
        List<String> labels = new ArrayList<>();
        node.path("labels").forEach(label -> labels.add(label.path("name").asText()));
        return new Runner(
                node.path("id").asLong(),
                node.path("name").asText(),
                node.path("status").asText(),
                node.path("busy").asBoolean(),
                labels);
    }
}
