package dev.tinyland.gf.just;

import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Span;
import java.util.List;

/**
 * A recipe.
 *
 * @param parameters with their default values as assignments; a parameter without one has an empty expression
 * @param dependencies names of the recipes run before it, and after it
 * @param attributes such as {@code private} or {@code script("python3")}, as written
 * @param body the lines without their common indentation and without the {@code @} and {@code -} before a command; empty
 *     where there is none
 * @param interpreter base name of the program of its shebang; empty where each line goes to the shell
 * @param span from the name to the end of the body
 */
public record JustRecipe(
        Fragment name,
        List<JustAssignment> parameters,
        List<Fragment> dependencies,
        List<Fragment> attributes,
        Fragment body,
        String interpreter,
        Span span) {

    public JustRecipe {
        parameters = List.copyOf(parameters);
        dependencies = List.copyOf(dependencies);
        attributes = List.copyOf(attributes);
    }
}
