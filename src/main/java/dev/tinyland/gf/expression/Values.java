package dev.tinyland.gf.expression;

/** The values of which there is only one. */
public final class Values {
    public static final Value.Null NULL = new Value.Null();
    public static final Value.Bool TRUE = new Value.Bool(true);
    public static final Value.Bool FALSE = new Value.Bool(false);
    public static final Value.Text EMPTY_TEXT = new Value.Text("");

    private Values() {}
}
