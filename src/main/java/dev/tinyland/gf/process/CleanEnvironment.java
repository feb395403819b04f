package dev.tinyland.gf.process;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The environment child processes get: what a program needs to run at all, and what the caller names. */
public final class CleanEnvironment {
    private static final Set<String> KEPT = Set.of(
            "PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "LANG", "LC_ALL", "TZ", "SSL_CERT_FILE", "SSL_CERT_DIR");

    private CleanEnvironment() {}

    /**
     * The kept variables of an environment with additions.
     *
     * @param additions variables set on top
     */
    public static Map<String, String> of(Map<String, String> environment, Map<String, String> additions) {
        Map<String, String> clean = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (KEPT.contains(name)) {
                clean.put(name, value);
            }
        });
        clean.putAll(additions);
        return clean;
    }
}
