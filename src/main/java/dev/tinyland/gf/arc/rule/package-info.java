/** The rules of {@code arc-plan}, one idea each, by the ids that reports carry. */
@NullMarked
package dev.tinyland.gf.arc.rule;

import org.jspecify.annotations.NullMarked;
