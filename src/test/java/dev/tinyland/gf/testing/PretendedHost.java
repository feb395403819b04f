package dev.tinyland.gf.testing;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Stands for a public host: an HTTPS server on the loopback interface with a certificate in that host's name, and a proxy
 * that leads connections for the host to it and refuses every other. A program that is told of the proxy and of the trust
 * store meets the host under its real address, and nothing leaves the machine.
 */
public final class PretendedHost implements AutoCloseable {
    private static final String PASSWORD = "changeit";

    private final String name;
    private final Path store;
    private final HttpsServer server;
    private final ServerSocket proxy;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    /**
     * Starts both servers.
     *
     * @param name the public host
     * @param folder what it serves
     * @param store where its key store is made; the file must not exist
     */
    public PretendedHost(String name, Path folder, Path store) throws IOException, InterruptedException {
        this.name = name;
        this.store = store;
        CommandResult key = ChildProcess.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "host",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:" + name,
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString())
                .run();
        if (key.exitCode() != 0) {
            throw new IOException("no key: " + key);
        }
        InetAddress loopback = InetAddress.getLoopbackAddress();
        server = HttpsServer.create(new InetSocketAddress(loopback, 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.setExecutor(executor);
        server.createContext("/", FileServer.files(folder, requests));
        server.start();
        proxy = new ServerSocket(0, 50, loopback);
        executor.execute(this::accept);
    }

    /** What a JVM is told so that it meets this host. */
    public String javaOptions() {
        return "-Dhttps.proxyHost=127.0.0.1 -Dhttps.proxyPort=" + proxy.getLocalPort()
                + " -Dhttp.proxyHost=127.0.0.1 -Dhttp.proxyPort=" + proxy.getLocalPort()
                + " -Djavax.net.ssl.trustStore=" + store + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD;
    }

    /** Paths asked of the host so far, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** What was asked of the proxy for other hosts. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    private SSLContext context() throws IOException {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("no TLS for " + name, e);
        }
    }

    private void accept() {
        while (!proxy.isClosed()) {
            try {
                Socket client = proxy.accept();
                executor.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            // The client sends nothing after its request before it has the answer, so reading ahead loses nothing.
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            String request = String.valueOf(in.readLine());
            String header = in.readLine();
            while (header != null && !header.isEmpty()) {
                header = in.readLine();
            }
            OutputStream out = client.getOutputStream();
            if (!request.startsWith("CONNECT " + name + ":443 ")) {
                refused.add(request);
                out.write("HTTP/1.1 502 Not here\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
                return;
            }
            try (Socket host = new Socket(
                    server.getAddress().getAddress(), server.getAddress().getPort())) {
                out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                var back = executor.submit(() -> host.getInputStream().transferTo(out));
                client.getInputStream().transferTo(host.getOutputStream());
                host.shutdownOutput();
                back.get();
            }
        } catch (IOException | java.util.concurrent.ExecutionException broken) {
            // A client that hangs up in the middle is an end like another; the test sees what was asked for.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            proxy.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.stop(0);
        executor.shutdownNow();
    }
}
