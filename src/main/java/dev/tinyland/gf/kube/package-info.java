/**
 * Kubernetes access: addresses and what they reach, the kubeconfig as a document that is never executed, its
 * credentials, and reads through {@code kubectl}.
 */
@NullMarked
package dev.tinyland.gf.kube;

import org.jspecify.annotations.NullMarked;
