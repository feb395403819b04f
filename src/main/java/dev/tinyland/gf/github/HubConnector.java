package dev.tinyland.gf.github;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/** Lets the client library send through {@link Transport}, so that all calls keep the same rules. */
final class HubConnector implements GitHubConnector {
    private final Transport transport;

    HubConnector(Transport transport) {
        this.transport = transport;
    }

    @Override
    public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
        String body = "";
        try (InputStream stream = request.body()) {
            if (request.hasBody() && stream != null) {
                body = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            }
        }
        Outcome<Answer> outcome;
        try {
            outcome = transport.send(
                    Call.of(request.method(), URI.create(request.url().toString()), body));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        return switch (outcome) {
            case Outcome.Ok<Answer>(Answer answer) -> new Response(request, answer);
            case Outcome.Failed<Answer>(Failure failure) -> throw new FailedCall(failure);
        };
    }

    private static final class Response extends GitHubConnectorResponse.ByteArrayResponse {
        private final String body;

        Response(GitHubConnectorRequest request, Answer answer) {
            super(request, answer.status(), answer.headers());
            this.body = answer.body();
        }

        @Override
        protected InputStream rawBodyStream() {
            return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        }
    }
}
