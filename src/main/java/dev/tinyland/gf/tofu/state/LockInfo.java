package dev.tinyland.gf.tofu.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What OpenTofu writes into a lock ({@code statemgr.LockInfo}).
 *
 * @param id what {@code tofu force-unlock} takes
 * @param operation such as {@code OperationTypeApply}
 * @param who {@code user@host}
 * @param created when it was taken, where that is readable
 */
public record LockInfo(String id, String operation, String who, String version, Optional<Instant> created) {

    /** Reads a lock file; empty when it is none. */
    public static Optional<LockInfo> parse(byte[] bytes) {
        try {
            JsonNode root = new ObjectMapper().readTree(bytes);
            String id = root.path("ID").asText("");
            return id.isBlank()
                    ? Optional.empty()
                    : Optional.of(new LockInfo(
                            id,
                            root.path("Operation").asText(""),
                            root.path("Who").asText(""),
                            root.path("Version").asText(""),
                            instant(root.path("Created").asText(""))));
        } catch (IOException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(java.time.OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
