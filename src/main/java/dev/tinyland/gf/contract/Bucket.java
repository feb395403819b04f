package dev.tinyland.gf.contract;

/**
 * A bucket of the object store.
 *
 * @param isProtected whether no tool may create, delete, heal or configure it; the key is {@code protected}
 */
public record Bucket(Role role, @Key("protected") boolean isProtected) {

    /** What a bucket carries. */
    public enum Role {
        STATE,
        NIX_CACHE,
        BAZEL_CACHE
    }
}
