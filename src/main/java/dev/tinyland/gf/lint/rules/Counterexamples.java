package dev.tinyland.gf.lint.rules;

import dev.tinyland.gf.lint.passage.Fence;
import dev.tinyland.gf.text.Fragment;
import java.util.regex.Pattern;

/** Examples that a page shows so that nobody follows them. */
final class Counterexamples {
    private static final Pattern HEADING = Pattern.compile(
            "^\\W*(?:bad|wrong|incorrect|don't|do not|never|avoid|anti-?patterns?|what not to|counter-?examples?"
                    + "|forbidden|not allowed)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern DENIAL = Pattern.compile(
            "\\b(?:do not|don't|never|must not|mustn't|should not|shouldn't|avoid|wrong|bad|incorrect|forbidden"
                    + "|not allowed|anti-?pattern|refuse[sd]?|reject(?:s|ed)?|instead of)\\b",
            Pattern.CASE_INSENSITIVE);

    private Counterexamples() {}

    /** Whether its heading says so, or the sentence with a colon that leads into it. */
    static boolean isOne(Fence fence) {
        if (fence.heading()
                .map(Fragment::text)
                .filter(text -> HEADING.matcher(text).find())
                .isPresent()) {
            return true;
        }
        String lead = fence.lead().map(Fragment::text).orElse("").strip();
        if (!lead.endsWith(":")) {
            return false;
        }
        int sentence = Math.max(lead.lastIndexOf(". "), lead.lastIndexOf(".\n"));
        return denies(lead.substring(sentence + 1));
    }

    static boolean denies(String sentence) {
        return DENIAL.matcher(sentence).find();
    }
}
