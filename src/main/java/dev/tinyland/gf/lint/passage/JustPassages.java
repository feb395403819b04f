package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.just.JustAssignment;
import dev.tinyland.gf.just.JustExpression;
import dev.tinyland.gf.just.JustFile;
import dev.tinyland.gf.just.JustParser;
import dev.tinyland.gf.just.JustRecipe;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Passages of justfiles: recipe bodies as scripts in the language of their shebang, variables and defaults as values. */
public final class JustPassages implements PassageExtractor {
    private static final Set<String> SHELLS = Set.of("", "bash", "sh", "zsh", "dash");

    @Override
    public List<Passage> passages(SourceFile file) {
        JustFile just = JustParser.parse(Fragment.whole(file));
        List<Passage> passages = new ArrayList<>();
        for (JustAssignment assignment : just.assignments()) {
            add(assignment.value(), List.of(assignment.name().text()), passages);
        }
        for (JustRecipe recipe : just.recipes()) {
            String name = recipe.name().text();
            for (JustAssignment parameter : recipe.parameters()) {
                add(parameter.value(), List.of(name, parameter.name().text()), passages);
            }
            if (recipe.body().length() > 0) {
                boolean shell = SHELLS.contains(recipe.interpreter());
                passages.add(passage(
                        recipe.body(),
                        shell ? Role.SCRIPT : Role.BLOCK,
                        shell ? "bash" : recipe.interpreter(),
                        List.of(name)));
            }
        }
        for (Fragment comment : just.comments()) {
            passages.add(Comments.passage(comment, Surface.JUSTFILE));
        }
        return Passages.ordered(passages);
    }

    private static void add(JustExpression value, List<String> path, List<Passage> passages) {
        value.strings().forEach(string -> passages.add(passage(string, Role.VALUE, "", path)));
        value.commands().forEach(command -> passages.add(passage(command, Role.SCRIPT, "bash", path)));
    }

    private static Passage passage(Fragment text, Role role, String language, List<String> path) {
        return new Passage(text, Surface.JUSTFILE, role, language, path, Optional.empty());
    }
}
