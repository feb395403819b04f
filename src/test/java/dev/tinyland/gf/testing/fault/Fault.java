package dev.tinyland.gf.testing.fault;

import java.io.IOException;

/** What is done to a request instead of passing it on. */
@FunctionalInterface
public interface Fault {

    Outcome apply(ProxyRequest request, Upstream upstream) throws IOException, InterruptedException;

    /** The real server behind the proxy. */
    @FunctionalInterface
    interface Upstream {
        Outcome.Reply forward(ProxyRequest request) throws IOException;
    }
}
