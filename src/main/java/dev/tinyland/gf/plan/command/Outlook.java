package dev.tinyland.gf.plan.command;

import java.util.List;

/** What the state looks like after an apply. */
sealed interface Outlook {

    /** It knows what was done. */
    record Persisted(String receipt, String lineage, long serial) implements Outlook {}

    /**
     * It does not.
     *
     * @param why one sentence each
     */
    record Lost(String reason, List<String> why) implements Outlook {
        public Lost {
            why = List.copyOf(why);
        }
    }

    /** It could not be looked at. */
    record Unseen(String reason) implements Outlook {}
}
