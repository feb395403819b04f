package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.text.SourceFile;

/** Understands one kind of file. It keeps no state and is used by several threads. */
public interface FileReader {

    FileReading read(SourceFile file);
}
