package dev.tinyland.gf.yaml;

import dev.tinyland.gf.text.Span;
import java.util.List;

/** A sequence in the order of the file. */
public record YamlSequence(List<YamlNode> items, Span span) implements YamlNode {

    public YamlSequence {
        items = List.copyOf(items);
    }
}
