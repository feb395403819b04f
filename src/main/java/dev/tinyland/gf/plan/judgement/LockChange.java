package dev.tinyland.gf.plan.judgement;

/**
 * A provider that is locked otherwise than on the base branch.
 *
 * @param provider source address
 * @param before version on the base branch, empty where it was not locked there
 * @param after version the plan was made with, empty where it no longer is used
 * @param rebuilt whether it is the same version and no hash is common to both: another program under the same number
 */
public record LockChange(String provider, String before, String after, boolean rebuilt) {

    static LockChange of(String provider, String before, String after) {
        return new LockChange(provider, before, after, false);
    }

    String observed() {
        if (rebuilt) {
            return "the same version, and none of its hashes is one of the base branch's";
        }
        if (after.isEmpty()) {
            return "the provider is no longer used";
        }
        return before.isEmpty()
                ? "the provider is new in the lock file"
                : "the provider's version is another than on the base branch";
    }
}
