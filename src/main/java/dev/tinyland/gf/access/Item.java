package dev.tinyland.gf.access;

/** One check of a tool, as its table of checks names it. */
public interface Item {

    /** Stable id, such as {@code KC013}. */
    String id();

    String title();

    /** What a good answer looks like. */
    String expected();
}
