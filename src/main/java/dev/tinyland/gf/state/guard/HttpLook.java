package dev.tinyland.gf.state.guard;

import dev.tinyland.gf.actions.Pause;
import dev.tinyland.gf.report.Check;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.state.StateLocation;
import dev.tinyland.gf.tofu.state.StateDocument;
import dev.tinyland.gf.tofu.state.StateReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * The guard of an http backend: the address is read several times, and what comes is judged as OpenTofu would take it
 * (404, 204 and an empty body are "no state", 401 and 403 are errors). Redirects are not followed, so that credentials go
 * nowhere else.
 */
final class HttpLook {
    private final StateLocation.Http location;
    private final Pause pause;
    private final Duration limit;

    HttpLook(StateLocation.Http location, Pause pause, Duration limit) {
        this.location = location;
        this.pause = pause;
        this.limit = limit;
    }

    private record Seen(Sight sight, Optional<StateDocument> document) {}

    GuardResult look(GuardRequest request) throws InterruptedException {
        LockState lock = new LockState.NotLooked("an http backend has no lock that can be looked at");
        Optional<URI> address = address();
        List<Check> checks = new ArrayList<>();
        if (address.isEmpty()) {
            checks.add(GuardCheck.C1.seen(Status.FAIL, "the address is no http URL without user information"));
            GuardOutcome red = new GuardOutcome.Red(
                    RedReason.CONFIGURATION,
                    "The address of the state is no http URL without user information.",
                    "correct the backend configuration; gf backend-config checks it");
            return StoreGuard.finish(red, lock, checks, request);
        }
        checks.add(GuardCheck.C1.seen(Status.PASS, location.shown()));
        List<Seen> rounds = new ArrayList<>();
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limit)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build()) {
            for (int round = 0; round < request.rounds(); round++) {
                if (round > 0) {
                    pause.sleep(request.interval());
                }
                rounds.add(read(client, address.get()));
            }
        }
        GuardOutcome outcome = judge(rounds);
        for (GuardCheck check : List.of(GuardCheck.C4, GuardCheck.C5, GuardCheck.C6, GuardCheck.C7)) {
            checks.add(check.told(Status.SKIP, "an http backend has neither buckets nor lists"));
        }
        checks.add(body(outcome, rounds));
        checks.add(GuardCheck.C9.told(Status.SKIP, "an http backend has no lock that can be looked at"));
        if (request.writeProof().isPresent()) {
            String why = "an http backend has no place for a write that is not the state";
            checks.add(GuardCheck.C10.told(Status.SKIP, why));
            checks.add(GuardCheck.C11.told(Status.SKIP, why));
        }
        return StoreGuard.finish(outcome, lock, checks, request);
    }

    private Optional<URI> address() {
        try {
            URI uri = new URI(location.address());
            boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return http && uri.getHost() != null && uri.getRawUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (java.net.URISyntaxException broken) {
            return Optional.empty();
        }
    }

    private Seen read(HttpClient client, URI address) throws InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(limit).GET();
        location.user().ifPresent(user -> {
            String pair = user.name().reveal() + ":" + user.key().reveal();
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        });
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return answered(response.statusCode(), response.body());
        } catch (HttpTimeoutException e) {
            return silent("timeout", "no whole answer within the time limit");
        } catch (ConnectException e) {
            return silent("connect", "no connection to the address");
        } catch (SSLException e) {
            return silent("tls", "the TLS handshake failed");
        } catch (IOException e) {
            return silent("reset", "the connection was cut before the end of an answer");
        }
    }

    private static Seen silent(String word, String observed) {
        return new Seen(new Sight.Silent(word, observed), Optional.empty());
    }

    private static Seen answered(int status, byte[] body) {
        if (status == 401 || status == 403) {
            return new Seen(new Sight.Denied(Integer.toString(status)), Optional.empty());
        }
        if (status == 404 || status == 204 || status == 200 && body.length == 0) {
            return new Seen(
                    new Sight.NotThere(status + (status == 200 ? " with an empty body" : ""), false), Optional.empty());
        }
        if (status == 200) {
            return new Seen(
                    new Sight.There("200, " + body.length + " bytes"), Optional.of(new StateReader().read(body)));
        }
        return new Seen(
                new Sight.Broken(status >= 500 ? "server-error" : "refused", Integer.toString(status)),
                Optional.empty());
    }

    private GuardOutcome judge(List<Seen> rounds) {
        List<Sight> sights = rounds.stream().map(Seen::sight).toList();
        String shown = location.shown() + ": " + Evidence.shown(sights) + ".";
        Optional<Sight> same = Evidence.consensus(sights);
        boolean differs = rounds.stream()
                        .flatMap(seen -> seen.document().stream())
                        .distinct()
                        .count()
                > 1;
        if (same.isEmpty() || differs) {
            return new GuardOutcome.Red(
                    RedReason.FLAPPING,
                    "The address answers differently from one time to the next. " + shown,
                    "find out who answers there before anything is planned");
        }
        return switch (same.get()) {
            case Sight.NotThere _ -> new GuardOutcome.Absent();
            case Sight.Denied _ ->
                new GuardOutcome.Unreachable(
                        "auth", "The address does not let us look. " + shown, "check user name and password");
            case Sight.Silent(String word, String _) ->
                new GuardOutcome.Unreachable(word, shown, "check the address and the way to it");
            case Sight.Broken(String word, String _) ->
                new GuardOutcome.Unreachable(word, shown, "look at the server behind the address");
            case Sight.There _, Sight.Nonsense _, Sight.Cut _, Sight.Unseen _ ->
                switch (rounds.getFirst().document().orElse(new StateDocument.Empty())) {
                    case StateDocument.Present state -> new GuardOutcome.Trusted(state);
                    case StateDocument.Unusable unusable ->
                        new GuardOutcome.Red(
                                RedReason.STATE_BODY_INVALID,
                                "The address gives no state: " + unusable.why() + ".",
                                "do not plan; look for an older version of the state or a backup");
                };
        };
    }

    private static Check body(GuardOutcome outcome, List<Seen> rounds) {
        String shown = Evidence.shown(rounds.stream().map(Seen::sight).toList());
        return switch (outcome) {
            case GuardOutcome.Trusted(StateDocument.Present state) ->
                GuardCheck.C8.seen(Status.PASS, EvidenceJudge.facts(state));
            case GuardOutcome.Absent _ ->
                GuardCheck.C8.seen(
                        Status.WARN,
                        "no state: " + shown + " (GitLab is said to answer 404 to a token without rights)");
            case GuardOutcome.Red red -> GuardCheck.C8.seen(Status.FAIL, red.why());
            case GuardOutcome.Unreachable _ -> GuardCheck.C8.seen(Status.UNKNOWN, shown);
        };
    }
}
