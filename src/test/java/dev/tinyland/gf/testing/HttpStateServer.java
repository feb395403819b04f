package dev.tinyland.gf.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A state store as OpenTofu's http backend expects it (GET, POST, LOCK, UNLOCK), which misbehaves when told to. */
public final class HttpStateServer implements AutoCloseable {
    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private Optional<byte[]> state = Optional.empty();
    private Optional<String> lock = Optional.empty();
    private int getStatus;

    private HttpStateServer(HttpServer server) {
        this.server = server;
    }

    public static HttpStateServer start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        HttpStateServer started = new HttpStateServer(http);
        http.createContext("/state", started::answer);
        http.start();
        return started;
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/state";
    }

    /** Holds the lock for somebody else. */
    public synchronized void lock(String info) {
        lock = Optional.of(info);
    }

    public synchronized boolean isLocked() {
        return lock.isPresent();
    }

    public synchronized Optional<String> state() {
        return state.map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    public synchronized void state(String text) {
        state = Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers every GET with this status and no body; 0 ends that. */
    public synchronized void answerGetWith(int status) {
        getStatus = status;
    }

    /** Method names in the order of arrival. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add(exchange.getRequestMethod());
        switch (exchange.getRequestMethod()) {
            case "GET" -> {
                if (getStatus != 0) {
                    send(exchange, getStatus, new byte[0]);
                } else if (state.isPresent()) {
                    send(exchange, 200, state.get());
                } else {
                    send(exchange, 404, new byte[0]);
                }
            }
            case "POST" -> {
                state = Optional.of(body);
                send(exchange, 200, new byte[0]);
            }
            case "LOCK" -> {
                if (lock.isPresent()) {
                    send(exchange, 423, lock.get().getBytes(StandardCharsets.UTF_8));
                } else {
                    lock = Optional.of(new String(body, StandardCharsets.UTF_8));
                    send(exchange, 200, new byte[0]);
                }
            }
            case "UNLOCK" -> {
                lock = Optional.empty();
                send(exchange, 200, new byte[0]);
            }
            default -> send(exchange, 405, new byte[0]);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
