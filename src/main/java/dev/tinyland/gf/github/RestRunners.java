package dev.tinyland.gf.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

    /** See "List self-hosted runner groups for an organization": {@code visible_to_repository} takes the bare name. */
    @Override
    public Outcome<Map<String, Boolean>> groupsOf(String organization) throws InterruptedException {
        String repository = hub.settings().repository();
        String name = repository.substring(repository.indexOf('/') + 1);
        return switch (groupNames(organization, "")) {
            case Outcome.Failed<Set<String>>(Failure failure) -> Outcome.failed(failure);
            case Outcome.Ok<Set<String>>(Set<String> all) ->
                groupNames(organization, "&visible_to_repository=" + name).map(open -> {
                    Map<String, Boolean> groups = new TreeMap<>();
                    all.forEach(group -> groups.put(group, open.contains(group)));
                    return groups;
                });
        };
    }

    private Outcome<Set<String>> groupNames(String organization, String filter) throws InterruptedException {
        Set<String> names = new TreeSet<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            String path =
                    "/orgs/" + organization + "/actions/runner-groups?per_page=" + PAGE + "&page=" + page + filter;
            switch (hub.get(path)) {
                case Outcome.Failed<Answer>(Failure failure) -> {
                    return Outcome.failed(failure);
                }
                case Outcome.Ok<Answer>(Answer answer) -> {
                    JsonNode list = answer.json().path("runner_groups");
                    if (!list.isArray()) {
                        return Outcome.failed(new Failure.Unreachable("a list of runner groups without groups"));
                    }
                    list.forEach(group -> names.add(group.path("name").asText()));
                    if (list.size() < PAGE) {
                        return Outcome.ok(names);
                    }
                }
            }
        }
        return Outcome.failed(new Failure.Unreachable("more than " + MOST_PAGES * PAGE + " runner groups"));
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
