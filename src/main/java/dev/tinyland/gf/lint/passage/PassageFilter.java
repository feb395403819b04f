package dev.tinyland.gf.lint.passage;

/** Says which passages are worth taking out of a file. */
@FunctionalInterface
public interface PassageFilter {

    /**
     * Whether somebody may have something to say about a passage.
     *
     * @param key the innermost key that leads to it
     * @param written its place in the file as it is written there, which nobody has decoded yet
     */
    boolean wants(String key, String written);
}
