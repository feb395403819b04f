package dev.tinyland.gf.access;

/** One check of a tool; an enum of them is the tool's table of checks, and a constant's name is its id. */
public interface Item {

    /** The constant's name. */
    String name();

    /** Stable id, such as {@code KC013}. */
    default String id() {
        return name();
    }

    /** What holds when the check is good. */
    String title();

    /** What a good answer looks like. */
    String expected();
}
