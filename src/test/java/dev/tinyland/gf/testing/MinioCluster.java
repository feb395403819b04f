package dev.tinyland.gf.testing;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/**
 * A real S3 store of four nodes on loopback. With one node gone it reads and writes; with two gone it reads, and writes hang past
 * any patience.
 */
public final class MinioCluster implements AutoCloseable {
    private static final int NODES = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<Server> nodes;
    private final List<String> addresses;

    private MinioCluster(List<Server> nodes, List<String> addresses) {
        this.nodes = nodes;
        this.addresses = addresses;
    }

    /** Starts it with one bucket. */
    public static MinioCluster start(Path folder, String bucket) throws IOException, InterruptedException {
        Path program = TestTools.binary("minio");
        List<String> addresses = new ArrayList<>();
        List<String> drives = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            String address = "127.0.0.1:" + Server.freePort();
            addresses.add(address);
            // Explicit endpoints: the form with {1...4} would multiply ports and folders.
            drives.add("http://" + address + Files.createDirectories(folder.resolve("drive-" + i)));
        }
        MinioCluster cluster = new MinioCluster(new ArrayList<>(), addresses);
        for (int i = 0; i < NODES; i++) {
            List<String> command =
                    new ArrayList<>(List.of(program.toString(), "server", "--address", addresses.get(i), "--quiet"));
            command.addAll(drives);
            cluster.nodes.add(new Server(
                    command,
                    Map.of(
                            "PATH",
                            "/usr/bin:/bin",
                            "HOME",
                            folder.toString(),
                            "MINIO_CI_CD",
                            "1",
                            // Else it waits for ever in a container, for a name that is not its own.
                            "_MINIO_SERVER_LOCAL",
                            addresses.get(i),
                            "MINIO_BROWSER",
                            "off",
                            "MINIO_ROOT_USER",
                            MinioServer.ACCESS_KEY,
                            "MINIO_ROOT_PASSWORD",
                            MinioServer.SECRET_KEY),
                    Files.createDirectories(folder.resolve("node-" + i))));
        }
        cluster.nodes.getFirst().await(() -> cluster.answers("/minio/health/cluster"), PATIENCE);
        try (S3Client client = cluster.client()) {
            client.createBucket(request -> request.bucket(bucket));
        }
        return cluster;
    }

    /** The first node, which no test stops. */
    public URI uri() {
        return URI.create("http://" + addresses.getFirst());
    }

    /** Stops the last node that still runs. */
    public void stopOne() throws IOException {
        nodes.removeLast().close();
    }

    public boolean holds(String bucket, String key) {
        try (S3Client client = client()) {
            return client.listObjectsV2(request -> request.bucket(bucket).prefix(key)).contents().stream()
                    .anyMatch(object -> object.key().equals(key));
        }
    }

    private S3Client client() {
        return S3Client.builder()
                .endpointOverride(uri())
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(MinioServer.ACCESS_KEY, MinioServer.SECRET_KEY)))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private boolean answers(String path) throws IOException {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) uri().resolve(path).toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(2_000);
            return connection.getResponseCode() == 200;
        } catch (java.net.ConnectException | java.net.SocketTimeoutException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (Server node : nodes) {
            node.close();
        }
    }
}
