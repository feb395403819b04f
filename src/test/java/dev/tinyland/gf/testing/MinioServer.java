package dev.tinyland.gf.testing;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real S3 server of one node on loopback. */
public final class MinioServer implements AutoCloseable {
    public static final String ACCESS_KEY = "gf-minio-access";
    public static final String SECRET_KEY = "gf-minio-secret-0123456789";

    private final Server server;
    private final String url;
    private final Path data;

    private MinioServer(Server server, String url, Path data) {
        this.server = server;
        this.url = url;
        this.data = data;
    }

    /** Starts it with these buckets, which in a store of one drive are folders. */
    public static MinioServer start(Path folder, String... buckets) throws IOException, InterruptedException {
        Path program = TestTools.binary("minio");
        Path data = folder.resolve("minio");
        for (String bucket : buckets) {
            Files.createDirectories(data.resolve(bucket));
        }
        String address = "127.0.0.1:" + Server.freePort();
        Server server = new Server(
                List.of(program.toString(), "server", "--address", address, "--quiet", data.toString()),
                Map.of(
                        "PATH",
                        "/usr/bin:/bin",
                        "HOME",
                        folder.toString(),
                        "MINIO_CI_CD",
                        "1",
                        "MINIO_BROWSER",
                        "off",
                        "MINIO_ROOT_USER",
                        ACCESS_KEY,
                        "MINIO_ROOT_PASSWORD",
                        SECRET_KEY),
                folder);
        MinioServer started = new MinioServer(server, "http://" + address, data);
        server.await(started::ready, Duration.ofMinutes(1));
        return started;
    }

    public String url() {
        return url;
    }

    /** Whether an object lies on the drive. */
    public boolean holds(String bucket, String key) {
        return Files.exists(data.resolve(bucket).resolve(key));
    }

    /** Takes an object off the drive, as an operator with a shell would. */
    public void remove(String bucket, String key) throws IOException {
        Path object = data.resolve(bucket).resolve(key);
        if (!Files.exists(object)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(object)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }

    private boolean ready() throws IOException {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(url + "/minio/health/ready").toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(1_000);
            return connection.getResponseCode() == 200;
        } catch (java.net.ConnectException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
