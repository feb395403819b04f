package dev.tinyland.gf.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A git repository of a test, with no configuration of the person who runs it. */
public record GitRepository(Path folder) {

    /** A new one, on the branch main. */
    public static GitRepository create(Path folder) throws IOException, InterruptedException {
        GitRepository repository = new GitRepository(Files.createDirectories(folder));
        repository.git("init", "--quiet", "--initial-branch=main");
        return repository;
    }

    /** Writes a file below it. */
    public GitRepository write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, text);
        return this;
    }

    /** Commits all that stands in the folder, also nothing. */
    public GitRepository commitAll(String message) throws IOException, InterruptedException {
        git("add", "--all");
        git("commit", "--quiet", "--allow-empty", "--message=" + message);
        return this;
    }

    /** What git prints. */
    public String git(String... arguments) throws IOException, InterruptedException {
        return run(folder, arguments).output();
    }

    /** Runs git in a folder that need not be a repository. */
    public static CommandResult run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-c", "core.autocrlf=false", "-c", "gc.auto=0"));
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
}
