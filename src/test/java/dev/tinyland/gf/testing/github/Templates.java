package dev.tinyland.gf.testing.github;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The least that each object of the API consists of: every field its schema requires, with a plain value. */
final class Templates {
    static final ObjectMapper JSON = new ObjectMapper();

    private Templates() {}

    static ObjectNode of(String name) {
        try (InputStream file = Templates.class.getResourceAsStream("/github/" + name + ".json")) {
            if (file == null || !(JSON.readTree(file) instanceof ObjectNode object)) {
                throw new IllegalArgumentException("no template " + name);
            }
            return object;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
