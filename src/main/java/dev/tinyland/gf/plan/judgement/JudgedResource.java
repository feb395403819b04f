package dev.tinyland.gf.plan.judgement;

import dev.tinyland.gf.helm.ReleaseComparison;
import dev.tinyland.gf.tofu.plan.PlannedAction;
import dev.tinyland.gf.tofu.plan.ResourceChange;
import dev.tinyland.gf.tofu.plan.ResourceMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One resource of a plan, or of its drift, with what differs.
 *
 * @param attributes attributes that differ; for a Helm release without its values and its {@code metadata}, which
 *     {@code release} and nothing else compares
 * @param release the Helm release it is
 * @param churn why an update changes nothing that matters; empty when it does change something
 */
public record JudgedResource(
        ResourceChange resource,
        List<AttributeChange> attributes,
        Optional<ReleaseComparison> release,
        Set<ChurnClass> churn) {

    public JudgedResource {
        attributes = List.copyOf(attributes);
        churn = Set.copyOf(churn);
    }

    public String address() {
        return resource.address();
    }

    /** The address, and which of its objects it is where it is a deposed one: unique in a plan. */
    public String label() {
        return resource.address()
                + resource.deposed().map(key -> " (deposed " + key + ")").orElse("");
    }

    public boolean isManaged() {
        return resource.mode() == ResourceMode.MANAGED;
    }

    public boolean isChurn() {
        return !churn.isEmpty();
    }

    public boolean isImported() {
        return resource.change().importing().isPresent();
    }

    /** What a reviewer has to read first stands first. */
    public Weight weight() {
        if (!isManaged()) {
            return resource.action() == PlannedAction.NO_OP ? Weight.UNTOUCHED : Weight.READ;
        }
        if (resource.change().replaces()) {
            return Weight.REPLACE;
        }
        if (resource.change().destroys()) {
            return Weight.DESTROY;
        }
        return switch (resource.action()) {
            case DELETE, DELETE_THEN_CREATE, CREATE_THEN_DELETE -> Weight.DESTROY;
            case FORGET, FORGET_THEN_CREATE -> Weight.FORGET;
            case UNKNOWN -> Weight.UNKNOWN;
            case UPDATE -> isChurn() ? Weight.CHURN : Weight.CHANGE;
            case CREATE -> Weight.CREATE;
            case READ, OPEN -> Weight.READ;
            case NO_OP -> isImported() || resource.isMoved() ? Weight.ADOPT : Weight.UNTOUCHED;
        };
    }

    /** Groups of a report, heaviest first. */
    public enum Weight {
        DESTROY("Destroyed"),
        REPLACE("Replaced"),
        UNKNOWN("Not understood"),
        FORGET("Forgotten"),
        CHANGE("Changed in place"),
        CREATE("Created"),
        ADOPT("Moved or imported"),
        CHURN("Churn only"),
        READ("Read"),
        UNTOUCHED("Unchanged");

        private final String title;

        Weight(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }
}
