package dev.tinyland.gf.state.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what the last good run knew with what the store says now. */
public final class ReceiptJudge {
    /** Largest drop of the number of resources that nobody has to explain, in percent. */
    public static final int USUAL_DROP = 50;

    private ReceiptJudge() {}

    /**
     * The contradictions, in the order of how bad they are.
     *
     * @param before the receipt
     * @param now what the store says now; empty when there is no state
     * @param largestDrop drop of the number of managed resources, in percent, from which on it is a contradiction; a drop
     *     to none always is
     */
    public static List<Contradiction> compare(StateReceipt before, Optional<StateReceipt> now, int largestDrop) {
        if (now.isEmpty()) {
            return List.of(new Contradiction.StateGone(
                    before.lineage().orElse("unknown"), before.serial().orElse(0)));
        }
        List<Contradiction> found = new ArrayList<>();
        StateReceipt state = now.get();
        boolean sameHistory = true;
        if (before.lineage().isPresent() && state.lineage().isPresent()) {
            String was = before.lineage().get();
            String is = state.lineage().get();
            sameHistory = was.equals(is);
            if (!sameHistory) {
                found.add(new Contradiction.LineageChanged(was, is));
            }
        }
        if (sameHistory && before.serial().isPresent() && state.serial().isPresent()) {
            long was = before.serial().getAsLong();
            long is = state.serial().getAsLong();
            boolean addressesKnown =
                    !before.addresses().isEmpty() && !state.addresses().isEmpty();
            if (is < was) {
                found.add(new Contradiction.SerialFell(was, is));
            } else if (is == was && addressesKnown && !before.addresses().equals(state.addresses())) {
                found.add(new Contradiction.SameSerialOtherAddresses(is));
            }
        }
        if (before.managed().isPresent() && state.managed().isPresent()) {
            int was = before.managed().getAsInt();
            int is = state.managed().getAsInt();
            boolean far = (long) (was - is) * 100 > (long) was * largestDrop;
            if (was > is && (is == 0 || far)) {
                found.add(new Contradiction.CountDropped(was, is));
            }
        }
        return List.copyOf(found);
    }
}
