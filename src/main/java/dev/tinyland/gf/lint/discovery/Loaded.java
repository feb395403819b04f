package dev.tinyland.gf.lint.discovery;

import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.text.SourceFile;

/** What reading a candidate gave. */
public sealed interface Loaded {

    /** Text to be judged. */
    record Text(SourceFile file, Surface surface) implements Loaded {}

    /** Not judged after all. */
    record PassedOver(SkipReason reason) implements Loaded {}

    /**
     * A file that should have been judged and cannot be.
     *
     * @param problem completes "this file …"
     * @param next what to do about it, as a sentence
     */
    record Unreadable(String path, Surface surface, String problem, String next) implements Loaded {}
}
