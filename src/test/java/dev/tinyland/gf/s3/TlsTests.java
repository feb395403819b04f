package dev.tinyland.gf.s3;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store behind TLS with an authority of its own, as {@code custom_ca_bundle} and {@code insecure} are for. */
class TlsTests {
    private static final String PASSWORD = "changeit";

    @TempDir
    private static Path folder = Path.of("");

    private static HttpsServer server;

    @BeforeAll
    static void startServer() throws Exception {
        Path store = folder.resolve("server.p12");
        keytool(
                "-genkeypair",
                "-alias",
                "store",
                "-keyalg",
                "EC",
                "-dname",
                "CN=store",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-validity",
                "30",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "store",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-file",
                folder.resolve("authority.pem").toString());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(store)) {
            keys.load(stream, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] body = """
                    <ListAllMyBucketsResult><Buckets><Bucket><Name>tofu-state</Name></Bucket></Buckets>
                    </ListAllMyBucketsResult>
                    """.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterAll
    static void stopServer() {
        server.stop(0);
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        CommandResult result = ChildProcess.of(command).in(folder).run();
        assertEquals(0, result.exitCode(), () -> result.output() + result.errors());
    }

    private static S3Settings settings(Optional<Path> certificates, boolean insecure) {
        return new S3Settings(
                Optional.of(
                        URI.create("https://127.0.0.1:" + server.getAddress().getPort())),
                "us-east-1",
                true,
                certificates,
                insecure,
                new S3Credentials(Secret.of("access"), Secret.of("secret"), Optional.empty()),
                Duration.ofSeconds(5));
    }

    private static S3Answer<List<String>> list(S3Settings settings) throws InterruptedException {
        try (S3Connection connection = S3Connection.open(settings)) {
            return connection.reader().listBuckets();
        }
    }

    @Test
    void anAuthorityNobodyNamedIsNotTrusted() throws Exception {
        assertEquals(new S3Answer.Failure<>(new S3Failure.Tls()), list(settings(Optional.empty(), false)));
    }

    @Test
    void aNamedAuthorityIsTrusted() throws Exception {
        Optional<Path> authority = Optional.of(folder.resolve("authority.pem"));
        assertEquals(new S3Answer.Success<>(List.of("tofu-state")), list(settings(authority, false)));
    }

    @Test
    void insecureMeansWhatItSays() throws Exception {
        assertEquals(new S3Answer.Success<>(List.of("tofu-state")), list(settings(Optional.empty(), true)));
    }

    @Test
    void aFileOfAuthoritiesThatHoldsNoneIsSaidBeforeAnythingIsSent() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        assertThrows(UncheckedIOException.class, () -> list(settings(Optional.of(empty), false)));
        assertThrows(UncheckedIOException.class, () -> list(settings(Optional.of(folder.resolve("absent")), false)));
    }
}
