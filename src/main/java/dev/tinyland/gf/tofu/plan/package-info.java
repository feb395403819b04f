/** The plan as {@code tofu show -json} gives it, format major 1, unknown keys ignored. */
@NullMarked
package dev.tinyland.gf.tofu.plan;

import org.jspecify.annotations.NullMarked;
