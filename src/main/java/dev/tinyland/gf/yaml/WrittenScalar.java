package dev.tinyland.gf.yaml;

import dev.tinyland.gf.text.Fragment;

/**
 * A well-formed scalar as it stands in a text.
 *
 * @param start fragment offset of the first character, quote or header included
 * @param end fragment offset after the last character; of a block scalar after its last line break
 * @param lines whether more than one line is taken, or a quoted one holds an escape: otherwise it says what stands there
 * @param indentation of a block scalar's text, in blanks; 0 for others
 */
record WrittenScalar(Fragment text, ScalarStyle style, int start, int end, boolean lines, int indentation) {

    Fragment decode() {
        if (!lines) {
            return switch (style) {
                case PLAIN -> text.slice(start, end);
                default -> text.slice(start + 1, end - 1);
            };
        }
        return ScalarDecoder.decode(this);
    }
}
