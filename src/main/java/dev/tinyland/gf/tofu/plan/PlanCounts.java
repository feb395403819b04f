package dev.tinyland.gf.tofu.plan;

/**
 * What a plan would do, counted as OpenTofu counts: a replacement is one to add and one to destroy, deleting a data source
 * counts nothing.
 *
 * @param replaces replacements, each also in {@code adds} and {@code destroys}
 */
public record PlanCounts(int adds, int changes, int destroys, int replaces, int imports, int moves, int forgets) {

    public static PlanCounts of(TofuPlan plan) {
        int adds = 0;
        int changes = 0;
        int destroys = 0;
        int replaces = 0;
        int imports = 0;
        int moves = 0;
        int forgets = 0;
        for (ResourceChange change : plan.resourceChanges()) {
            if (change.mode() != ResourceMode.MANAGED) {
                continue;
            }
            Change what = change.change();
            adds += what.creates() ? 1 : 0;
            destroys += what.destroys() ? 1 : 0;
            changes += what.action() == PlannedAction.UPDATE ? 1 : 0;
            replaces += what.replaces() ? 1 : 0;
            forgets += what.forgets() ? 1 : 0;
            imports += what.importing().isPresent() ? 1 : 0;
            moves += change.isMoved() ? 1 : 0;
        }
        return new PlanCounts(adds, changes, destroys, replaces, imports, moves, forgets);
    }
}
