/** The tool {@code backend-config}: which configuration a stack's backend gets, and whether it may be used. */
@NullMarked
package dev.tinyland.gf.access.backend;

import org.jspecify.annotations.NullMarked;
