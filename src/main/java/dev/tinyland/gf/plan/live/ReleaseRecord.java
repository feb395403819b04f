package dev.tinyland.gf.plan.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tinyland.gf.plan.judgement.LiveRelease;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The record Helm keeps of a release: JSON, gzipped, Base64, and Base64 again as a Secret's data. */
final class ReleaseRecord {
    /** A release is at most 1 MiB as it is stored; this is far above what that can unpack to in earnest. */
    private static final int LARGEST = 64 * 1024 * 1024;

    private ReleaseRecord() {}

    /** Chart and versions; empty where the record cannot be read. */
    static Optional<LiveRelease> read(String namespace, String name, String data) {
        try {
            byte[] packed = Base64.getDecoder().decode(Base64.getDecoder().decode(data));
            try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                JsonNode chart = new ObjectMapper()
                        .readTree(stream.readNBytes(LARGEST))
                        .path("chart")
                        .path("metadata");
                String chartName = chart.path("name").asText("");
                return chartName.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new LiveRelease(
                                namespace,
                                name,
                                chartName,
                                chart.path("version").asText(""),
                                chart.path("appVersion").asText("")));
            }
        } catch (IllegalArgumentException | IOException unreadable) {
            return Optional.empty();
        }
    }
}
