package dev.tinyland.gf.plan.judgement;

/**
 * An attribute that differs.
 *
 * @param path keys parted by dots, items of a list by name or number in brackets
 * @param forcesReplacement whether it is why the resource is replaced
 */
public record AttributeChange(String path, AttributeValue before, AttributeValue after, boolean forcesReplacement) {

    /** Whether a step of the path, number or name aside, is one of these keys. */
    boolean hasStep(String... keys) {
        for (String step : path.split("[.\\[\\]]+")) {
            for (String key : keys) {
                if (step.equals(key)) {
                    return true;
                }
            }
        }
        return false;
    }
}
