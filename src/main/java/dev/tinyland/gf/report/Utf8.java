package dev.tinyland.gf.report;

import java.nio.charset.StandardCharsets;

/** Cutting text to a number of bytes. */
final class Utf8 {
    private Utf8() {}

    static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
