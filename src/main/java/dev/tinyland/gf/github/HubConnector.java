package dev.tinyland.gf.github;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
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
        byte[] body = new byte[0];
        if (request.hasBody()) {
            try (InputStream stream = request.body()) {
                body = stream.readAllBytes();
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
        private final byte[] body;

        Response(GitHubConnectorRequest request, Answer answer) {
            super(request, answer.status(), answer.headers());
            this.body = answer.body();
        }

        @Override
        protected InputStream rawBodyStream() {
            return new ByteArrayInputStream(body);
        }
    }
}
