package dev.tinyland.gf.yaml;

import dev.tinyland.gf.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * A mapping, its entries in the order of the file; duplicate keys stay and are reported as problems.
 */
public record YamlMapping(List<YamlEntry> entries, Span span) implements YamlNode {

    public YamlMapping {
        entries = List.copyOf(entries);
    }

    /** The first entry with this key. */
    public Optional<YamlEntry> entry(String key) {
        for (YamlEntry entry : entries) {
            if (entry.key().value().equals(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    public Optional<YamlNode> get(String key) {
        return entry(key).map(YamlEntry::value);
    }
}
