package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.text.SourceFile;
import java.util.List;

/** Turns one kind of file into passages. It keeps no state and is used by several threads. */
public interface PassageExtractor {

    /** The passages in the order of the file, labelled ones and comments included. */
    List<Passage> passages(SourceFile file);
}
