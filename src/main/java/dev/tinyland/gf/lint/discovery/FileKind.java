package dev.tinyland.gf.lint.discovery;

import dev.tinyland.gf.lint.Surface;

/** What a path says about its file. */
public sealed interface FileKind {

    /** The path decides. */
    record Known(Surface surface) implements FileKind {}

    /** A YAML file somewhere: a workflow or an action by its keys, else configuration. */
    record SomeYaml() implements FileKind {}

    /** A name without an ending: a shell script if its first line says so. */
    record PerhapsScript() implements FileKind {}

    /** Nothing gf-lint reads. */
    record Other() implements FileKind {}
}
