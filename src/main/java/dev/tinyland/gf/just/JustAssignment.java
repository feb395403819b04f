package dev.tinyland.gf.just;

import dev.tinyland.gf.text.Fragment;

/**
 * {@code name := expression}, {@code export name := expression}, {@code set name := value} or {@code alias a := b}.
 *
 * @param kind the word before the name: {@code set}, {@code export}, {@code alias}; empty for a plain variable
 */
public record JustAssignment(String kind, Fragment name, JustExpression value) {}
