package dev.tinyland.gf.helm;

/** An assignment that Helm refuses. The message names its path, never its value. */
public final class MalformedAssignmentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedAssignmentException(String name, String problem) {
        super("set \"" + name + "\": " + problem);
    }
}
