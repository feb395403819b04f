package dev.tinyland.gf.actions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** The event that started the workflow, from {@code GITHUB_EVENT_PATH}. */
public final class EventPayload {
    private final String name;
    private final JsonNode payload;

    private EventPayload(String name, JsonNode payload) {
        this.name = name;
        this.payload = payload;
    }

    /** Empty where the environment names no event, or names a file that is not there. */
    public static Optional<EventPayload> of(Host host) throws IOException {
        Optional<Path> path = host.variable("GITHUB_EVENT_PATH").map(Path::of).filter(Files::isRegularFile);
        if (path.isEmpty()) {
            return Optional.empty();
        }
        JsonNode payload = new ObjectMapper().readTree(Files.readAllBytes(path.get()));
        return Optional.of(new EventPayload(host.variable("GITHUB_EVENT_NAME").orElse(""), payload));
    }

    public String name() {
        return name;
    }

    public JsonNode payload() {
        return payload;
    }

    /** The number of the pull request the event is about. */
    public OptionalLong pullRequest() {
        JsonNode number = payload.path("pull_request").path("number");
        if (number.isIntegralNumber()) {
            return OptionalLong.of(number.asLong());
        }
        boolean comment = payload.path("issue").has("pull_request");
        JsonNode issue = payload.path("issue").path("number");
        return comment && issue.isIntegralNumber() ? OptionalLong.of(issue.asLong()) : OptionalLong.empty();
    }

    /** The commit at the head of the pull request; {@code GITHUB_SHA} names the merge commit instead. */
    public Optional<String> headSha() {
        JsonNode sha = payload.path("pull_request").path("head").path("sha");
        return sha.isTextual() ? Optional.of(sha.asText()) : Optional.empty();
    }

    /** Whether the pull request comes from another repository, whose token can only read. */
    public boolean fromFork() {
        JsonNode head = payload.path("pull_request").path("head").path("repo").path("full_name");
        JsonNode base = payload.path("pull_request").path("base").path("repo").path("full_name");
        return base.isTextual() && !base.equals(head);
    }
}
