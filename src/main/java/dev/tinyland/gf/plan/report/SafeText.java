package dev.tinyland.gf.plan.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tinyland.gf.helm.HelmReleaseReader;
import dev.tinyland.gf.plan.redaction.RedactedTree;
import dev.tinyland.gf.secret.Redactor;
import java.util.Locale;

/**
 * Turns what stands in a plan into text that can be shown: secrets taken out first, then everything that could act instead
 * of being read made visible (control and direction characters, markers of comments, commands to the runner), then long
 * values cut, with their length said.
 */
final class SafeText {
    private static final int LONGEST_VALUE = 160;

    private final Redactor redactor;

    SafeText(Redactor redactor) {
        this.redactor = redactor;
    }

    /** A name, an address or a sentence, on one line. */
    String line(String text) {
        return visible(redactor.redact(text));
    }

    /** A text line by line, redacted as a whole. */
    String redacted(String text) {
        return redactor.redact(text);
    }

    /** A value as JSON writes it, short; the word for a sensitive one as it is. */
    String value(JsonNode node) {
        if (node.isTextual() && node.textValue().equals(HelmReleaseReader.SENSITIVE)) {
            return HelmReleaseReader.SENSITIVE;
        }
        JsonNode redacted = RedactedTree.of(node, redactor);
        String text = visible(redacted.toString());
        if (text.length() <= LONGEST_VALUE) {
            return text;
        }
        String length = node.isTextual()
                ? String.format(Locale.ROOT, "%,d characters", node.textValue().length())
                : String.format(Locale.ROOT, "%,d items", node.size());
        return cut(text) + "… (" + length + ")";
    }

    /** One line of a text, short. */
    String shortened(String line) {
        return line.length() <= LONGEST_VALUE
                ? line
                : cut(line) + String.format(Locale.ROOT, "… (%,d characters)", line.length());
    }

    /** Never between the two halves of a character, nor inside an escape. */
    private static String cut(String text) {
        int end = LONGEST_VALUE - 20;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        int backslash = text.lastIndexOf('\\', end);
        return text.substring(0, backslash >= 0 && backslash > end - 6 ? backslash : end);
    }

    /** Text in which nothing acts: every character is either itself or its escape. */
    static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length() + 16);
        int command = text.stripLeading().startsWith("::") ? text.indexOf(':') : -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c == '\n') {
                shown.append("\\n");
            } else if (c == '\t') {
                shown.append("\\t");
            } else if (i == command
                    || acts(c)
                    || (c == '<' && text.startsWith("<!--", i))
                    || (c == '#' && text.startsWith("##[", i))) {
                escape(shown, c);
            } else {
                shown.appendCodePoint(c);
            }
            i = next;
        }
        return shown.toString();
    }

    private static boolean acts(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
        };
    }

    private static void escape(StringBuilder shown, int c) {
        for (char unit : Character.toChars(c)) {
            shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
    }
}
