package dev.tinyland.gf.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The ways in which a value is commonly written: as it is, line by line, in Base64 at each of the three alignments a
 * longer text can give it, and escaped for JSON, URLs and XML. The runner's own masker knows the same forms
 * (actions/runner, {@code ValueEncoders}); it knows them only in logs, not in files and comments.
 */
final class SecretForms {
    private static final String HEX = "0123456789ABCDEF";

    private SecretForms() {}

    static Set<String> of(String value) {
        Set<String> forms = new LinkedHashSet<>();
        String whole = value.strip();
        addEncodings(forms, value);
        addEncodings(forms, whole);
        if (whole.indexOf('\n') >= 0 || whole.indexOf('\r') >= 0) {
            whole.lines().map(String::strip).forEach(line -> addEncodings(forms, line));
        }
        return forms;
    }

    private static void addEncodings(Set<String> forms, String value) {
        if (value.isBlank()) {
            return;
        }
        forms.add(value);
        addBase64(forms, value.getBytes(StandardCharsets.UTF_8));
        String json = json(value);
        forms.add(json);
        forms.add(json.replace("/", "\\/"));
        // Go, and so jsonencode, escapes what could end a script in a page; and JSON is often shown as a string of
        // JSON.
        String go = json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e");
        forms.add(go);
        forms.add(json.replace("\\", "\\\\").replace("\"", "\\\""));
        forms.add(go.replace("\\", "\\\\").replace("\"", "\\\""));
        String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
        String percent = form.replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
        forms.add(form);
        forms.add(percent);
        forms.add(lowerCaseEscapes(form));
        forms.add(lowerCaseEscapes(percent));
        forms.add(userInfo(value));
        String xml = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        forms.add(xml);
        forms.add(xml.replace("\"", "&quot;").replace("'", "&#39;"));
    }

    private static void addBase64(Set<String> forms, byte[] bytes) {
        for (int shift = 0; shift < 3; shift++) {
            byte[] shifted = new byte[shift + bytes.length];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            int from = shift == 0 ? 0 : shift + 1;
            int to = shifted.length % 3 == 0 ? encoded.length() : encoded.length() - 1;
            if (to - from >= Redactor.SHORTEST_FREE_FORM) {
                String core = encoded.substring(from, to);
                forms.add(core);
                forms.add(core.replace('+', '-').replace('/', '_'));
            }
        }
    }

    private static String json(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 8);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '\b' -> escaped.append("\\b");
                case '\f' -> escaped.append("\\f");
                default -> {
                    if (c < 0x20) {
                        escaped.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }

    /** Percent-encoding as Go writes the user information of a URL: sub-delimiters stay. */
    private static String userInfo(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 8);
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean stays = c < 0x80 && (Character.isLetterOrDigit(c) || "-_.~!$&'()*+,;=".indexOf(c) >= 0);
            if (stays) {
                escaped.append(c);
            } else {
                escaped.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return escaped.toString();
    }

    private static String lowerCaseEscapes(String encoded) {
        StringBuilder lowered = new StringBuilder(encoded);
        for (int i = 0; i + 2 < lowered.length(); i++) {
            if (lowered.charAt(i) == '%') {
                lowered.setCharAt(i + 1, Character.toLowerCase(lowered.charAt(i + 1)));
                lowered.setCharAt(i + 2, Character.toLowerCase(lowered.charAt(i + 2)));
            }
        }
        return lowered.toString();
    }
}
