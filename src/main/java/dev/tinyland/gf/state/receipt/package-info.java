/** What the last good run knew of a state, kept outside of the store, and whether the store still agrees. */
@NullMarked
package dev.tinyland.gf.state.receipt;

import org.jspecify.annotations.NullMarked;
