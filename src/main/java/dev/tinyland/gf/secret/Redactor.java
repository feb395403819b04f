package dev.tinyland.gf.secret;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes every form of every secret it has learnt out of a text, or throws. One run owns one redactor and teaches it each
 * leaf value as soon as it is known.
 *
 * <p>Forms of at least {@value #SHORTEST_FREE_FORM} characters are found anywhere; shorter ones, down to
 * {@value #SHORTEST_FORM}, only where they stand alone, for a four-letter password would otherwise eat words. Long forms
 * are found across line breaks too, which is how {@code base64} wraps.
 */
public final class Redactor {
    /** What stands where a secret stood. */
    public static final String REPLACEMENT = "***";

    static final int SHORTEST_FORM = 4;
    static final int SHORTEST_FREE_FORM = 8;
    private static final int SHORTEST_WRAPPED_FORM = 16;
    private static final int LONGEST_TEXT = 64 * 1024 * 1024;
    private static final int ROUNDS = 3;

    private final Map<Long, List<String>> formsByHead = new HashMap<>();
    private int learnt;

    public void learn(Secret secret) {
        learnt++;
        for (String form : SecretForms.of(secret.reveal())) {
            if (form.length() >= SHORTEST_FORM) {
                List<String> forms = formsByHead.computeIfAbsent(head(form, 0), _ -> new ArrayList<>());
                if (!forms.contains(form)) {
                    forms.add(form);
                }
            }
        }
    }

    /** How many values it was taught. */
    public int learnt() {
        return learnt;
    }

    /**
     * Redacts a text.
     *
     * @throws RedactionFailedException when it cannot vouch for the result; then nothing of the text may be published
     */
    public String redact(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new RedactionFailedException(
                    "a text of " + text.length() + " characters is too long to be vouched for");
        }
        if (formsByHead.isEmpty()) {
            return text;
        }
        String redacted = text;
        for (int round = 0; round < ROUNDS; round++) {
            BitSet hidden = found(redacted);
            if (hidden.isEmpty()) {
                return redacted;
            }
            redacted = replace(redacted, hidden);
        }
        throw new RedactionFailedException("secrets remain after " + ROUNDS + " rounds");
    }

    /** Whether a form of a learnt secret stands in the text. */
    public boolean finds(String text) {
        return !formsByHead.isEmpty() && !found(text).isEmpty();
    }

    private BitSet found(String text) {
        BitSet hidden = new BitSet();
        search(text, null, hidden);
        Squeezed squeezed = Squeezed.of(text);
        if (squeezed.text().length() < text.length()) {
            search(squeezed.text(), squeezed, hidden);
        }
        return hidden;
    }

    private void search(String text, @Nullable Squeezed squeezed, BitSet hidden) {
        for (int i = 0; i + SHORTEST_FORM <= text.length(); i++) {
            List<String> candidates = formsByHead.get(head(text, i));
            if (candidates == null) {
                continue;
            }
            for (String form : candidates) {
                if (!text.startsWith(form, i)) {
                    continue;
                }
                int end = i + form.length();
                if (squeezed != null) {
                    if (form.length() >= SHORTEST_WRAPPED_FORM) {
                        hidden.set(squeezed.offset(i), squeezed.offset(end - 1) + 1);
                    }
                } else if (form.length() >= SHORTEST_FREE_FORM || standsAlone(text, i, end)) {
                    hidden.set(i, end);
                }
            }
        }
    }

    private static boolean standsAlone(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    private static String replace(String text, BitSet hidden) {
        StringBuilder redacted = new StringBuilder(text.length());
        int from = 0;
        for (int start = hidden.nextSetBit(0); start >= 0; start = hidden.nextSetBit(from)) {
            redacted.append(text, from, start).append(REPLACEMENT);
            from = hidden.nextClearBit(start);
        }
        return redacted.append(text, from, text.length()).toString();
    }

    private static long head(String text, int offset) {
        long head = 0;
        for (int i = 0; i < SHORTEST_FORM; i++) {
            head = (head << 16) + text.charAt(offset + i);
        }
        return head;
    }
}
