package dev.tinyland.gf.tofu.plan;

/** What kind of thing an address names. */
public enum ResourceMode {
    MANAGED,
    DATA,
    EPHEMERAL,
    UNKNOWN;

    static ResourceMode of(String word) {
        return switch (word) {
            case "managed" -> MANAGED;
            case "data" -> DATA;
            case "ephemeral" -> EPHEMERAL;
            default -> UNKNOWN;
        };
    }
}
