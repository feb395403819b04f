package dev.tinyland.gf.yaml;

import dev.tinyland.gf.text.Fragment;
import java.util.Optional;

/** YAML text to nodes. */
public final class YamlParser {

    private YamlParser() {}

    /** Parses within {@link YamlLimits#STANDARD}. */
    public static YamlResult parse(Fragment text) {
        return parse(text, YamlLimits.STANDARD);
    }

    /** Parses every document of a stream. Never throws: what cannot be read is {@link YamlResult.Unreadable}. */
    public static YamlResult parse(Fragment text, YamlLimits limits) {
        if (text.length() > limits.length()) {
            return unreadable(text, 0, 0, "the text is longer than %,d characters".formatted(limits.length()));
        }
        Characters characters = Characters.of(text.text());
        int control = characters.unprintable();
        if (control >= 0) {
            int codePoint = text.text().codePointAt(control);
            return unreadable(
                    text,
                    control,
                    control + Character.charCount(codePoint),
                    "the character U+%04X is not allowed in YAML".formatted(codePoint));
        }
        if (characters.plainBreaks()) {
            Optional<YamlResult> common = CommonParser.parse(text, characters, limits);
            if (common.isPresent()) {
                return common.get();
            }
        }
        return EventParser.parse(text, limits);
    }

    static YamlResult unreadable(Fragment text, int start, int end, String message) {
        return new YamlResult.Unreadable(new YamlProblem(text.toSource(start, end), message));
    }
}
