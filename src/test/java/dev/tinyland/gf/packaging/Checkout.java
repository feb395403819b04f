package dev.tinyland.gf.packaging;

import dev.tinyland.gf.testing.ChildProcess;
import dev.tinyland.gf.testing.CommandResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
        git(folder, "init", "--quiet", "--initial-branch=main");
        git(folder, "add", "--all");
        git(folder, "commit", "--quiet", "--allow-empty", "--message=test");
    }

    static CommandResult git(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.autocrlf=false"));
        command.addAll(List.of(arguments));
        CommandResult result = ChildProcess.of(command)
                .in(folder)
                .inheriting("PATH")
                .with("HOME", "/nonexistent")
                .with("GIT_CONFIG_NOSYSTEM", "1")
                .with("GIT_AUTHOR_NAME", "test")
                .with("GIT_AUTHOR_EMAIL", "test@localhost")
                .with("GIT_AUTHOR_DATE", "2026-01-02T03:04:05Z")
                .with("GIT_COMMITTER_NAME", "test")
                .with("GIT_COMMITTER_EMAIL", "test@localhost")
                .with("GIT_COMMITTER_DATE", "2026-01-02T03:04:05Z")
                .run();
        if (result.exitCode() != 0) {
            throw new IOException("git " + String.join(" ", arguments) + ": " + result);
        }
        return result;
    }

    static Path parent(Path file) throws IOException {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IOException(file + " has no folder");
        }
        return parent;
    }
}
