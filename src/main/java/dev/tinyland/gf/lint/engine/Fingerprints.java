package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives findings an identity that survives edits elsewhere in the file: rule, path, the text found with its blanks
 * squeezed, and which of the equal ones it is. Findings must come in their final order.
 */
final class Fingerprints {
    private final Map<String, Integer> seen = new HashMap<>();

    /** Made for the first finding: it loads the platform's whole security machinery. */
    private @Nullable MessageDigest digest;

    String of(Finding finding) {
        String identity = finding.rule() + '\0' + finding.file().path() + '\0' + squeezed(finding);
        int ordinal = seen.merge(identity, 1, Integer::sum);
        byte[] hash = digest().digest((identity + '\0' + ordinal).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 16);
    }

    private MessageDigest digest() {
        MessageDigest made = digest;
        if (made == null) {
            try {
                made = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("every Java platform has SHA-256", impossible);
            }
            digest = made;
        }
        return made;
    }

    private static String squeezed(Finding finding) {
        SourceFile file = finding.file();
        Span span = finding.span();
        if (span.isEmpty()) {
            span = file.lines().lineSpan(file.lines().lineOf(span.start()));
        }
        StringBuilder squeezed = new StringBuilder(span.length());
        boolean blank = false;
        for (int i = span.start(); i < span.end(); i++) {
            char c = file.text().charAt(i);
            if (Character.isWhitespace(c)) {
                blank = true;
                continue;
            }
            if (blank && !squeezed.isEmpty()) {
                squeezed.append(' ');
            }
            blank = false;
            squeezed.append(c);
        }
        return squeezed.toString();
    }
}
