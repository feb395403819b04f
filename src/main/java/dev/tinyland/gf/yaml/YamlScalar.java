package dev.tinyland.gf.yaml;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;
import org.jspecify.annotations.Nullable;

/** A scalar. What it says is decoded when somebody asks: of most scalars nobody does. */
public final class YamlScalar implements YamlNode {
    private final ScalarStyle style;
    private final Span span;
    private final @Nullable CoreType type;
    private final @Nullable WrittenScalar written;
    /** Decoded twice by two threads it is the same. */
    private volatile @Nullable Fragment content;

    private YamlScalar(
            ScalarStyle style,
            Span span,
            @Nullable CoreType type,
            @Nullable WrittenScalar written,
            @Nullable Fragment content) {
        this.style = style;
        this.span = span;
        this.type = type;
        this.written = written;
        this.content = content;
    }

    /**
     * A scalar that is decoded already.
     *
     * @param content the decoded value, each character mapped to the file, or all of them to the start of the scalar
     */
    public static YamlScalar of(Fragment content, ScalarStyle style, CoreType type, Span span) {
        return new YamlScalar(style, span, type, null, content);
    }

    /** A scalar without a tag that was found well-formed, to be decoded later. */
    static YamlScalar of(WrittenScalar written, Span span) {
        return new YamlScalar(written.style(), span, null, written, null);
    }

    /** The decoded value, each character mapped to the file. */
    public Fragment content() {
        Fragment decoded = content;
        if (decoded == null) {
            if (written == null) {
                throw new IllegalStateException("a scalar is decoded or written");
            }
            decoded = written.decode();
            content = decoded;
        }
        return decoded;
    }

    public String value() {
        return content().text();
    }

    /** How it is written. */
    public ScalarStyle style() {
        return style;
    }

    /** What the YAML 1.2 core schema takes it for; quoted and block scalars are strings. */
    public CoreType type() {
        if (type != null) {
            return type;
        }
        return style == ScalarStyle.PLAIN ? CoreSchema.ofPlain(value()) : CoreType.STRING;
    }

    /** The scalar as written, quotes and block header included. */
    @Override
    public Span span() {
        return span;
    }

    @Override
    public String toString() {
        return value();
    }
}
