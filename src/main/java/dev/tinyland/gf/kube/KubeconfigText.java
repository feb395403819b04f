package dev.tinyland.gf.kube;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** A kubeconfig as it arrives in a secret: YAML or JSON, or either in Base64, wrapped or not. */
public sealed interface KubeconfigText {

    /** How the caller says it is written. */
    enum Encoding {
        auto,
        raw,
        base64
    }

    /**
     * Text that looks like a kubeconfig.
     *
     * @param form how it was written, such as {@code base64, wrapped}
     * @param wrapper the Base64 text it came in
     */
    record Decoded(String text, String form, Optional<String> wrapper) implements KubeconfigText {}

    record Empty() implements KubeconfigText {}

    /** Neither YAML of a kubeconfig nor Base64 of one. */
    record Unreadable(String why) implements KubeconfigText {}

    /** Base64 of Base64. */
    record DoubleEncoded() implements KubeconfigText {}

    /** The characters that a kubeconfig may have; the parser has the same limit. */
    int LONGEST = 1024 * 1024;

    Pattern TOP_LEVEL_KEY =
            Pattern.compile("(?m)^(apiVersion|kind|clusters|contexts|users|current-context|preferences)\\s*:");

    static KubeconfigText decode(String input, Encoding encoding) {
        boolean mark = input.startsWith("\ufeff");
        String text = (mark ? input.substring(1) : input).strip();
        if (text.isEmpty()) {
            return new Empty();
        }
        String notes = (mark ? ", byte-order mark" : "") + (text.indexOf('\r') >= 0 ? ", CR LF" : "");
        boolean raw = looksRaw(text);
        return switch (encoding) {
            case raw ->
                raw
                        ? new Decoded(text, kind(text) + notes, Optional.empty())
                        : new Unreadable("it is not YAML or JSON of a kubeconfig, and encoding raw was asked for");
            case base64 ->
                raw
                        ? new Unreadable("it is plain YAML or JSON, and encoding base64 was asked for")
                        : unwrap(text, notes);
            case auto -> raw ? new Decoded(text, kind(text) + notes, Optional.empty()) : unwrap(text, notes);
        };
    }

    private static KubeconfigText unwrap(String text, String notes) {
        Optional<String> decoded = base64(text);
        if (decoded.isEmpty()) {
            return new Unreadable("it is neither YAML or JSON of a kubeconfig nor Base64");
        }
        String inner = decoded.get().strip();
        if (inner.startsWith("\ufeff")) {
            inner = inner.substring(1);
        }
        if (looksRaw(inner)) {
            boolean wrapped = text.chars().anyMatch(Character::isWhitespace);
            boolean url = text.indexOf('-') >= 0 || text.indexOf('_') >= 0;
            String form = (url ? "base64url" : "base64") + (wrapped ? ", wrapped" : "") + ", of " + kind(inner) + notes;
            return new Decoded(inner, form, Optional.of(text));
        }
        boolean twice =
                base64(inner).filter(innermost -> looksRaw(innermost.strip())).isPresent();
        return twice ? new DoubleEncoded() : new Unreadable("it is Base64 of something that is no kubeconfig");
    }

    /** Strict Base64 of UTF-8 text, white space tolerated. The MIME decoder would pass over any junk. */
    private static Optional<String> base64(String text) {
        String packed = text.replaceAll("\\s+", "");
        boolean url = packed.matches("[A-Za-z0-9_-]+={0,2}") && !packed.matches("[A-Za-z0-9+/]+={0,2}");
        try {
            byte[] bytes = (url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(packed);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException notBase64) {
            return Optional.empty();
        }
    }

    private static boolean looksRaw(String text) {
        return text.startsWith("{") || TOP_LEVEL_KEY.matcher(text).find();
    }

    private static String kind(String text) {
        return text.startsWith("{") ? "JSON" : "YAML";
    }
}
