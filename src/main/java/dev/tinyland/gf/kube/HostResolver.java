package dev.tinyland.gf.kube;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds the addresses of a host name. */
@FunctionalInterface
public interface HostResolver {

    /** All addresses of the name; none when it has none, or when nobody answers. */
    List<IpAddress> resolve(String name) throws InterruptedException;

    /** Asks the system, and waits five seconds at most. */
    static HostResolver system() {
        return name -> {
            CompletableFuture<List<IpAddress>> answer = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> answer.complete(lookUp(name)));
            try {
                return answer.get(5, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException noAnswer) {
                return List.of();
            }
        };
    }

    private static List<IpAddress> lookUp(String name) {
        List<IpAddress> addresses = new ArrayList<>();
        try {
            for (InetAddress address : InetAddress.getAllByName(name)) {
                addresses.add(IpAddress.of(address.getAddress()));
            }
        } catch (UnknownHostException unknown) {
            return List.of();
        }
        return addresses;
    }
}
