package dev.tinyland.gf.contract;

/**
 * An active OpenTofu stack.
 *
 * @param folder its folder, relative to the repository
 * @param family the backend type its code declares
 * @param key the key of its state object
 */
public record Stack(String folder, String family, String key) {}
