/** The authority of OpenTofu state: where it lies, whether what the store says of it can be trusted. */
@NullMarked
package dev.tinyland.gf.state;

import org.jspecify.annotations.NullMarked;
