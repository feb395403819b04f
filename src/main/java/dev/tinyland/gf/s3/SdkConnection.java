package dev.tinyland.gf.s3;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.Bucket;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The AWS SDK with the settings that hold for every store we know: nothing from the environment or profile files, no
 * retries, no checksums or chunks that older stores do not understand (Ceph RGW 16.2 refuses the first and stores the
 * second), and no connection used twice. The platform's HTTP client repeats a request once when the connection is closed
 * without a word; nothing switches that off for a GET.
 */
final class SdkConnection implements S3Connection, S3Reader, S3Probe {
    private static final int LARGEST_OBJECT = 512 * 1024 * 1024;
    private static final int CALLS_OF_AN_ATTEMPT = 3;

    private final S3Client client;
    private final Duration attempt;
    private final List<S3Attempt> attempts = new ArrayList<>();

    SdkConnection(S3Settings settings) {
        this.attempt = settings.attempt();
        ProfileFile none = ProfileFile.aggregator().build();
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(StaticCredentialsProvider.create(credentials(settings.credentials())))
                .defaultsMode(DefaultsMode.LEGACY)
                .disableS3ExpressSessionAuth(true)
                .fipsEnabled(false)
                .dualstackEnabled(false)
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(settings.pathStyle())
                        .chunkedEncodingEnabled(false)
                        .expectContinueEnabled(false)
                        .useArnRegionEnabled(false)
                        .multiRegionEnabled(false)
                        .profileFile(() -> none)
                        .profileName("none")
                        .build())
                .overrideConfiguration(override -> override.apiCallAttemptTimeout(attempt)
                        .apiCallTimeout(attempt.multipliedBy(CALLS_OF_AN_ATTEMPT))
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .defaultProfileFileSupplier(() -> none)
                        .defaultProfileName("none")
                        .putHeader("Connection", "close")
                        .addExecutionInterceptor(new BodyGuard()))
                .httpClient(SdkTransport.of(settings));
        Optional<URI> endpoint = settings.endpoint();
        if (endpoint.isPresent()) {
            builder.endpointOverride(endpoint.get());
        } else {
            // Named so that AWS_ENDPOINT_URL cannot lead elsewhere.
            builder.endpointOverride(URI.create("https://s3." + settings.region() + ".amazonaws.com"));
        }
        this.client = builder.build();
    }

    private static AwsCredentials credentials(S3Credentials credentials) {
        String access = credentials.accessKey().reveal();
        String secret = credentials.secretKey().reveal();
        return credentials.sessionToken().isPresent()
                ? AwsSessionCredentials.create(
                        access, secret, credentials.sessionToken().get().reveal())
                : AwsBasicCredentials.create(access, secret);
    }

    @Override
    public S3Reader reader() {
        return new ReadingView(this);
    }

    @Override
    public S3Probe probe() {
        return this;
    }

    @Override
    public S3Answer<List<String>> listBuckets() throws InterruptedException {
        return call(
                "ListBuckets",
                s3 -> s3.listBuckets().buckets().stream().map(Bucket::name).toList());
    }

    @Override
    public S3Answer<String> headBucket(String bucket) throws InterruptedException {
        return call("HeadBucket", s3 -> {
            s3.headBucket(request -> request.bucket(bucket));
            return "200";
        });
    }

    @Override
    public S3Answer<ObjectList> listObjects(String bucket, String prefix) throws InterruptedException {
        return call("ListObjectsV2", s3 -> {
            var page = s3.listObjectsV2(request -> request.bucket(bucket).prefix(prefix));
            return new ObjectList(
                    page.contents().stream()
                            .map(entry -> new ObjectList.Entry(entry.key(), entry.size() == null ? -1 : entry.size()))
                            .toList(),
                    Boolean.TRUE.equals(page.isTruncated()));
        });
    }

    @Override
    public S3Answer<ObjectFacts> headObject(String bucket, String key) throws InterruptedException {
        return call("HeadObject", s3 -> {
            var head = s3.headObject(request -> request.bucket(bucket).key(key));
            return new ObjectFacts(
                    head.contentLength() == null ? -1 : head.contentLength(),
                    Optional.ofNullable(head.eTag()),
                    Optional.ofNullable(head.lastModified()),
                    Optional.ofNullable(head.versionId()));
        });
    }

    @Override
    public S3Answer<ObjectBody> getObject(String bucket, String key) throws InterruptedException {
        return call(
                "GetObject",
                s3 -> s3.getObject(request -> request.bucket(bucket).key(key), this::body));
    }

    private ObjectBody body(GetObjectResponse response, AbortableInputStream stream) {
        long announced = response.contentLength() == null ? -1 : response.contentLength();
        long end = System.nanoTime() + attempt.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        try (InputStream _ = stream) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                body.write(buffer, 0, count);
                if (body.size() > LARGEST_OBJECT) {
                    stream.abort();
                    throw new UnusableBodyException(new S3Failure.Parse("more than 512 MiB"));
                }
                if (System.nanoTime() > end) {
                    stream.abort();
                    throw new UnusableBodyException(new S3Failure.Timeout());
                }
            }
        } catch (IOException e) {
            throw new UnusableBodyException(S3Exceptions.ofBody(e, announced, body.size()), e);
        }
        if (announced >= 0 && announced != body.size()) {
            throw new UnusableBodyException(new S3Failure.Truncated(announced, body.size()));
        }
        return new ObjectBody(body.toByteArray(), announced < 0 ? OptionalLong.empty() : OptionalLong.of(announced));
    }

    @Override
    public S3Answer<String> putIfAbsent(String bucket, String name, byte[] content) throws InterruptedException {
        return call("PutObject", s3 -> {
            s3.putObject(
                    request -> request.bucket(bucket)
                            .key(PREFIX + name)
                            .ifNoneMatch("*")
                            .contentType("application/octet-stream"),
                    RequestBody.fromBytes(content));
            return "200";
        });
    }

    @Override
    public S3Answer<String> delete(String bucket, String name) throws InterruptedException {
        return call("DeleteObject", s3 -> {
            s3.deleteObject(request -> request.bucket(bucket).key(PREFIX + name));
            return "204";
        });
    }

    @Override
    public List<S3Attempt> attempts() {
        synchronized (attempts) {
            return List.copyOf(attempts);
        }
    }

    private <T> S3Answer<T> call(String operation, Function<S3Client, T> action) throws InterruptedException {
        long started = System.nanoTime();
        try {
            T value = action.apply(client);
            record(operation, OptionalInt.of(200), "ok", started);
            return new S3Answer.Success<>(value);
        } catch (AbortedException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException(operation);
            }
            return failure(operation, OptionalInt.empty(), S3Exceptions.of(e), started);
        } catch (AwsServiceException e) {
            return failure(operation, OptionalInt.of(e.statusCode()), S3Exceptions.of(e), started);
        } catch (SdkException e) {
            return failure(operation, OptionalInt.empty(), S3Exceptions.of(e), started);
        } catch (UnusableBodyException e) {
            return failure(operation, OptionalInt.empty(), e.failure(), started);
        }
    }

    private <T> S3Answer<T> failure(String operation, OptionalInt status, S3Failure seen, long started) {
        // The answer to a HEAD has no body and so no code; the SDK makes one up.
        boolean guessed = operation.startsWith("Head")
                && (seen instanceof S3Failure.NoSuchBucket || seen instanceof S3Failure.NoSuchKey);
        S3Failure failure = guessed ? new S3Failure.NotFound() : seen;
        record(operation, status, failure.word(), started);
        return new S3Answer.Failure<>(failure);
    }

    private void record(String operation, OptionalInt status, String outcome, long started) {
        synchronized (attempts) {
            attempts.add(new S3Attempt(operation, status, outcome, Duration.ofNanos(System.nanoTime() - started)));
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
