/** Tests of {@code tofu-plan} and {@code tofu-apply}, most with the real OpenTofu and a real store. */
@NullMarked
package dev.tinyland.gf.plan.command;

import org.jspecify.annotations.NullMarked;
