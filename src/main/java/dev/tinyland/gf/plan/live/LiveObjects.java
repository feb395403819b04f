package dev.tinyland.gf.plan.live;

/** Looks for objects in the cluster. */
public interface LiveObjects {

    /** Looks; a cluster that does not answer is part of the answer. */
    Sighting look(Identity identity) throws InterruptedException;

    /** Nobody looks. */
    static LiveObjects none(String why) {
        return identity ->
                identity instanceof Identity.Elsewhere ? new Sighting.NothingToLookFor() : new Sighting.Unseen(why);
    }
}
