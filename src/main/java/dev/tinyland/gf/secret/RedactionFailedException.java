package dev.tinyland.gf.secret;

/** The redactor cannot vouch for a text. What was to be published with it is not. The message never holds any of the text. */
public final class RedactionFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RedactionFailedException(String message) {
        super(message);
    }
}
