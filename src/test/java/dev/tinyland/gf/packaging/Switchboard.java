package dev.tinyland.gf.packaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Lets the steps of a job, which are other processes, change the world of a test: {@code curl "$SWITCH/name"}. */
final class Switchboard implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Runnable> switches = new ConcurrentHashMap<>();

    Switchboard() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::turn);
        server.start();
    }

    Switchboard on(String name, Runnable change) {
        switches.put("/" + name, change);
        return this;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void turn(HttpExchange exchange) throws IOException {
        try (exchange) {
            Runnable change = switches.get(exchange.getRequestURI().getPath());
            if (change != null) {
                change.run();
            }
            exchange.sendResponseHeaders(change == null ? 404 : 204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
