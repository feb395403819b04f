package dev.tinyland.gf.plan.judgement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What keeps data: charts that install storage, API groups and resource types that are storage. From the resource
 * {@code storage-catalog.json}.
 *
 * @param asOf when the lists were last looked through
 */
record StorageCatalog(LocalDate asOf, Set<String> charts, Set<String> groups, Set<String> resourceTypes) {
    private static final String RESOURCE = "/dev/tinyland/gf/plan/storage-catalog.json";

    StorageCatalog {
        charts = Set.copyOf(charts);
        groups = Set.copyOf(groups);
        resourceTypes = Set.copyOf(resourceTypes);
    }

    static StorageCatalog builtIn() {
        try (InputStream stream = StorageCatalog.class.getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + RESOURCE + " is missing");
            }
            JsonNode root = new ObjectMapper().readTree(stream);
            return new StorageCatalog(
                    LocalDate.parse(root.path("asOf").asText()),
                    texts(root.path("charts")),
                    texts(root.path("groups")),
                    texts(root.path("resourceTypes")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Whether objects of this API group keep data; a group stands for its subgroups too. */
    boolean isStorageGroup(String group) {
        return groups.stream().anyMatch(known -> group.equals(known) || group.endsWith("." + known));
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new LinkedHashSet<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }
}
