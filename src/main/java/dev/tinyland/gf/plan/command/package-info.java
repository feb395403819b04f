/** {@code tofu-plan}. */
@NullMarked
package dev.tinyland.gf.plan.command;

import org.jspecify.annotations.NullMarked;
