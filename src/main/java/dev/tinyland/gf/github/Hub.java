package dev.tinyland.gf.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.kohsuke.github.GHException;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;

/**
 * The client library on our transport, and calls of our own for what the library lacks. The library is given no token:
 * the transport alone holds it.
 */
final class Hub implements AutoCloseable {
    private final GitHubSettings settings;
    private final Transport transport;
    private final ObjectMapper json = new ObjectMapper();
    private @Nullable GHRepository repository;

    Hub(GitHubSettings settings, Transport transport) {
        this.settings = settings;
        this.transport = transport;
    }

    /** Something the library does for us. */
    interface Attempt<T> {
        T run() throws IOException;
    }

    /** Does it and says what came of it. */
    <T> Outcome<T> attempt(Attempt<T> attempt) throws InterruptedException {
        try {
            return Outcome.ok(attempt.run());
        } catch (IOException | GHException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof FailedCall failed) {
                    return Outcome.failed(failed.failure());
                }
                if (cause instanceof InterruptedIOException) {
                    throw new InterruptedException();
                }
            }
            return Outcome.failed(new Failure.Unreachable("an answer has not the shape the API promises"));
        }
    }

    /** The repository, asked for once. */
    GHRepository repository() throws IOException {
        if (repository == null) {
            GitHub library = new GitHubBuilder()
                    .withEndpoint(settings.api().toString())
                    .withConnector(new HubConnector(transport))
                    .build();
            repository = library.getRepository(settings.repository());
        }
        return repository;
    }

    GitHubSettings settings() {
        return settings;
    }

    Outcome<Answer> get(String path) throws InterruptedException {
        return transport.send(Call.of("GET", address(path), ""));
    }

    Outcome<Answer> post(String path, JsonNode body) throws InterruptedException {
        return transport.send(Call.of("POST", address(path), body.toString()));
    }

    Outcome<Answer> query(JsonNode body) throws InterruptedException {
        return transport.send(
                Call.of("POST", settings.graphQl(), body.toString()).asking());
    }

    ObjectMapper json() {
        return json;
    }

    int calls() {
        return transport.calls();
    }

    /** A field the API promises. */
    static <T> T promised(@Nullable T value) throws IOException {
        if (value == null) {
            throw new IOException("a promised field is missing");
        }
        return value;
    }

    private URI address(String path) {
        return URI.create(settings.api() + path);
    }

    @Override
    public void close() {
        transport.close();
    }
}
