package dev.tinyland.gf.state.custody;

import dev.tinyland.gf.tofu.state.StateDocument;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whether the store knows by now what a state in custody knows. */
public final class CustodyJudge {
    private CustodyJudge() {}

    /**
     * Compares without opening anything. A push counts the serial up, so the store of a resolved custody is of the same
     * lineage, of a higher serial, and has every resource; an equal serial is of another writer.
     *
     * @param store what the guard saw; empty when there is no state
     * @return why it is not resolved, one clause; empty when it is
     */
    public static Optional<String> unresolved(CustodyRecord custody, Optional<StateDocument.Present> store) {
        if (custody.lineage().isEmpty()
                || custody.serial().isEmpty()
                || custody.managed().isEmpty()) {
            return Optional.of("nobody can tell from its record what it holds");
        }
        if (store.isEmpty()) {
            return Optional.of("there is no state in the store");
        }
        if (!(store.get() instanceof StateDocument.Plain(var now))) {
            return Optional.of("the state in the store is encrypted, so nobody can tell what it holds");
        }
        if (!custody.lineage().get().equals(now.lineage())) {
            return Optional.of("it is of lineage " + custody.lineage().get() + ", the store of " + now.lineage());
        }
        long serial = custody.serial().getAsLong();
        if (serial > now.serial()) {
            return Optional.of("it is of serial " + serial + ", the store only of " + now.serial());
        }
        if (serial == now.serial()) {
            return Optional.of("the store is of the same serial " + serial + ", written by somebody else");
        }
        SortedSet<String> missing = new TreeSet<>(custody.managed().get());
        missing.removeAll(CustodyRecord.digests(now.managed()));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("the store does not know " + missing.size() + " of its "
                        + custody.managed().get().size() + " resources");
    }
}
