package dev.tinyland.gf.state.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import dev.tinyland.gf.actions.Interrupts;
import dev.tinyland.gf.report.Status;
import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.state.StateLocation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guard of an http backend, before a server that answers as it is told. */
class HttpLookTests {
    private static final String STATE =
            "{\"version\": 4, \"serial\": 3, \"lineage\": \"l\", \"resources\": [], \"outputs\": {}}";

    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final List<String> methods = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Script script = _ -> new Answer(404, "");

    private interface Script {
        Answer answer(int number);
    }

    private record Answer(int status, String body) {}

    @BeforeEach
    void start() throws IOException {
        AtomicInteger number = new AtomicInteger();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                methods.add(exchange.getRequestMethod());
                authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                Answer answer = script.answer(number.incrementAndGet());
                byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Location", "http://127.0.0.1:9/elsewhere");
                exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
                if (body.length > 0) {
                    exchange.getResponseBody().write(body);
                }
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private GuardResult look(Script answers) throws InterruptedException {
        script = answers;
        StateLocation location = new StateLocation.Http(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/state/arc",
                Optional.of(new StateLocation.Credentials(
                        Secret.of("somebody"), Secret.of("hunter2-hunter2"), Optional.empty())));
        return new StoreGuard(Interrupts.none(), Clock.systemUTC(), _ -> {}, Duration.ofSeconds(2))
                .look(GuardRequest.reading(location));
    }

    @Test
    void aStateThatComesThreeTimesTheSameIsTrusted() throws Exception {
        GuardResult result = look(_ -> new Answer(200, STATE));
        GuardOutcome.Trusted trusted = assertInstanceOf(GuardOutcome.Trusted.class, result.outcome());
        assertEquals(3, trusted.state().serialIfKnown().orElseThrow());
        assertEquals(List.of("GET", "GET", "GET"), methods);
        assertEquals("Basic c29tZWJvZHk6aHVudGVyMi1odW50ZXIy", authorizations.getFirst());
        assertFalse(result.toString().contains("hunter2"));
        assertTrue(result.checks().stream()
                .filter(check -> List.of("C4", "C5", "C6", "C7", "C9").contains(check.id()))
                .allMatch(check -> check.status() == Status.SKIP && !check.required()));
        assertEquals(7, result.checks().size());
    }

    @ParameterizedTest
    @CsvSource({"404, ''", "204, ''", "200, ''", "404, not found"})
    void whatOpenTofuTakesForNoStateIsAbsent(int status, String body) throws Exception {
        assertInstanceOf(
                GuardOutcome.Absent.class, look(_ -> new Answer(status, body)).outcome());
    }

    @ParameterizedTest
    @CsvSource({"401, auth", "403, auth", "500, server-error", "503, server-error", "302, refused", "423, refused"})
    void anAnswerThatIsNoneIsUnreachable(int status, String reason) throws Exception {
        GuardOutcome outcome = look(_ -> new Answer(status, "x")).outcome();
        assertEquals(
                reason,
                assertInstanceOf(GuardOutcome.Unreachable.class, outcome).reason());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"<!DOCTYPE html><p>Sign in", "{}", "{\"version\": 4, \"serial\": 3"})
    void aBodyThatIsNoStateIsRed(String body) throws Exception {
        GuardOutcome outcome = look(_ -> new Answer(200, body)).outcome();
        assertEquals(
                RedReason.STATE_BODY_INVALID,
                assertInstanceOf(GuardOutcome.Red.class, outcome).reason());
    }

    @Test
    void answersThatChangeFromOneTimeToTheNextAreRed() throws Exception {
        GuardOutcome gone = look(number -> number == 2 ? new Answer(404, "") : new Answer(200, STATE))
                .outcome();
        assertEquals(
                RedReason.FLAPPING,
                assertInstanceOf(GuardOutcome.Red.class, gone).reason());
        GuardOutcome other = look(number -> new Answer(200, STATE.replace(": 3", ": " + number)))
                .outcome();
        assertEquals(
                RedReason.FLAPPING,
                assertInstanceOf(GuardOutcome.Red.class, other).reason());
    }

    @Test
    void anAddressWithUserInformationIsNotAsked() throws Exception {
        GuardOutcome outcome = new StoreGuard(Interrupts.none(), Clock.systemUTC(), _ -> {}, Duration.ofSeconds(2))
                .look(GuardRequest.reading(
                        new StateLocation.Http("http://user:hunter2@127.0.0.1:9/state", Optional.empty())))
                .outcome();
        assertEquals(
                RedReason.CONFIGURATION,
                assertInstanceOf(GuardOutcome.Red.class, outcome).reason());
    }
}
