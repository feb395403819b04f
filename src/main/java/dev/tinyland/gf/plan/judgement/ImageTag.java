package dev.tinyland.gf.plan.judgement;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image's tag where it stands in values or attributes.
 *
 * @param repository the image without tag and digest; empty where the path alone says which image it is
 */
record ImageTag(String repository, String tag) {
    private static final Pattern REFERENCE = Pattern.compile("([^@\\s]+):([A-Za-z0-9_][A-Za-z0-9._-]{0,127})(?:@.*)?");

    private static final Pattern NUMBERS = Pattern.compile("v?(\\d{1,8}(?:\\.\\d{1,8}){1,3})(?:[-+].*)?");

    /** Reads {@code repository:tag} under a key {@code image}, or a bare tag under a key {@code tag} or {@code imageTag}. */
    static Optional<ImageTag> of(String path, String value) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        if (key.equals("tag") || key.equals("imageTag")) {
            return Optional.of(new ImageTag("", value));
        }
        if (!key.equals("image")) {
            return Optional.empty();
        }
        Matcher matcher = REFERENCE.matcher(value);
        return matcher.matches() && matcher.group(2).indexOf('/') < 0
                ? Optional.of(new ImageTag(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    /**
     * Whether it goes back from another tag of the same image. Only the numbers count, and only where both tags have equally
     * many: what follows them names a variant ({@code -alpine}) far oftener than a pre-release.
     */
    boolean isOlderThan(ImageTag other) {
        Matcher mine = NUMBERS.matcher(tag);
        Matcher its = NUMBERS.matcher(other.tag);
        if (!repository.equals(other.repository) || !mine.matches() || !its.matches()) {
            return false;
        }
        String[] first = mine.group(1).split("\\.");
        String[] second = its.group(1).split("\\.");
        if (first.length != second.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            int order = Integer.compare(Integer.parseInt(first[i]), Integer.parseInt(second[i]));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }
}
