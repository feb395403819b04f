package dev.tinyland.gf.lint.command;

import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A file whose text an editor holds: it is judged as the file of that name, which need not exist, in place of what lies
 * there.
 *
 * @param named where the file would be, absolute
 * @param content where its text lies for the time of the run
 */
record StandardInput(Path named, Path content) {
    /** More than any file that is read; the loader says that it is too large. */
    private static final int MOST = (4 << 20) + 1;

    /** @param name value of {@code --stdin-filename} */
    static StandardInput read(Host host, Path directory, String name) throws IOException {
        Path named;
        try {
            named = directory.resolve(name).normalize();
        } catch (InvalidPathException impossible) {
            throw new InputException(
                    "stdin-filename", "--stdin-filename holds a character that no path can have; name a file");
        }
        Path parent = named.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new InputException(
                    "stdin-filename",
                    "the folder of --stdin-filename does not exist; name the file as it lies in the repository");
        }
        Path content = Files.createTempFile("gf-lint-", ".stdin");
        Files.write(content, host.in().readNBytes(MOST));
        return new StandardInput(named, content);
    }

    void delete() throws IOException {
        Files.deleteIfExists(content);
    }
}
