package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.lint.model.Project;
import dev.tinyland.gf.text.SourceFile;

/** Understands one kind of file. It keeps no state and is used by several threads. */
public interface FileReader {

    /** @param project the files of the root, for what is parsed only once */
    FileReading read(SourceFile file, Project project);
}
