package dev.tinyland.gf.actions;

import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reading of the values inputs have. */
public final class Inputs {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*(s|m|h|d)");
    private static final long LARGEST_SECRET = 1024 * 1024;

    private Inputs() {}

    /** A list: comma- or newline-separated, blanks around the items dropped, empty items left out. */
    public static List<String> list(@Nullable String value) {
        return value == null
                ? List.of()
                : Arrays.stream(value.split("[,\\r\\n]", -1))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
    }

    /** A duration such as {@code 90s}, {@code 15m}, {@code 168h} or {@code 7d}. */
    public static Duration duration(String input, String value) {
        Matcher matcher = DURATION.matcher(value.strip());
        if (!matcher.matches()) {
            throw new InputException(
                    input, input + " is not a duration; write a number and s, m, h or d, such as 168h");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /**
     * A secret input: the file of {@code --x-y-file}, else the variable {@code GF_X_Y}. It has no value option, for
     * arguments are seen by every process of the machine.
     *
     * @param name name of the input, such as {@code access-key}
     * @param file value of {@code --x-y-file}
     * @throws InputException when the file is not there, too large, or readable by others
     */
    public static Optional<Secret> secret(Host host, String name, @Nullable Path file) {
        if (file == null) {
            return host.variable(variable(name)).map(Secret::of);
        }
        return Optional.of(secretFile(name, host.directory().resolve(file)));
    }

    /** Whether a secret input was given, without reading it. */
    public static boolean given(Host host, String name, @Nullable Path file) {
        return file != null || host.variable(variable(name)).isPresent();
    }

    private static String variable(String name) {
        return "GF_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Who this process is, as the owner of a file it makes: the user's name may not be what the files carry. */
    private static UserPrincipal self() throws IOException {
        Path probe = Files.createTempFile("gf-owner", "");
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static Secret secretFile(String name, Path file) {
        String option = "--" + name + "-file";
        try {
            if (!Files.isRegularFile(file)) {
                throw new InputException(
                        name, option + " names no regular file; create it first: install -m 600 /dev/null FILE");
            }
            boolean posix = Files.getFileStore(file).supportsFileAttributeView("posix");
            if (posix) {
                Set<PosixFilePermission> open = new HashSet<>(Files.getPosixFilePermissions(file));
                open.removeAll(EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
                if (!open.isEmpty()) {
                    throw new InputException(
                            name,
                            option + " names a file that others may read or anybody may execute; run: chmod 600 on it");
                }
                if (!Files.getOwner(file).equals(self())) {
                    throw new InputException(
                            name, option + " names a file of another user; copy it to one of your own");
                }
            }
            if (Files.size(file) > LARGEST_SECRET) {
                throw new InputException(name, option + " names a file of more than 1 MiB; that is no secret");
            }
            return Secret.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new InputException(
                    name, option + " cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }
}
