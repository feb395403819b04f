package dev.tinyland.gf.state.custody;

import dev.tinyland.gf.tofu.state.StateDocument;
import dev.tinyland.gf.tofu.state.StateSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether the store knows by now what a state in custody knows. */
public final class CustodyJudge {
    private static final int MOST_NAMED = 3;

    private CustodyJudge() {}

    /** What comes of comparing. */
    public sealed interface Outcome {
        /**
         * The store has every resource.
         *
         * @param byId how many of them by their ids
         * @param byAddress how many by their addresses alone, for one of the two states tells no id
         */
        record Resolved(int byId, int byAddress) implements Outcome {}

        /**
         * The store does not know it, as far as anybody can tell.
         *
         * @param why one clause
         */
        record Unknown(String why) implements Outcome {}

        /**
         * The store knows the addresses, of other objects.
         *
         * @param why one clause
         */
        record Other(String why) implements Outcome {}
    }

    /**
     * Compares without opening anything. A push counts the serial up, so the store of a resolved custody is of the same
     * lineage, of a higher serial, and has every resource; an equal serial is of another writer. A resource of another id was
     * made anew, by a second apply that did not know of the first or by a replacement since: nobody can tell which.
     *
     * @param store what the guard saw; empty when there is no state
     */
    public static Outcome judge(CustodyRecord custody, Optional<StateDocument.Present> store) {
        if (custody.lineage().isEmpty()
                || custody.serial().isEmpty()
                || custody.managed().isEmpty()) {
            return new Outcome.Unknown("nobody can tell from its record what it holds");
        }
        if (store.isEmpty()) {
            return new Outcome.Unknown("there is no state in the store");
        }
        if (!(store.get() instanceof StateDocument.Plain(var now))) {
            return new Outcome.Unknown("the state in the store is encrypted, so nobody can tell what it holds");
        }
        if (!custody.lineage().get().equals(now.lineage())) {
            return new Outcome.Unknown(
                    "it is of lineage " + custody.lineage().get() + ", the store of " + now.lineage());
        }
        long serial = custody.serial().getAsLong();
        if (serial > now.serial()) {
            return new Outcome.Unknown("it is of serial " + serial + ", the store only of " + now.serial());
        }
        if (serial == now.serial()) {
            return new Outcome.Unknown("the store is of the same serial " + serial + ", written by somebody else");
        }
        SortedSet<String> missing = new TreeSet<>(custody.managed().get());
        missing.removeAll(CustodyRecord.digests(now.managed()));
        return missing.isEmpty()
                ? byId(custody, custody.managed().get().size(), now)
                : new Outcome.Unknown("the store does not know " + missing.size() + " of its "
                        + custody.managed().get().size() + " resources");
    }

    private static Outcome byId(CustodyRecord custody, int resources, StateSummary now) {
        int common = 0;
        List<String> others = new ArrayList<>();
        for (Map.Entry<String, String> entry : now.ids().entrySet()) {
            String kept = custody.ids().get(CustodyRecord.digest(entry.getKey()));
            if (kept != null) {
                common++;
                if (!kept.equals(entry.getValue())) {
                    others.add(entry.getKey());
                }
            }
        }
        if (others.isEmpty()) {
            return new Outcome.Resolved(common, resources - common);
        }
        String more = others.size() > MOST_NAMED ? " and " + (others.size() - MOST_NAMED) + " more" : "";
        return new Outcome.Other("of its " + resources + " resources " + others.size()
                + (others.size() == 1 ? " has another id" : " have other ids") + " in the store: "
                + String.join(", ", others.subList(0, Math.min(MOST_NAMED, others.size()))) + more);
    }
}
