package dev.tinyland.gf.helm;

/**
 * One {@code set} entry of a {@code helm_release}.
 *
 * @param name the path, as in {@code template.spec.containers[0].image}
 * @param value the text on the right of the equals sign
 * @param type how the text is read
 */
public record ValueAssignment(String name, String value, Type type) {

    /** How Helm reads the text of an assignment. */
    public enum Type {
        /** {@code true}, {@code false}, {@code null} and whole numbers are themselves, everything else is a string. */
        AUTOMATIC,
        /** Always a string; the commas and braces of the text keep their meaning. */
        STRING,
        /** Always a string, nothing in it has a meaning. */
        LITERAL,
        /** An item of a list; the text stands for one item. */
        LIST_ITEM
    }
}
