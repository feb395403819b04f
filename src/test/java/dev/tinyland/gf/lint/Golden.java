package dev.tinyland.gf.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text that was read and accepted once. {@code -Dgolden.update=true} writes it anew, to be read again. */
public final class Golden {
    private Golden() {}

    /** @param name path below {@code src/test/resources} */
    public static void check(String name, String actual) {
        checkFile(Path.of("src/test/resources", name), actual);
    }

    public static void checkFile(Path file, String actual) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, actual);
            }
            assertTrue(Files.exists(file), () -> file + " is missing; -Dgolden.update=true writes it");
            assertEquals(Files.readString(file), actual, file::toString);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
