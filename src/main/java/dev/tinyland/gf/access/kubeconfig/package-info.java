/** The tools {@code kubeconfig} and {@code kubeconfig-cleanup}. */
@NullMarked
package dev.tinyland.gf.access.kubeconfig;

import org.jspecify.annotations.NullMarked;
