package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlProblem;
import dev.tinyland.gf.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * The metadata file of an action; of JavaScript and container actions only the inputs, outputs and entry points.
 *
 * @param using {@code composite}, {@code node24}, {@code docker}, …
 * @param outputs name and value; actions other than composite have no values
 * @param post the script run after the job, where there is one
 * @param steps empty unless composite
 * @param problems what had the wrong shape and was left out
 */
public record ActionFile(
        SourceFile file,
        YamlMapping root,
        Optional<YamlScalar> name,
        List<Input> inputs,
        Settings outputs,
        Optional<YamlScalar> using,
        Optional<YamlScalar> main,
        Optional<YamlScalar> post,
        List<Step> steps,
        List<YamlProblem> problems) {

    public ActionFile {
        inputs = List.copyOf(inputs);
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
    }

    public boolean isComposite() {
        return using.map(value -> value.value().equals("composite")).orElse(false);
    }

    /** The input of this name in any case, as the runner compares them. */
    public Optional<Input> input(String name) {
        return inputs.stream()
                .filter(input -> input.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
