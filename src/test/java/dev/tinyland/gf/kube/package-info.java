/** Tests. */
@NullMarked
package dev.tinyland.gf.kube;

import org.jspecify.annotations.NullMarked;
