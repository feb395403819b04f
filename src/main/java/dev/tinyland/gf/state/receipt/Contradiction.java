package dev.tinyland.gf.state.receipt;

/** One thing in which a receipt and a state cannot both be right, unless somebody meant it. */
public sealed interface Contradiction {

    /** One sentence: what the receipt says and what the state says. */
    String sentence();

    /** There was a state, and now there is none. */
    record StateGone(String lineage, long serial) implements Contradiction {
        @Override
        public String sentence() {
            return "the receipt knows a state (lineage " + lineage + ", serial " + serial
                    + "), and the store has none now";
        }
    }

    /** The state is of another history: it was made anew, or it is another stack's. */
    record LineageChanged(String before, String now) implements Contradiction {
        @Override
        public String sentence() {
            return "the lineage was " + before + " and is now " + now + ": this is another history, not a later state";
        }
    }

    /** The state is older than what was seen: a write was lost, or an old copy came back. */
    record SerialFell(long before, long now) implements Contradiction {
        @Override
        public String sentence() {
            return "the serial was " + before + " and is now " + now + ": writes were lost or an old copy came back";
        }
    }

    /** Far fewer resources than there were. */
    record CountDropped(int before, int now) implements Contradiction {
        @Override
        public String sentence() {
            return "the state held " + before + " managed resources and now holds " + now;
        }
    }

    /** One serial, two contents. */
    record SameSerialOtherAddresses(long serial) implements Contradiction {
        @Override
        public String sentence() {
            return "serial " + serial + " holds other resources than when the receipt was written";
        }
    }
}
