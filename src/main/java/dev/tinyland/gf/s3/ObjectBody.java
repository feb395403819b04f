package dev.tinyland.gf.s3;

import java.util.OptionalLong;

/** An object as it came, as long as it was announced. */
public final class ObjectBody {
    private final byte[] bytes;
    private final OptionalLong announced;

    ObjectBody(byte[] bytes, OptionalLong announced) {
        this.bytes = bytes.clone();
        this.announced = announced;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public long size() {
        return bytes.length;
    }

    /** The length the response announced; empty when it announced none, so that a cut could go unseen. */
    public OptionalLong announced() {
        return announced;
    }
}
