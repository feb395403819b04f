package dev.tinyland.gf.access;

import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.text.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A file with credentials: in a fresh folder of mode 0700, of mode 0600 from the moment it exists. Writing first and
 * changing the mode after would leave a moment in which others can open it.
 *
 * @param sha256 digest of its content in lower-case hexadecimal
 * @param fallback why it does not stand under {@code RUNNER_TEMP}, where that was wanted
 */
public record PrivateFile(Path path, String sha256, Optional<String> fallback) {
    private static final Object REMOVAL = new Object();
    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /**
     * Creates a file under {@code RUNNER_TEMP}, or under the system's folder for temporary files when that is not set or
     * cannot be written.
     *
     * @param prefix what the folder's name starts with
     * @throws IOException when neither can be written
     */
    public static PrivateFile create(Host host, String prefix, String name, String content) throws IOException {
        Optional<Path> wanted = host.variable("RUNNER_TEMP").map(Path::of);
        if (wanted.isPresent()) {
            try {
                return new PrivateFile(
                        write(Files.createTempDirectory(wanted.get(), prefix, FOLDER), name, content),
                        digest(content.getBytes(StandardCharsets.UTF_8)),
                        Optional.empty());
            } catch (IOException notWritable) {
                return elsewhere(prefix, name, content, "RUNNER_TEMP cannot be written");
            }
        }
        return elsewhere(prefix, name, content, "RUNNER_TEMP is not set");
    }

    private static PrivateFile elsewhere(String prefix, String name, String content, String why) throws IOException {
        Path folder = Files.createTempDirectory(prefix, FOLDER);
        return new PrivateFile(
                write(folder, name, content), digest(content.getBytes(StandardCharsets.UTF_8)), Optional.of(why));
    }

    private static Path write(Path folder, String name, String content) throws IOException {
        try {
            return create(folder.resolve(name), content);
        } catch (IOException failed) {
            // A part of the credential may stand there already.
            Files.deleteIfExists(folder.resolve(name));
            Files.deleteIfExists(folder);
            throw failed;
        }
    }

    private static Path create(Path file, String content) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (WritableByteChannel channel = Files.newByteChannel(file, options, FILE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
        return file;
    }

    /** Removes the file and its folder, whatever a client left beside the file; for every way out that is not green. */
    public void remove() throws IOException {
        // The run and its interruption may both come here.
        synchronized (REMOVAL) {
            Files.deleteIfExists(path);
            Path folder = path.getParent();
            if (folder == null || !Files.exists(folder)) {
                return;
            }
            try (Stream<Path> entries = Files.walk(folder)) {
                for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(entry);
                }
            }
        }
    }

    /** What others may do with a file, as in {@code group r}; empty where nobody may, or where files have no modes. */
    public static String openTo(Path file) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return "";
        }
        String modes = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        String group = modes.substring(3, 6).replace("-", "");
        String others = modes.substring(6).replace("-", "");
        return String.join(
                ", ",
                Stream.of(group.isEmpty() ? "" : "group " + group, others.isEmpty() ? "" : "everybody " + others)
                        .filter(who -> !who.isEmpty())
                        .toList());
    }

    /** The SHA-256 digest in lower-case hexadecimal. */
    public static String digest(byte[] content) {
        return Sha256.hex(content);
    }
}
