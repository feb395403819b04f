package dev.tinyland.gf.state.guard;

/** Small words of reports. */
public final class Wording {
    private Wording() {}

    /** A number of managed resources, as in {@code 1 managed resource}. */
    public static String resources(int count) {
        return count + (count == 1 ? " managed resource" : " managed resources");
    }

    /** A number of buckets. */
    static String buckets(int count) {
        return count + (count == 1 ? " bucket" : " buckets");
    }
}
