package dev.tinyland.gf.contract;

import java.util.Locale;

/** How a machine attaches to the caches. */
public enum AttachmentMode {
    COMPATIBILITY_LOCAL_ONLY,
    SHARED_CACHE_BACKED,
    EXECUTOR_BACKED;

    /** The mode as the platform writes it, such as {@code compatibility-local-only}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
