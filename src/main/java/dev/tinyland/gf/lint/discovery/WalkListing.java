package dev.tinyland.gf.lint.discovery;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lists a folder by walking it. Links are listed, never followed, so that a loop cannot hold the walk. */
public final class WalkListing implements FileListing {

    @Override
    public Listing list(Path folder) throws IOException {
        List<String> files = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        // What comes below a folder begins with its name; cutting that off is cheaper than asking for the way.
        int prefix = folder.resolve("a").toString().length() - 1;
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                Path name = directory.getFileName();
                boolean skipped = !directory.equals(folder)
                        && name != null
                        && name.toString().equals(".git");
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
                    String path = slashed(file).substring(prefix);
                    if (!path.equals(".git") && !path.endsWith("/.git")) {
                        files.add(path);
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                unreadable.add(slashed(folder.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
        Collections.sort(files);
        Collections.sort(unreadable);
        return new Listing(files, unreadable, List.of());
    }

    static String slashed(Path path) {
        String text = path.toString();
        return File.separatorChar == '/'
                ? text
                : text.replace(path.getFileSystem().getSeparator(), "/");
    }
}
