/** Secrets that stand in a plan: where they are marked, where they are not, and a plan without them. */
@NullMarked
package dev.tinyland.gf.plan.redaction;

import org.jspecify.annotations.NullMarked;
