package dev.tinyland.gf.lint.discovery;

import dev.tinyland.gf.process.Git;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Lists the top of a git work tree as git sees it: tracked files and those that are neither tracked nor ignored. Any other
 * folder is walked, and so is one where git fails (as it does on a tree of another owner) or does not end, which is said.
 */
public final class GitListing implements FileListing {
    private final FileListing walk;
    private final Git git;

    public GitListing(FileListing walk, Git git) {
        this.walk = walk;
        this.git = git;
    }

    @Override
    public Listing list(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(".git"))) {
            return walk.list(folder);
        }
        try {
            TreeSet<String> files =
                    new TreeSet<>(git.names(folder, "ls-files", "-z", "-c", "-o", "--exclude-standard"));
            return new Listing(List.copyOf(files), List.of(), List.of());
        } catch (Git.FailedException failure) {
            Listing walked = walk.list(folder);
            List<String> notes = new ArrayList<>(walked.notes());
            notes.addFirst("git could not list this work tree (" + failure.getMessage()
                    + "); every file below it was looked at, ignored ones too");
            return new Listing(walked.files(), walked.unreadable(), notes);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the run was ended while git listed " + folder);
        }
    }
}
