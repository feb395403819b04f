package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.tofu.plan.ResourceChange;
import dev.tinyland.gf.tofu.plan.ResourceMode;
import dev.tinyland.gf.tofu.plan.TofuPlan;
import dev.tinyland.gf.tofu.state.StateSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What must hold of a state that is read back after an apply. OpenTofu can end with exit 0 and "Apply complete" while the
 * store holds the old state: where the object was hidden when it began and is there again when it persists, it takes the old
 * one for newer ({@code internal/states/remote/state.go}).
 */
final class ReadBack {
    private ReadBack() {}

    /**
     * What does not hold, one sentence each.
     *
     * @param lineage before; empty where there was no state
     * @param serial before
     * @param complete whether the apply ended well, so that everything it planned must be there
     */
    static List<String> objections(
            TofuPlan plan, Optional<String> lineage, OptionalLong serial, StateSummary now, boolean complete) {
        List<String> objections = new ArrayList<>();
        if (lineage.isPresent() && !lineage.get().equals(now.lineage())) {
            objections.add("the lineage was " + lineage.get() + " and is " + now.lineage());
        }
        if (serial.isPresent() && now.serial() < serial.getAsLong()) {
            objections.add("the serial was " + serial.getAsLong() + " and is " + now.serial());
        }
        if (!complete) {
            return objections;
        }
        if (serial.isPresent() && now.serial() == serial.getAsLong() && plan.changesAnything()) {
            objections.add("the serial is still " + now.serial() + ", and the plan changed something");
        }
        Set<String> created = new TreeSet<>();
        Set<String> gone = new TreeSet<>();
        for (ResourceChange change : plan.resourceChanges()) {
            if (change.mode() != ResourceMode.MANAGED || change.deposed().isPresent()) {
                continue;
            }
            if (change.change().creates()) {
                created.add(change.address());
            } else if (change.action().destroys() || change.action().forgets()) {
                gone.add(change.address());
            }
        }
        created.removeAll(now.managed());
        gone.retainAll(now.managed());
        if (!created.isEmpty()) {
            objections.add("it does not know what was created: " + some(created));
        }
        if (!gone.isEmpty()) {
            objections.add("it still knows what was taken away: " + some(gone));
        }
        return objections;
    }

    private static String some(Set<String> addresses) {
        List<String> list = List.copyOf(addresses);
        return list.size() <= 3
                ? String.join(", ", list)
                : String.join(", ", list.subList(0, 3)) + " and " + (list.size() - 3) + " more";
    }
}
