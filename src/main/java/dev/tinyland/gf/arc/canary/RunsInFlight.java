package dev.tinyland.gf.arc.canary;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Runs that were dispatched and have not ended, so that whoever ends the canary can end them too. Two threads meet here: the
 * canary's own, and the one that ends it.
 */
public final class RunsInFlight {

    /**
     * A run on a lane.
     *
     * @param nonce word that its title holds
     * @param since before it was dispatched
     * @param run its id, empty until it is found
     */
    public record Flight(String lane, String nonce, Instant since, OptionalLong run) {}

    private final Map<String, Flight> flights = new LinkedHashMap<>();
    private boolean dispatching;
    private boolean ended;

    /**
     * A run is about to be dispatched.
     *
     * @throws InterruptedException when the canary is being ended: then none may begin
     */
    synchronized void dispatching() throws InterruptedException {
        if (ended) {
            throw new InterruptedException("the canary is being ended");
        }
        dispatching = true;
    }

    /** The dispatch has been answered, and what it left behind is kept. */
    synchronized void dispatched() {
        dispatching = false;
        notifyAll();
    }

    synchronized void keep(Flight flight) {
        flights.put(flight.lane(), flight);
    }

    /** A run has ended, or was cancelled. */
    synchronized void over(String lane) {
        flights.remove(lane);
    }

    /**
     * Lets no run begin any more, and gives those that have not ended.
     *
     * @param longest how long the answer to a dispatch that is on its way is waited for
     */
    synchronized List<Flight> end(Duration longest) throws InterruptedException {
        ended = true;
        long deadline = System.nanoTime() + longest.toNanos();
        for (long left = longest.toMillis(); dispatching && left > 0; ) {
            wait(left);
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
        return List.copyOf(flights.values());
    }
}
