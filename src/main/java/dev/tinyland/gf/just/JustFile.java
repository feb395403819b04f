package dev.tinyland.gf.just;

import dev.tinyland.gf.text.Fragment;
import java.util.List;

/**
 * A justfile.
 *
 * @param assignments variables and settings in source order
 * @param comments each from its {@code #} to the end of the line; those inside recipes belong to their bodies
 */
public record JustFile(List<JustAssignment> assignments, List<JustRecipe> recipes, List<Fragment> comments) {

    public JustFile {
        assignments = List.copyOf(assignments);
        recipes = List.copyOf(recipes);
        comments = List.copyOf(comments);
    }
}
