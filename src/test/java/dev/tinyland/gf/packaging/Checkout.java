package dev.tinyland.gf.packaging;

import dev.tinyland.gf.testing.CommandResult;
import dev.tinyland.gf.testing.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Git repositories of tests, with no configuration of the person who runs them. */
final class Checkout {
    private Checkout() {}

    /** A new repository that holds this checkout's files as they are now, committed; also what is not committed yet. */
    static Path copyOfThis(Path into) throws IOException, InterruptedException {
        Path here = Path.of("").toAbsolutePath();
        CommandResult listed = git(here, "ls-files", "-co", "--exclude-standard", "-z");
        for (String name : listed.output().split("\0")) {
            Path from = here.resolve(name);
            if (Files.isRegularFile(from)) {
                Path to = into.resolve(name);
                Files.createDirectories(parent(to));
                Files.copy(from, to);
                if (Files.isExecutable(from) && !to.toFile().setExecutable(true)) {
                    throw new IOException(to + " cannot be made executable");
                }
            }
        }
        commitAll(into);
        return into;
    }

    static void commitAll(Path folder) throws IOException, InterruptedException {
        GitRepository.create(folder).commitAll("test");
    }

    static CommandResult git(Path folder, String... arguments) throws IOException, InterruptedException {
        return GitRepository.run(folder, arguments);
    }

    static Path parent(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IOException(file + " has no folder");
        }
        return parent;
    }
}
