/** Access to cluster, state and caches: what the contract allows, by one rule for workflows and operators. */
@NullMarked
package dev.tinyland.gf.access;

import org.jspecify.annotations.NullMarked;
