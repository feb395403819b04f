package dev.tinyland.gf.s3;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.testing.MemoryStore;
import dev.tinyland.gf.testing.fault.Fault;
import dev.tinyland.gf.testing.fault.FaultProxy;
import dev.tinyland.gf.testing.fault.Faults;
import dev.tinyland.gf.testing.fault.Match;
import dev.tinyland.gf.testing.fault.Outcome.Framing;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class S3ConnectionTests {
    private static final String BUCKET = "tofu-state";
    private static final String KEY = "arc-runners/terraform.tfstate";
    private static final byte[] CONTENT =
            "{\"version\": 4, \"some\": \"state\"}".repeat(100).getBytes(StandardCharsets.UTF_8);

    private static MemoryStore store;

    private FaultProxy proxy;
    private S3Connection connection;
    private S3Reader reader;

    @BeforeAll
    static void startStore() throws Exception {
        store = MemoryStore.start(BUCKET, "attic");
        store.put(BUCKET, KEY, CONTENT);
    }

    @AfterAll
    static void stopStore() {
        store.close();
    }

    @BeforeEach
    void connect() throws Exception {
        proxy = FaultProxy.before(store.uri());
        connection = open(proxy.uri(), MemoryStore.ACCESS_KEY, MemoryStore.SECRET_KEY);
        reader = connection.reader();
    }

    @AfterEach
    void disconnect() throws Exception {
        connection.close();
        proxy.close();
    }

    private static S3Connection open(URI uri, String access, String secret) {
        S3Credentials credentials = new S3Credentials(Secret.of(access), Secret.of(secret), Optional.empty());
        return S3Connection.open(S3Settings.of(uri, "us-east-1", credentials).withAttempt(Duration.ofMillis(1500)));
    }

    @Test
    void whatIsThereIsRead() throws Exception {
        assertEquals(Set.of(BUCKET, "attic"), Set.copyOf(value(reader.listBuckets())));
        assertEquals("200", value(reader.headBucket(BUCKET)));
        ObjectList list = value(reader.listObjects(BUCKET, KEY));
        assertTrue(list.has(KEY));
        assertEquals(CONTENT.length, list.entries().getFirst().size());
        assertEquals(CONTENT.length, value(reader.headObject(BUCKET, KEY)).size());
        ObjectBody body = value(reader.getObject(BUCKET, KEY));
        assertArrayEquals(CONTENT, body.bytes());
        assertEquals(CONTENT.length, body.announced().orElseThrow());
        assertEquals(
                List.of("ListBuckets", "HeadBucket", "ListObjectsV2", "HeadObject", "GetObject"),
                reader.attempts().stream().map(S3Attempt::operation).toList());
    }

    @Test
    void theReadingViewSendsNoVerbThatWrites() throws Exception {
        reader.listBuckets();
        reader.headBucket(BUCKET);
        reader.headBucket("nowhere");
        reader.listObjects(BUCKET, "");
        reader.headObject(BUCKET, KEY);
        reader.getObject(BUCKET, KEY);
        reader.getObject(BUCKET, "absent");
        Set<String> verbs =
                proxy.requests().stream().map(FaultProxy.Seen::method).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("GET", "HEAD"), verbs, "on the wire");
        assertFalse(reader instanceof S3Probe, "a cast finds the writing half");
    }

    @Test
    void theProbeWritesUnderItsPrefixOnlyAndOnlyOnce() throws Exception {
        S3Probe probe = connection.probe();
        byte[] mark = {1, 2, 3};
        assertEquals("200", value(probe.putIfAbsent(BUCKET, "run-1", mark)));
        assertInstanceOf(S3Failure.Precondition.class, failure(probe.putIfAbsent(BUCKET, "run-1", mark)));
        assertArrayEquals(mark, store.get(BUCKET, ".gf-probe/run-1").orElseThrow());
        assertEquals("204", value(probe.delete(BUCKET, "run-1")));
        assertTrue(store.get(BUCKET, ".gf-probe/run-1").isEmpty());
        assertTrue(proxy.requests().stream().allMatch(seen -> seen.target().startsWith("/tofu-state/.gf-probe/run-1")));
    }

    @Test
    void whatIsNotThereIsSaidAsFarAsTheStoreSaysIt() throws Exception {
        assertInstanceOf(S3Failure.NoSuchKey.class, failure(reader.getObject(BUCKET, "absent")));
        assertInstanceOf(S3Failure.NoSuchBucket.class, failure(reader.getObject("nowhere", KEY)));
        assertInstanceOf(S3Failure.NoSuchBucket.class, failure(reader.listObjects("nowhere", KEY)));
        assertEquals(new S3Failure.NotFound(), failure(reader.headObject(BUCKET, "absent")), "a HEAD has no code");
        assertEquals(new S3Failure.NotFound(), failure(reader.headBucket("nowhere")));
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void aWrongKeyIsAMatterOfAccessAndNeverOfAbsence(String access, String secret) throws Exception {
        try (S3Connection stranger = open(proxy.uri(), access, secret)) {
            assertInstanceOf(S3Failure.Auth.class, failure(stranger.reader().listBuckets()));
            assertInstanceOf(S3Failure.Auth.class, failure(stranger.reader().headObject(BUCKET, KEY)));
            assertInstanceOf(S3Failure.Auth.class, failure(stranger.reader().getObject(BUCKET, KEY)));
        }
    }

    static Stream<Arguments> credentials() {
        return Stream.of(
                Arguments.of("stranger", MemoryStore.SECRET_KEY), Arguments.of(MemoryStore.ACCESS_KEY, "wrong"));
    }

    @ParameterizedTest
    @MethodSource("faultsOfAList")
    void aListThatIsNoListIsNoAnswer(Fault fault, S3Failure expected) throws Exception {
        proxy.on(Match.listBuckets(), fault).on(Match.listObjects(), fault);
        assertEquals(expected, failure(reader.listBuckets()));
        assertEquals(expected, failure(reader.listObjects(BUCKET, KEY)));
    }

    static Stream<Arguments> faultsOfAList() {
        return Stream.of(
                Arguments.of(Faults.html(), new S3Failure.Parse("a page")),
                Arguments.of(
                        Faults.swapBody("text/html", "<html><p>Sign in</p></html>"), new S3Failure.Parse("a page")),
                Arguments.of(Faults.swapBody("application/xml", ""), new S3Failure.Parse("nothing")),
                Arguments.of(
                        Faults.swapBody("application/xml", "<Error><Code>InternalError</Code></Error>"),
                        new S3Failure.Parse("an error document")),
                Arguments.of(Faults.swapBody("text/plain", "ok"), new S3Failure.Parse("something that is no XML")),
                Arguments.of(Faults.status(503, "SlowDown"), new S3Failure.SlowDown("SlowDown")),
                Arguments.of(Faults.status(500, "InternalError"), new S3Failure.ServerError(500, "InternalError")),
                Arguments.of(Faults.status(501, "NotImplemented"), new S3Failure.NotImplemented()),
                Arguments.of(Faults.status(400, "MalformedXML"), new S3Failure.Refused(400, "MalformedXML")),
                Arguments.of(Faults.status(301, "PermanentRedirect"), new S3Failure.Refused(301, "PermanentRedirect")),
                Arguments.of(
                        Faults.status(403, "RequestTimeTooSkewed"), new S3Failure.Auth(403, "RequestTimeTooSkewed")),
                Arguments.of(Faults.status(400, "ExpiredToken"), new S3Failure.Auth(400, "ExpiredToken")),
                Arguments.of(Faults.status(401, "Unauthorized"), new S3Failure.Auth(401, "Unauthorized")),
                Arguments.of(Faults.hang(), new S3Failure.Timeout()),
                Arguments.of(Faults.reset(), new S3Failure.Reset()));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void aBodyThatIsCutIsNeverAnAnswer(Framing framing, int after) throws Exception {
        proxy.on(Match.object("GET", KEY), Faults.truncate(after, framing));
        S3Failure failure = failure(reader.getObject(BUCKET, KEY));
        assertInstanceOf(S3Failure.Truncated.class, failure);
        proxy.on(Match.listBuckets(), Faults.truncate(20, framing));
        assertFalse(reader.listBuckets() instanceof S3Answer.Success, "a list that was cut");
    }

    static Stream<Arguments> cuts() {
        return Stream.of(
                Arguments.of(Framing.LENGTH, CONTENT.length / 2),
                Arguments.of(Framing.LENGTH, 0),
                Arguments.of(Framing.LENGTH, CONTENT.length - 1),
                Arguments.of(Framing.CHUNKED, CONTENT.length / 2),
                Arguments.of(Framing.CHUNKED, CONTENT.length - 1));
    }

    @Test
    void aCutThatNothingAnnouncesShowsInTheMissingLength() throws Exception {
        proxy.on(Match.object("GET", KEY), Faults.truncate(10, Framing.CLOSE));
        ObjectBody body = value(reader.getObject(BUCKET, KEY));
        assertEquals(10, body.size());
        assertTrue(body.announced().isEmpty(), "the guard has to compare it with the HEAD");
    }

    @Test
    void aBodyThatNeverEndsRunsIntoTheTimeLimit() throws Exception {
        proxy.on(Match.object("GET", KEY), Faults.hang());
        assertEquals(new S3Failure.Timeout(), failure(reader.getObject(BUCKET, KEY)));
        proxy.on(Match.object("HEAD", KEY), Faults.hang());
        assertEquals(new S3Failure.Timeout(), failure(reader.headObject(BUCKET, KEY)));
    }

    @Test
    void nothingIsTriedAgainSoThatWhatFlapsIsSeen() throws Exception {
        proxy.on(Match.listBuckets().nth(1), Faults.status(503, "SlowDown"));
        assertEquals(new S3Failure.SlowDown("SlowDown"), failure(reader.listBuckets()));
        assertEquals(1, proxy.requests().size(), "requests on the wire");
        assertEquals(2, value(reader.listBuckets()).size());
        assertEquals(
                List.of("slow-down", "ok"),
                reader.attempts().stream().map(S3Attempt::outcome).toList());
    }

    @Test
    void onlyThePlatformAsksOnceMoreWhenAConnectionIsClosedWithoutAWord() throws Exception {
        proxy.on(Match.listBuckets().nth(1), Faults.reset());
        assertEquals(2, value(reader.listBuckets()).size());
        assertEquals(2, proxy.requests().size(), "requests on the wire");
        proxy.forget();
        proxy.on(Match.listBuckets(), Faults.reset());
        assertEquals(new S3Failure.Reset(), failure(reader.listBuckets()));
        assertEquals(2, proxy.requests().size(), "requests on the wire");
    }

    @Test
    void aDelayWithinTheLimitIsAnAnswer() throws Exception {
        proxy.on(Match.listBuckets(), Faults.delay(Duration.ofMillis(100)));
        assertEquals(2, value(reader.listBuckets()).size());
        assertTrue(reader.attempts().getFirst().duration().toMillis() >= 100);
    }

    @Test
    void aPortWhereNobodyListensIsNoConnection() throws Exception {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        try (S3Connection nowhere = open(nobody, "a", "b")) {
            assertEquals(new S3Failure.Connect(), failure(nowhere.reader().listBuckets()));
        }
        try (S3Connection unnamed = open(URI.create("http://store.invalid:9000"), "a", "b")) {
            assertEquals(new S3Failure.Dns(), failure(unnamed.reader().listBuckets()));
        }
        URI plain = proxy.uri();
        try (S3Connection secure = open(URI.create("https://127.0.0.1:" + plain.getPort()), "a", "b")) {
            assertEquals(new S3Failure.Tls(), failure(secure.reader().listBuckets()));
        }
    }

    @Test
    void noFailureSaysAnythingOfTheBody() throws Exception {
        proxy.on(Match.listBuckets(), Faults.swapBody("text/html", "<html>hunter2-hunter2</html>"));
        S3Failure failure = failure(reader.listBuckets());
        assertFalse((failure + failure.seen()).contains("hunter2"));
    }

    static <T> T value(S3Answer<T> answer) {
        return switch (answer) {
            case S3Answer.Success<T>(T value) -> value;
            case S3Answer.Failure<T>(S3Failure failure) -> throw new AssertionError("failed: " + failure);
        };
    }

    static <T> S3Failure failure(S3Answer<T> answer) {
        return switch (answer) {
            case S3Answer.Success<T>(T value) -> throw new AssertionError("answered: " + value);
            case S3Answer.Failure<T>(S3Failure failure) -> failure;
        };
    }
}
