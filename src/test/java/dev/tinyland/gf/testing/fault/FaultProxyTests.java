package dev.tinyland.gf.testing.fault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinyland.gf.testing.MemoryStore;
import dev.tinyland.gf.testing.fault.Outcome.Framing;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The proxy itself: what passes is untouched, and each rule does what its name says, seen with the bare SDK. */
class FaultProxyTests {
    private static final String BUCKET = "fault-bucket";
    private static final byte[] CONTENT = "0123456789".getBytes(StandardCharsets.UTF_8);

    private static MemoryStore store;

    private FaultProxy proxy;
    private S3Client client;

    @BeforeAll
    static void startStore() throws Exception {
        store = MemoryStore.start(BUCKET, "other-bucket");
    }

    @AfterAll
    static void stopStore() {
        store.close();
    }

    @BeforeEach
    void connect() throws IOException {
        store.put(BUCKET, "key", CONTENT);
        proxy = FaultProxy.before(store.uri());
        client = S3Client.builder()
                .endpointOverride(proxy.uri())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(MemoryStore.ACCESS_KEY, MemoryStore.SECRET_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
        proxy.close();
    }

    private List<String> buckets() {
        return client.listBuckets().buckets().stream()
                .map(bucket -> bucket.name())
                .toList();
    }

    private byte[] get() {
        return client.getObjectAsBytes(request -> request.bucket(BUCKET).key("key"))
                .asByteArray();
    }

    private void put(String key) {
        client.putObject(request -> request.bucket(BUCKET).key(key).ifNoneMatch("*"), RequestBody.fromBytes(CONTENT));
    }

    private int status(Runnable action) {
        return assertThrows(S3Exception.class, action::run).statusCode();
    }

    @Test
    void withoutRulesEverythingPassesWithItsSignature() {
        assertEquals(2, buckets().size());
        assertArrayEquals(CONTENT, get());
        put("fresh");
        assertEquals(412, status(() -> put("fresh")));
        client.deleteObject(request -> request.bucket(BUCKET).key("fresh"));
        assertEquals(
                List.of(200, 200, 200, 412, 204),
                proxy.requests().stream().map(FaultProxy.Seen::status).toList());
    }

    @Test
    void listsLieAsTheyAreTold() {
        proxy.on(Match.listBuckets().nth(1), Faults.emptyListBuckets());
        assertEquals(List.of(), buckets());
        assertEquals(2, buckets().size(), "the first one only");
        proxy.on(Match.listBuckets(), Faults.hideBucket(BUCKET));
        assertEquals(List.of("other-bucket"), buckets());
    }

    @Test
    void bodiesAreFlippedSwappedAndCut() {
        proxy.on(Match.object("GET", "key").nth(1), Faults.flipBit(0));
        assertEquals('0' ^ 1, get()[0]);
        assertArrayEquals(CONTENT, get());
        proxy.on(Match.object("GET", "key"), Faults.swapBody("text/plain", "other"));
        assertEquals("other", new String(get(), StandardCharsets.UTF_8));
        for (Framing framing : List.of(Framing.LENGTH, Framing.CHUNKED)) {
            proxy.heal().on(Match.object("GET", "key"), Faults.truncate(4, framing));
            assertThrows(SdkException.class, this::get, framing.name());
        }
        proxy.heal().on(Match.object("GET", "key"), Faults.truncate(4, Framing.CLOSE));
        assertEquals(4, get().length, "nothing announces how much there should be");
    }

    @Test
    void writesAreAcknowledgedAndDroppedOrTakeEffectUnseen() {
        proxy.on(Match.object("PUT", "dropped"), Faults.ackPutButDrop());
        put("dropped");
        assertTrue(store.get(BUCKET, "dropped").isEmpty());
        proxy.on(Match.object("DELETE", "key"), Faults.ackDeleteButKeep());
        client.deleteObject(request -> request.bucket(BUCKET).key("key"));
        assertTrue(store.get(BUCKET, "key").isPresent());
        proxy.on(Match.object("PUT", "unseen"), Faults.loseTheAnswer());
        assertThrows(SdkException.class, () -> put("unseen"));
        assertTrue(store.get(BUCKET, "unseen").isPresent());
        proxy.on(Match.object("PUT", "key"), Faults.dropIfNoneMatch());
        put("key");
    }

    @Test
    void aListLagsBehindAWriteForAWhile() {
        proxy.mode(Faults.listLag(Duration.ofMinutes(5)));
        int before = client.listObjectsV2(request -> request.bucket(BUCKET)).keyCount();
        put("late");
        assertEquals(
                before, client.listObjectsV2(request -> request.bucket(BUCKET)).keyCount());
        proxy.heal();
        assertEquals(
                before + 1,
                client.listObjectsV2(request -> request.bucket(BUCKET)).keyCount());
    }

    @Test
    void chanceIsTheSameInEveryRun() {
        List<List<Integer>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            proxy.heal().on(Match.listBuckets().probability(0.5, 42), Faults.status(503, "SlowDown"));
            proxy.forget();
            for (int i = 0; i < 12; i++) {
                try {
                    buckets();
                } catch (S3Exception expected) {
                    assertEquals(503, expected.statusCode());
                }
            }
            runs.add(proxy.requests().stream().map(FaultProxy.Seen::status).toList());
        }
        assertEquals(runs.get(0), runs.get(1));
        assertTrue(runs.getFirst().contains(503) && runs.getFirst().contains(200), runs::toString);
    }

    @Test
    void theLatchedStoreOfOldMakesNoBucketUntilItIsRestarted() {
        StoreModes.Latch latch = StoreModes.rustfsBeta8Latch();
        proxy.mode(latch);
        assertEquals(List.of(), buckets());
        assertEquals(500, status(() -> client.createBucket(request -> request.bucket("gf-scratch-1"))));
        assertEquals(404, status(this::get));
        latch.restart();
        assertArrayEquals(CONTENT, get());
    }

    @Test
    void theMeasuredStatesAnswerAsTheyDid() {
        proxy.mode(StoreModes.rustfs101BucketLost(1));
        assertEquals(0, client.listObjectsV2(request -> request.bucket(BUCKET)).keyCount());
        assertEquals(404, status(() -> client.listObjectsV2(request -> request.bucket(BUCKET))));
        assertEquals(404, status(() -> client.headBucket(request -> request.bucket(BUCKET))));
        proxy.heal().mode(StoreModes.rustfs101TwoOfFour());
        assertEquals(List.of(), buckets());
        client.headBucket(request -> request.bucket(BUCKET));
        assertArrayEquals(CONTENT, get());
        assertEquals(2, buckets().size(), "the read repaired it");
        proxy.heal().mode(StoreModes.rustfs101ObjectQuorumLost("key"));
        assertEquals(2, buckets().size());
        assertEquals(404, status(this::get));
    }

    @Test
    void whatIsNoHttpIsDroppedAndTheProxyGoesOn() throws Exception {
        try (HttpClient stranger = HttpClient.newHttpClient()) {
            URI secure = URI.create("https://127.0.0.1:" + proxy.uri().getPort() + "/");
            HttpRequest request = HttpRequest.newBuilder(secure).build();
            assertThrows(IOException.class, () -> stranger.send(request, HttpResponse.BodyHandlers.discarding()));
        }
        assertFalse(buckets().isEmpty());
        assertEquals(
                Optional.of(200),
                proxy.requests().stream().map(FaultProxy.Seen::status).findFirst());
    }
}
