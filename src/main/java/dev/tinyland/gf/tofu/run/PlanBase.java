package dev.tinyland.gf.tofu.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The state a saved plan was made from, as the plan file carries it (entry {@code tfstate} of the archive). What OpenTofu
 * saw, whatever a store says to others.
 *
 * @param lineage empty text where there was no state
 * @param serial 0 where there was no state
 */
public record PlanBase(String lineage, long serial) {

    /** Reads a plan file; empty for an encrypted one, which is no archive. */
    public static Optional<PlanBase> read(Path plan) throws IOException {
        try (ZipFile archive = new ZipFile(plan.toFile())) {
            ZipEntry entry = archive.getEntry("tfstate");
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream stream = archive.getInputStream(entry)) {
                JsonNode state = new ObjectMapper().readTree(stream);
                return Optional.of(new PlanBase(
                        state.path("lineage").asText(""), state.path("serial").asLong(0)));
            }
        } catch (ZipException noArchive) {
            return Optional.empty();
        }
    }

    /** Whether it was made from nothing. */
    public boolean isNothing() {
        return lineage.isEmpty() && serial == 0;
    }
}
