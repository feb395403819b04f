package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.yaml.YamlEntry;
import dev.tinyland.gf.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an action's metadata file. */
public final class ActionReader {

    private ActionReader() {}

    /** Reads what has the right shape and leaves out the rest, noting it. */
    public static ActionFile read(SourceFile file, YamlMapping root) {
        Shapes shapes = new Shapes();
        Optional<YamlMapping> runs = Optional.ofNullable(shapes.mapping(root, "runs"));
        return new ActionFile(
                file,
                root,
                shapes.scalar(root, "name"),
                StepReader.inputs(root, shapes),
                outputs(root, shapes),
                runs.flatMap(mapping -> shapes.scalar(mapping, "using")),
                runs.flatMap(mapping -> shapes.scalar(mapping, "main")),
                runs.flatMap(mapping -> shapes.scalar(mapping, "post")),
                runs.map(mapping -> StepReader.steps(mapping, shapes)).orElse(List.of()),
                shapes.problems());
    }

    /** Outputs with a value; those of JavaScript and container actions have none and are left out. */
    static Settings outputs(YamlMapping parent, Shapes shapes) {
        List<Setting> outputs = new ArrayList<>();
        YamlMapping mapping = shapes.mapping(parent, "outputs");
        if (mapping == null) {
            return Settings.NONE;
        }
        for (YamlEntry entry : mapping.entries()) {
            YamlMapping declared = shapes.mapping(entry.value(), "outputs");
            if (declared != null) {
                shapes.scalar(declared, "value").ifPresent(value -> outputs.add(new Setting(entry.key(), value)));
            }
        }
        return new Settings(outputs, Optional.empty());
    }

    /** Whether a file is an action by what it holds: {@code runs} with {@code using} below it. */
    static boolean isAction(YamlMapping root) {
        return Shapes.node(root, "runs") instanceof YamlMapping runs && Shapes.node(runs, "using") != null;
    }
}
