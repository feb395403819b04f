package dev.tinyland.gf.lint.discovery;

import dev.tinyland.gf.lint.Surface;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the files of a root that may be judged, and says why the others are not. */
public final class Discovery {
    private final FileListing listing;

    public Discovery(FileListing listing) {
        this.listing = listing;
    }

    /**
     * The files of a folder.
     *
     * @throws IOException if the folder itself cannot be read
     */
    public Discovered folder(Path root, Selection selection) throws IOException {
        FileListing.Listing listed = listing.list(root);
        List<Candidate> candidates = new ArrayList<>();
        List<Candidate> context = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (String path : listed.files()) {
            Path location = root.resolve(path);
            FileKind kind = FileKinds.byPath(path);
            BasicFileAttributes attributes = attributes(location);
            if (attributes != null && attributes.isSymbolicLink()) {
                skipped.add(new Skipped(path, SkipReason.SYMBOLIC_LINK));
            } else if (attributes != null && attributes.isRegularFile()) {
                Candidate candidate = new Candidate(path, location, kind, false);
                Optional<SkipReason> reason = reason(path, kind, selection);
                if (reason.isEmpty()) {
                    candidates.add(candidate);
                    continue;
                }
                skipped.add(new Skipped(path, reason.get()));
                if (isUsable(path)) {
                    context.add(candidate);
                }
            }
        }
        return new Discovered(candidates, context, skipped, listed.unreadable(), listed.notes());
    }

    /** Null where nothing is: deleted in the work tree but still in the index, as is a submodule that is not there. */
    private static @Nullable BasicFileAttributes attributes(Path location) {
        try {
            return Files.readAttributes(location, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException nothing) {
            return null;
        }
    }

    private static Optional<SkipReason> reason(String path, FileKind kind, Selection selection) {
        if (kind instanceof FileKind.Other) {
            return Optional.of(SkipReason.OTHER_KIND);
        }
        Optional<SkipReason> selected = selection.reason(path);
        Optional<SkipReason> decided = selected.isPresent() ? selected : DefaultSkips.reason(path);
        boolean json = kind instanceof FileKind.Known(Surface surface) && surface == Surface.JSON;
        return decided.isEmpty() && json && !selection.json().test(path) ? Optional.of(SkipReason.JSON) : decided;
    }

    /** Whether other files can use this one by its path. */
    private static boolean isUsable(String path) {
        return FileKinds.isWorkflowPath(path) || path.endsWith("action.yml") || path.endsWith("action.yaml");
    }

    /** A file the user named: judged whatever the ignore rules say. */
    public static Discovered file(Path root, Path file) {
        String path = WalkListing.slashed(root.relativize(file));
        FileKind kind = FileKinds.byPath(path);
        if (kind instanceof FileKind.Other) {
            return new Discovered(
                    List.of(),
                    List.of(),
                    List.of(new Skipped(path, SkipReason.OTHER_KIND)),
                    List.of(),
                    List.of(path + " is of a kind gf-lint does not read"));
        }
        return new Discovered(
                List.of(new Candidate(path, file, kind, true)), List.of(), List.of(), List.of(), List.of());
    }

    /** The nearest folder above a file that looks like the top of a repository, else the file's own folder. */
    public static Path rootOf(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("not a file in a folder: " + file);
        }
        for (Path above = folder; above != null; above = above.getParent()) {
            if (Files.exists(above.resolve(".git"))
                    || Files.isDirectory(above.resolve(".github"))
                    || Files.exists(above.resolve("gf-lint.yml"))) {
                return above;
            }
        }
        return folder;
    }
}
