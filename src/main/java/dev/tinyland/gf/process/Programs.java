package dev.tinyland.gf.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds programs on a PATH, as {@code execvp} does, without running anything. */
public final class Programs {
    private Programs() {}

    /** The absolute path of the first executable of this name. Relative entries of the PATH are passed over. */
    public static Optional<Path> find(String name, Map<String, String> environment) {
        if (name.contains("/")) {
            Path path = Path.of(name).toAbsolutePath();
            return Files.isExecutable(path) ? Optional.of(path) : Optional.empty();
        }
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (folder.startsWith("/")) {
                Path candidate = Path.of(folder, name);
                if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }
}
