package dev.tinyland.gf.lint.changes;

import dev.tinyland.gf.process.Git;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Asks git what changed between the point where a revision and HEAD parted and the work tree as it stands. */
public final class GitChanges {
    private final Git git;

    public GitChanges(Git git) {
        this.git = git;
    }

    /** Why the changes are not known; the message is for the user. */
    public static final class UnknownException extends Exception {
        private static final long serialVersionUID = 1L;

        UnknownException(String message) {
            super(message);
        }
    }

    /**
     * The changes below a folder of a work tree.
     *
     * @param wanted the paths that matter; the lines of others are not asked for
     * @throws UnknownException if the revision is unknown or shares no history
     */
    public Changes since(String revision, Path folder, Set<String> wanted)
            throws UnknownException, InterruptedException {
        String base = base(revision, folder);
        try {
            Map<String, Lines> files = new HashMap<>();
            for (String path : git.names(
                    folder, "diff", "-z", "--name-only", "--relative", "--no-renames", "--no-ext-diff", base)) {
                files.put(path, wanted.contains(path) ? lines(folder, base, path) : Lines.all());
            }
            for (String path : git.names(folder, "ls-files", "-z", "-o", "--exclude-standard")) {
                files.put(path, Lines.all());
            }
            return new Changes(revision, files);
        } catch (Git.FailedException failure) {
            throw new UnknownException("git cannot say what changed (" + failure.getMessage() + ")");
        }
    }

    private Lines lines(Path folder, String base, String path) throws Git.FailedException, InterruptedException {
        return Lines.ofDiff(git.ask(
                folder,
                "--literal-pathspecs",
                "diff",
                "--unified=0",
                "--no-color",
                "--no-ext-diff",
                "--no-textconv",
                "--text",
                "--relative",
                "--no-renames",
                base,
                "--",
                path));
    }

    private String base(String revision, Path folder) throws UnknownException, InterruptedException {
        String commit;
        try {
            commit = git.ask(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
                    .strip();
        } catch (Git.FailedException failure) {
            throw new UnknownException(
                    failure.exit() == 1
                            ? "git knows no revision `" + revision
                                    + "` here; fetch it first (a checkout of one commit has no other: `fetch-depth: 0`)"
                            : "git cannot look for the revision `" + revision + "` (" + failure.getMessage() + ")");
        }
        try {
            return git.ask(folder, "merge-base", commit, "HEAD").strip();
        } catch (Git.FailedException failure) {
            throw new UnknownException("`" + revision
                    + "` and HEAD share no history here; a shallow checkout does not reach it (`fetch-depth: 0`)");
        }
    }
}
