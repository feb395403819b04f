package dev.tinyland.gf.lint.passage;

/** Says which passages are worth taking out of a file. */
@FunctionalInterface
public interface PassageFilter {

    /**
     * Whether somebody may have something to say about a passage.
     *
     * @param key the innermost key that leads to it
     * @param text as it is decoded, quotes of a script and all
     */
    boolean wants(String key, String text);
}
