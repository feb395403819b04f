package dev.tinyland.gf.plan.live;

import dev.tinyland.gf.plan.judgement.LiveRelease;
import java.util.Optional;

/** What looking for one object gave. */
public sealed interface Sighting {

    /**
     * It lives.
     *
     * @param shown for people, as in {@code Helm release arc-systems/arc-controller, revision 7, deployed}
     * @param release what is installed, of a Helm release that could be read
     */
    record Alive(String shown, Optional<LiveRelease> release) implements Sighting {}

    /** The server says that there is none. */
    record NotThere() implements Sighting {}

    /** Nobody could look: no permission, no answer. */
    record Unseen(String why) implements Sighting {}

    /** It has no identity in the cluster, so there is nothing to look for. */
    record NothingToLookFor() implements Sighting {}
}
