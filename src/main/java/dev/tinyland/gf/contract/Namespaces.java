package dev.tinyland.gf.contract;

/**
 * Kubernetes namespaces.
 *
 * @param controller where the ARC controller and its listeners run
 * @param runners where the runner scale sets and their pods stand
 * @param cache where Attic, the Bazel cache and the object store run
 */
public record Namespaces(String controller, String runners, String cache) {}
