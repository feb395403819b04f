package dev.tinyland.gf.yaml;

import org.jspecify.annotations.Nullable;

/** SnakeYAML counts code points, files are counted in UTF-16 units; most texts have no character where that differs. */
final class CodePoints {
    private final int length;
    private final int @Nullable [] offsets;

    private CodePoints(int length, int @Nullable [] offsets) {
        this.length = length;
        this.offsets = offsets;
    }

    static CodePoints of(String text) {
        int count = text.codePointCount(0, text.length());
        if (count == text.length()) {
            return new CodePoints(count, null);
        }
        int[] offsets = new int[count + 1];
        int offset = 0;
        for (int i = 0; i < count; i++) {
            offsets[i] = offset;
            offset += Character.charCount(text.codePointAt(offset));
        }
        offsets[count] = offset;
        return new CodePoints(count, offsets);
    }

    /** The UTF-16 offset of a code point; SnakeYAML's marks may stand past the end. */
    int offset(int index) {
        int bounded = Math.clamp(index, 0, length);
        return offsets == null ? bounded : offsets[bounded];
    }
}
