package dev.tinyland.gf.arc.rule;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One finding that the caller takes upon itself, as in {@code AP02:gh-docker=rollback of #412}.
 *
 * @param subject address, label or release name; the finding's own subject
 * @param reason why, printed in every report
 */
public record Acceptance(String rule, String subject, String reason) {
    private static final Pattern FORM = Pattern.compile("(AP\\d{2}):(.+?)=(\\S.*)");

    /** Empty where rule, subject or reason is missing. */
    public static Optional<Acceptance> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new Acceptance(
                        matcher.group(1),
                        matcher.group(2).strip(),
                        matcher.group(3).strip()))
                : Optional.empty();
    }

    boolean covers(Outcome.Found found) {
        return found.finding().id().equals(rule)
                && (found.finding().subject().equals(subject) || found.aliases().contains(subject));
    }
}
