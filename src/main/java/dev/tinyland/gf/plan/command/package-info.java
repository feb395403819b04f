/** {@code tofu-plan} and {@code tofu-apply}. */
@NullMarked
package dev.tinyland.gf.plan.command;

import org.jspecify.annotations.NullMarked;
