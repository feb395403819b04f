/** Tests. */
@NullMarked
package dev.tinyland.gf.access.kubeconfig;

import org.jspecify.annotations.NullMarked;
