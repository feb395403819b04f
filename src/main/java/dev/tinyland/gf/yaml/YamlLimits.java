package dev.tinyland.gf.yaml;

/**
 * How much YAML is read before it is refused.
 *
 * @param length UTF-16 units of a text; one long plain scalar costs SnakeYAML quadratic time, so this bounds time too
 * @param depth collections inside collections
 * @param aliasNodes nodes that aliases may add when they are expanded
 */
public record YamlLimits(int length, int depth, long aliasNodes) {

    /** 1 MiB, the length at which the Actions runner stops too; 50 levels; 100,000 nodes. */
    public static final YamlLimits STANDARD = new YamlLimits(1 << 20, 50, 100_000);
}
