package dev.tinyland.gf.tofu.plan;

import java.util.List;

/**
 * What a plan does to one resource. OpenTofu counts a replacement as one to add and one to destroy.
 *
 * <p>Source: OpenTofu {@code internal/command/jsonplan}; {@code forget} since 1.7, {@code open} in 1.11 only,
 * {@code ["forget","create"]} since 1.12.
 */
public enum PlannedAction {
    NO_OP(List.of("no-op")),
    CREATE(List.of("create")),
    READ(List.of("read")),
    UPDATE(List.of("update")),
    DELETE(List.of("delete")),
    DELETE_THEN_CREATE(List.of("delete", "create")),
    CREATE_THEN_DELETE(List.of("create", "delete")),
    FORGET(List.of("forget")),
    FORGET_THEN_CREATE(List.of("forget", "create")),
    OPEN(List.of("open")),
    /** An action this tool does not know: never taken for harmless. */
    UNKNOWN(List.of());

    @SuppressWarnings("ImmutableEnumChecker") // only ever List.of
    private final List<String> words;

    PlannedAction(List<String> words) {
        this.words = words;
    }

    /** The action that the plan writes as these words; their order matters. */
    public static PlannedAction of(List<String> words) {
        for (PlannedAction action : values()) {
            if (action != UNKNOWN && action.words.equals(words)) {
                return action;
            }
        }
        return UNKNOWN;
    }

    public boolean destroys() {
        return words.contains("delete");
    }

    public boolean creates() {
        return words.contains("create");
    }

    public boolean replaces() {
        return this == DELETE_THEN_CREATE || this == CREATE_THEN_DELETE;
    }

    public boolean forgets() {
        return words.contains("forget");
    }

    /** Whether applying it changes anything; reading a data source and opening an ephemeral resource do not. */
    public boolean changes() {
        return switch (this) {
            case NO_OP, READ, OPEN -> false;
            case CREATE, UPDATE, DELETE, DELETE_THEN_CREATE, CREATE_THEN_DELETE, FORGET, FORGET_THEN_CREATE, UNKNOWN ->
                true;
        };
    }
}
