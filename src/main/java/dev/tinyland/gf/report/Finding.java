package dev.tinyland.gf.report;

/**
 * Something a rule found on one subject; as many per rule as there are subjects.
 *
 * @param subject what it is about: an address, a lane, a file
 * @param before value before, or empty
 * @param after value after, or empty
 * @param why why it matters
 * @param next what to do next
 */
public record Finding(
        String id, Level level, String subject, String observed, String before, String after, String why, String next) {

    public static Finding of(String id, Level level, String subject, String observed, String why, String next) {
        return new Finding(id, level, subject, observed, "", "", why, next);
    }
}
