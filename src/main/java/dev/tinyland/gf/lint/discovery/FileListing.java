package dev.tinyland.gf.lint.discovery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The files of a folder that belong to its project. */
public interface FileListing {

    /**
     * Lists a folder.
     *
     * @param files paths relative to the folder, with forward slashes, sorted; some may not exist any more
     * @param unreadable folders that could not be looked into, in the same form
     * @param notes what the user should know about how they were found
     */
    record Listing(List<String> files, List<String> unreadable, List<String> notes) {
        public Listing {
            files = List.copyOf(files);
            unreadable = List.copyOf(unreadable);
            notes = List.copyOf(notes);
        }
    }

    Listing list(Path folder) throws IOException;
}
