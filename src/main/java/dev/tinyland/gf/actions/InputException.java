package dev.tinyland.gf.actions;

/** An input is wrong: exit 2, and nothing was contacted. The message names the input, never its text. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String input;

    /**
     * Makes one.
     *
     * @param input name of the input, such as {@code min-validity}
     */
    public InputException(String input, String message) {
        super(message);
        this.input = input;
    }

    public String input() {
        return input;
    }

    /** The word for {@code failure-reason}. */
    public String reason() {
        return "input-" + input;
    }
}
