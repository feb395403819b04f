package dev.tinyland.gf.access;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether something listens at a host and port. */
@FunctionalInterface
public interface ReachabilityProbe {

    boolean answers(String host, int port);

    /** A TCP connection within three seconds. */
    static ReachabilityProbe tcp() {
        return (host, port) -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), 3_000);
                return true;
            } catch (IOException noAnswer) {
                return false;
            }
        };
    }
}
