package dev.tinyland.gf.yaml;

/**
 * One key of a mapping with its value.
 *
 * @param key the key; a mapping with a key that is no scalar is reported as a problem and that entry left out
 */
public record YamlEntry(YamlScalar key, YamlNode value) {}
