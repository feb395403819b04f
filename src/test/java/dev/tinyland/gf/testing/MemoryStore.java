package dev.tinyland.gf.testing;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.gaul.s3proxy.junit.S3ProxyJunitCore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A real S3 server in this JVM that keeps its objects in memory, and what a test does behind the back of the tools. */
public final class MemoryStore implements AutoCloseable {
    public static final String ACCESS_KEY = "gf-memory-access";
    public static final String SECRET_KEY = "gf-memory-secret-0123456789";

    private final S3ProxyJunitCore server;
    private final S3Client client;

    private MemoryStore(S3ProxyJunitCore server) {
        this.server = server;
        this.client = S3Client.builder()
                .endpointOverride(uri())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET_KEY)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    public static MemoryStore start(String... buckets) throws Exception {
        S3ProxyJunitCore core = new S3ProxyJunitCore.Builder()
                .withCredentials(ACCESS_KEY, SECRET_KEY)
                .withBlobStoreProvider("transient")
                .build();
        core.beforeEach();
        MemoryStore store = new MemoryStore(core);
        for (String bucket : buckets) {
            store.client.createBucket(request -> request.bucket(bucket));
        }
        return store;
    }

    public URI uri() {
        return Objects.requireNonNull(server.getUri(), "the server runs");
    }

    public void put(String bucket, String key, byte[] content) {
        client.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(content));
    }

    public void delete(String bucket, String key) {
        client.deleteObject(request -> request.bucket(bucket).key(key));
    }

    public Optional<byte[]> get(String bucket, String key) {
        try {
            return Optional.of(
                    client.getObjectAsBytes(request -> request.bucket(bucket).key(key))
                            .asByteArray());
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.close();
        server.afterEach();
    }
}
