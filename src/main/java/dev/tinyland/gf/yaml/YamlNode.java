package dev.tinyland.gf.yaml;

import dev.tinyland.gf.text.Span;

/** A node of a YAML document. An alias is the node it names, so one node can be reached by several ways; never by a cycle. */
public sealed interface YamlNode permits YamlScalar, YamlMapping, YamlSequence {

    /** Where the node stands in the file, anchors and tags left out. */
    Span span();
}
