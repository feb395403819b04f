package dev.tinyland.gf.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tinyland.gf.actions.Pause;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends requests and decides what each answer means. The token goes to the origin of the API and nowhere else: a redirect
 * that leaves it is not followed.
 *
 * <p>A call that may be repeated is repeated once when there was no answer or a 5xx. Rate limits are waited for as GitHub
 * asks (Retry-After, else the reset time by GitHub's own clock, else a minute), within one budget for the process, and
 * each wait is told. See the pages "Best practices for using the REST API" and "Rate limits for the REST API".
 */
final class Transport implements AutoCloseable {
    private static final int LARGEST_BODY = 32 * 1024 * 1024;
    private static final int LONGEST_MESSAGE = 300;
    private static final int MOST_REDIRECTS = 3;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration WITHOUT_A_WORD = Duration.ofSeconds(60);
    private static final String VERSION = "2022-11-28";

    private final GitHubSettings settings;
    private final Pause pause;
    private final Consumer<String> progress;
    private final HttpClient client;
    private final Duration answerWithin;
    private final ObjectMapper json = new ObjectMapper();
    private Duration patience;
    private int calls;

    Transport(GitHubSettings settings, Pause pause, Consumer<String> progress) {
        this(settings, pause, progress, ANSWER);
    }

    Transport(GitHubSettings settings, Pause pause, Consumer<String> progress, Duration answerWithin) {
        this.settings = settings;
        this.pause = pause;
        this.progress = progress;
        this.answerWithin = answerWithin;
        this.patience = settings.patience();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
    }

    /** How many requests were sent. */
    int calls() {
        return calls;
    }

    Outcome<Answer> send(Call call) throws InterruptedException {
        boolean repeated = false;
        int redirects = 0;
        URI address = call.address();
        while (true) {
            if (!sameOrigin(address)) {
                return Outcome.failed(new Failure.Unreachable(
                        call.text() + " leads to another host (" + address.getHost() + "), which gets no token"));
            }
            HttpResponse<String> response;
            try {
                calls++;
                response = client.send(
                        request(call, address),
                        HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST_BODY));
            } catch (IOException e) {
                if (!repeated && (call.repeatable() || e instanceof ConnectException)) {
                    repeated = true;
                    continue;
                }
                return Outcome.failed(new Failure.Unreachable(call.text() + ": " + lost(e) + unsure(call)));
            }
            int status = response.statusCode();
            Optional<Limit> limit = limit(response);
            if (limit.isPresent()) {
                Optional<Failure> refused = waitFor(limit.get(), call);
                if (refused.isPresent()) {
                    return Outcome.failed(refused.get());
                }
            } else if (status >= 500) {
                if (repeated || !call.repeatable()) {
                    return Outcome.failed(new Failure.Unreachable(call.text() + ": " + said(response) + unsure(call)));
                }
                repeated = true;
            } else if (status >= 300 && status < 400) {
                Optional<URI> next = location(address, response.headers());
                boolean kept = call.method().equals("GET") || status == 307 || status == 308;
                if (next.isEmpty() || !kept || ++redirects > MOST_REDIRECTS) {
                    return Outcome.failed(new Failure.Unreachable(
                            call.text() + ": redirected (" + status + ") in a way that is not followed"));
                }
                address = next.get();
            } else {
                return judge(call, response);
            }
        }
    }

    private HttpRequest request(Call call, URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(answerWithin)
                .header("Accept", "application/vnd.github+json")
                .header("Authorization", "Bearer " + settings.token().reveal())
                .header("X-GitHub-Api-Version", VERSION)
                .header("User-Agent", "gf-actions");
        if (!call.body().isEmpty()) {
            request.header("Content-Type", "application/json")
                    .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
        } else {
            request.method(call.method(), HttpRequest.BodyPublishers.noBody());
        }
        return request.build();
    }

    private Outcome<Answer> judge(Call call, HttpResponse<String> response) {
        int status = response.statusCode();
        JsonNode body = parsed(response.body());
        if (status >= 200 && status < 300) {
            boolean empty = response.body().isEmpty();
            if (body.isMissingNode() && !(empty && (status == 204 || status == 202))) {
                return Outcome.failed(new Failure.Unreachable(
                        call.text() + ": " + said(response) + ", and its body is not the API's JSON" + unsure(call)));
            }
            return Outcome.ok(new Answer(status, response.headers().map(), response.body(), body));
        }
        if (body.isMissingNode() && status != 401) {
            return Outcome.failed(
                    new Failure.Unreachable(call.text() + ": " + said(response) + ", not from the API itself"));
        }
        String message = message(body, status);
        return Outcome.failed(
                switch (status) {
                    case 401 -> new Failure.Unauthorized(message);
                    case 403 -> new Failure.Forbidden(message);
                    case 404, 410 -> new Failure.NotFound(call.text());
                    case 409 -> new Failure.Conflict(message);
                    default -> new Failure.Rejected(status, message);
                });
    }

    private JsonNode parsed(String body) {
        if (body.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            JsonNode node = json.readTree(body);
            return node == null || node.isValueNode() ? MissingNode.getInstance() : node;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** GitHub's own words: the message, and of each error what it is about. */
    private static String message(JsonNode body, int status) {
        if (body.isMissingNode()) {
            return "no message, status " + status;
        }
        StringBuilder text = new StringBuilder(body.path("message").asText("no message"));
        for (JsonNode error : body.path("errors")) {
            String word = error.isTextual()
                    ? error.asText()
                    : error.path("message")
                            .asText(error.path("field").asText() + " "
                                    + error.path("code").asText());
            text.append("; ").append(word.strip());
        }
        String line = text.toString().replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_MESSAGE ? line : line.substring(0, LONGEST_MESSAGE) + "…";
    }

    /**
     * A limit that was hit.
     *
     * @param time how long GitHub asks us to wait
     * @param until when that is over, by GitHub's clock
     */
    private record Limit(String kind, Duration time, Optional<Instant> until) {}

    private Optional<Limit> limit(HttpResponse<String> response) {
        int status = response.statusCode();
        HttpHeaders headers = response.headers();
        if (status != 429 && status != 403) {
            return Optional.empty();
        }
        String words = message(parsed(response.body()), status).toLowerCase(Locale.ROOT);
        boolean spent =
                headers.firstValue("x-ratelimit-remaining").filter("0"::equals).isPresent();
        boolean secondary = words.contains("secondary rate limit") || words.contains("abuse detection");
        Optional<Duration> asked = headers.firstValue("retry-after").flatMap(text -> retryAfter(text, headers));
        if (status == 403 && !spent && !secondary && asked.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> reset = spent
                ? headers.firstValue("x-ratelimit-reset")
                        .flatMap(Transport::seconds)
                        .map(Instant::ofEpochSecond)
                : Optional.empty();
        Optional<Instant> now = headers.firstValue("date").flatMap(Transport::date);
        Duration wait = asked.or(() -> reset.flatMap(end -> now.map(start -> Duration.between(start, end))))
                .filter(time -> !time.isNegative())
                .orElse(WITHOUT_A_WORD);
        String kind = secondary ? "secondary rate limit" : "rate limit";
        return Optional.of(new Limit(kind, wait, reset.or(() -> now.map(start -> start.plus(wait)))));
    }

    private Optional<Failure> waitFor(Limit limit, Call call) throws InterruptedException {
        Duration wait = limit.time().plusSeconds(1);
        if (wait.compareTo(patience) > 0) {
            return Optional.of(new Failure.RateLimited(
                    limit.kind() + " at " + call.text() + ", which asks for " + wait.toSeconds() + " s and "
                            + patience.toSeconds() + " s of waiting are left",
                    limit.until()));
        }
        progress.accept("GitHub's " + limit.kind() + ": waiting " + wait.toSeconds() + " s, then " + call.text()
                + " once more");
        patience = patience.minus(wait);
        pause.sleep(wait);
        return Optional.empty();
    }

    private static Optional<Duration> retryAfter(String text, HttpHeaders headers) {
        Optional<Duration> inSeconds = seconds(text).map(Duration::ofSeconds);
        if (inSeconds.isPresent()) {
            return inSeconds;
        }
        return date(text)
                .flatMap(until ->
                        headers.firstValue("date").flatMap(Transport::date).map(now -> Duration.between(now, until)));
    }

    private static Optional<Long> seconds(String text) {
        return text.strip().matches("\\d{1,12}") ? Optional.of(Long.parseLong(text.strip())) : Optional.empty();
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<URI> location(URI from, HttpHeaders headers) {
        try {
            return headers.firstValue("location").map(from::resolve);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean sameOrigin(URI address) {
        return settings.api().getScheme().equalsIgnoreCase(address.getScheme())
                && settings.api().getHost().equalsIgnoreCase(String.valueOf(address.getHost()))
                && settings.api().getPort() == address.getPort();
    }

    private static String said(HttpResponse<String> response) {
        return "status " + response.statusCode()
                + response.headers()
                        .firstValue("content-type")
                        .map(type -> " (" + type.split(";")[0] + ")")
                        .orElse("");
    }

    private static String lost(IOException e) {
        return e instanceof HttpTimeoutException ? "no answer in time" : "the connection failed or was cut";
    }

    private static String unsure(Call call) {
        return call.repeatable() ? "" : "; whether it was done is not known";
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
