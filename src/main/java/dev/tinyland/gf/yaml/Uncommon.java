package dev.tinyland.gf.yaml;

/** Ends the reading of a text that is written in a way few people write; it may be well-formed or not. */
final class Uncommon extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Uncommon() {
        super("not the common way to write YAML", null, false, false);
    }
}
