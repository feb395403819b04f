package dev.tinyland.gf.lint;

/**
 * The run that reaches what a finding speaks of.
 *
 * @param event the name of the event, as in {@code on:}
 * @param ref the Git reference, as in {@code github.ref}
 */
public record Witness(String event, String ref) {}
