package dev.tinyland.gf.plan.report;

/**
 * A line of a resource's details, safe to show.
 *
 * @param sign {@code +} comes, {@code -} goes, {@code !} changes in a way that cannot be shown, {@code #} says something,
 *     a space is context
 */
record DiffLine(char sign, String text) {

    @Override
    public String toString() {
        return sign + " " + text;
    }
}
