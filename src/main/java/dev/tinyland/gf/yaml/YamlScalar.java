package dev.tinyland.gf.yaml;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;

/**
 * A scalar.
 *
 * @param content the decoded value, each character mapped to the file
 * @param style how it is written
 * @param type what the YAML 1.2 core schema takes it for; quoted and block scalars are strings
 * @param span the scalar as written, quotes and block header included
 * @param exact whether {@code content} maps character for character; otherwise it maps to the start of the scalar
 */
public record YamlScalar(Fragment content, ScalarStyle style, CoreType type, Span span, boolean exact)
        implements YamlNode {

    public String value() {
        return content.text();
    }
}
