/** Tests of the contract. */
@NullMarked
package dev.tinyland.gf.contract;

import org.jspecify.annotations.NullMarked;
