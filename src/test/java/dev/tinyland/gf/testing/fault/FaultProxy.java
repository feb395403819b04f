package dev.tinyland.gf.testing.fault;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * A reverse proxy on loopback before a real S3 server. Requests pass through as they are, with their signed Host header,
 * until a rule takes one; the rule that was added last is asked first. Every request is remembered. One request is
 * served per connection.
 */
public final class FaultProxy implements AutoCloseable {
    private final URI upstream;
    private final ServerSocket listener;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);

    private record Rule(Predicate<ProxyRequest> takes, Fault fault) {}

    /**
     * A request that came.
     *
     * @param status what it was answered with; 0 when it got no answer
     */
    public record Seen(String method, String target, int status) {
        @Override
        public String toString() {
            return method + " " + target + " -> " + status;
        }
    }

    private FaultProxy(URI upstream) throws IOException {
        this.upstream = upstream;
        this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        workers.execute(this::accept);
    }

    /** Starts a proxy before a server that speaks plain HTTP. */
    public static FaultProxy before(URI upstream) throws IOException {
        return new FaultProxy(upstream);
    }

    /** The address clients use. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /** Adds a rule; its count starts now. */
    public FaultProxy on(Match match, Fault fault) {
        rules.addFirst(new Rule(match.counting(), fault));
        return this;
    }

    /** Puts the whole store into a state. */
    public FaultProxy mode(Fault mode) {
        return on(Match.any(), mode);
    }

    /** Takes every rule away. */
    public FaultProxy heal() {
        rules.clear();
        return this;
    }

    /** The requests so far, in the order in which they were answered. */
    public List<Seen> requests() {
        return List.copyOf(seen);
    }

    public void forget() {
        seen.clear();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                workers.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            ProxyRequest request = Wire.readRequest(in, client.getOutputStream());
            if (request == null) {
                return;
            }
            switch (decide(request)) {
                case Outcome.Reply reply -> {
                    seen.add(new Seen(request.method(), request.target(), reply.status()));
                    Wire.write(reply, request, client);
                }
                case Outcome.Reset _ -> {
                    seen.add(new Seen(request.method(), request.target(), 0));
                    client.setSoLinger(true, 0);
                }
                case Outcome.Hang _ -> {
                    seen.add(new Seen(request.method(), request.target(), 0));
                    closing.await();
                }
            }
        } catch (IOException clientLeft) {
            // A client that gives up closes its connection; what it asked is remembered already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome decide(ProxyRequest request) throws InterruptedException {
        try {
            for (Rule rule : rules) {
                if (rule.takes().test(request)) {
                    return rule.fault().apply(request, this::forward);
                }
            }
            return forward(request);
        } catch (IOException upstreamFailed) {
            return Outcome.Reply.error(502, "BadGateway");
        }
    }

    private Outcome.Reply forward(ProxyRequest request) throws IOException {
        try (Socket server = new Socket(upstream.getHost(), upstream.getPort())) {
            Wire.write(request, server.getOutputStream());
            return Wire.readReply(new BufferedInputStream(server.getInputStream()), request);
        }
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        listener.close();
        workers.shutdownNow();
        workers.close();
    }
}
