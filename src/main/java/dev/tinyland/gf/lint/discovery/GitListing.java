package dev.tinyland.gf.lint.discovery;

import dev.tinyland.gf.process.ProcessRequest;
import dev.tinyland.gf.process.ProcessResult;
import dev.tinyland.gf.process.ProcessRunner;
import dev.tinyland.gf.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lists the top of a git work tree as git sees it: tracked files and those that are neither tracked nor ignored. Any other
 * folder is walked, and so is one where git fails (as it does on a tree of another owner) or does not end, which is said.
 */
public final class GitListing implements FileListing {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final FileListing walk;
    private final String git;
    private final ProcessRunner runner;
    private final Map<String, String> environment;
    private final Duration patience;

    /**
     * Asks git for a minute at most.
     *
     * @param git the program, by name or path
     * @param environment what git gets, but for the variables that would point it at another repository
     */
    public GitListing(FileListing walk, String git, ProcessRunner runner, Map<String, String> environment) {
        this(walk, git, runner, environment, PATIENCE);
    }

    GitListing(FileListing walk, String git, ProcessRunner runner, Map<String, String> environment, Duration patience) {
        this.walk = walk;
        this.git = git;
        this.runner = runner;
        this.environment = Map.copyOf(environment);
        this.patience = patience;
    }

    @Override
    public Listing list(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(".git"))) {
            return walk.list(folder);
        }
        try {
            return new Listing(ask(folder), List.of(), List.of());
        } catch (GitFailedException failure) {
            Listing walked = walk.list(folder);
            List<String> notes = new ArrayList<>(walked.notes());
            notes.addFirst("git could not list this work tree (" + failure.getMessage()
                    + "); every file below it was looked at, ignored ones too");
            return new Listing(walked.files(), walked.unreadable(), notes);
        }
    }

    private List<String> ask(Path folder) throws GitFailedException {
        // A hook's variables would point git at another repository than the one asked for.
        Map<String, String> clean = new TreeMap<>(environment);
        clean.keySet().removeAll(List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"));
        clean.put("LC_ALL", "C");
        Optional<Path> program = Programs.find(git, environment);
        if (program.isEmpty()) {
            throw new GitFailedException("there is no git on the PATH");
        }
        List<String> command = List.of(program.get().toString(), "ls-files", "-z", "-c", "-o", "--exclude-standard");
        try {
            return switch (runner.run(ProcessRequest.of(command, folder, clean, patience))) {
                case ProcessResult.NotStarted _ -> throw new GitFailedException("git cannot be started");
                case ProcessResult.TimedOut _ ->
                    throw new GitFailedException("git gave no list within " + patience.toSeconds() + " s");
                case ProcessResult.Exited exited
                when exited.code() != 0 -> {
                    String message = exited.err().strip();
                    throw new GitFailedException(message.isEmpty() ? "exit " + exited.code() : firstLine(message));
                }
                case ProcessResult.Exited exited
                when exited.truncated() -> throw new GitFailedException("its list is too long to be kept");
                case ProcessResult.Exited exited -> names(exited.out());
            };
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GitFailedException("interrupted");
        }
    }

    private static List<String> names(String listed) {
        TreeSet<String> files = new TreeSet<>();
        for (String name : listed.split("\0")) {
            if (!name.isEmpty()) {
                files.add(name);
            }
        }
        return List.copyOf(files);
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    private static final class GitFailedException extends Exception {
        private static final long serialVersionUID = 1L;

        GitFailedException(String message) {
            super(message);
        }
    }
}
