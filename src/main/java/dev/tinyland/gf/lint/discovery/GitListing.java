package dev.tinyland.gf.lint.discovery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Lists the top of a git work tree as git sees it: tracked files and those that are neither tracked nor ignored. Any other
 * folder is walked, and so is one where git fails (as it does on a tree of another owner), which is said.
 */
public final class GitListing implements FileListing {
    private final FileListing walk;
    private final String git;

    /** @param git the program, by name or path */
    public GitListing(FileListing walk, String git) {
        this.walk = walk;
        this.git = git;
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
        ProcessBuilder builder = new ProcessBuilder(git, "ls-files", "-z", "-c", "-o", "--exclude-standard");
        builder.directory(folder.toFile());
        // A hook's variables would point git at another repository than the one asked for.
        builder.environment().keySet().removeAll(List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_PREFIX"));
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<byte[]> said = CompletableFuture.supplyAsync(() -> allOf(process.getErrorStream()));
            String listed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int exit = process.waitFor();
            if (exit != 0) {
                String message = new String(said.get(), StandardCharsets.UTF_8).strip();
                throw new GitFailedException(message.isEmpty() ? "exit " + exit : firstLine(message));
            }
            TreeSet<String> files = new TreeSet<>();
            for (String name : listed.split("\0")) {
                if (!name.isEmpty()) {
                    files.add(name);
                }
            }
            return List.copyOf(files);
        } catch (IOException notStarted) {
            throw new GitFailedException("git cannot be started");
        } catch (ExecutionException unread) {
            throw new GitFailedException("its messages cannot be read");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new GitFailedException("interrupted");
        }
    }

    private static byte[] allOf(InputStream stream) {
        try (stream) {
            return stream.readAllBytes();
        } catch (IOException closed) {
            return new byte[0];
        }
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
