package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.yaml.CoreType;
import dev.tinyland.gf.yaml.YamlEntry;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlProblem;
import dev.tinyland.gf.yaml.YamlScalar;
import dev.tinyland.gf.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes nodes of the shape that is wanted and notes a problem for the others. */
final class Shapes {
    private final List<YamlProblem> problems = new ArrayList<>();

    List<YamlProblem> problems() {
        return List.copyOf(problems);
    }

    void wrong(YamlNode node, String what, String wanted) {
        problems.add(new YamlProblem(node.span(), "`" + what + "` is not " + wanted));
    }

    /** The scalar under a key; an absent value counts as an absent key. */
    Optional<YamlScalar> scalar(YamlMapping mapping, String key) {
        return mapping.get(key).flatMap(node -> scalar(node, key)).filter(scalar -> !isAbsent(scalar));
    }

    /** The scalar under a key; an absent value is an empty one, as it is for inputs. */
    Optional<YamlScalar> value(YamlMapping mapping, String key) {
        return mapping.get(key).flatMap(node -> scalar(node, key));
    }

    Optional<YamlScalar> scalar(YamlNode node, String what) {
        if (node instanceof YamlScalar scalar) {
            return Optional.of(scalar);
        }
        wrong(node, what, "a single value");
        return Optional.empty();
    }

    /** The mapping under a key; an absent value counts as an absent key. */
    Optional<YamlMapping> mapping(YamlMapping parent, String key) {
        return parent.get(key).flatMap(node -> mapping(node, key));
    }

    Optional<YamlMapping> mapping(YamlNode node, String what) {
        if (node instanceof YamlMapping mapping) {
            return Optional.of(mapping);
        }
        if (!isAbsent(node)) {
            wrong(node, what, "a mapping");
        }
        return Optional.empty();
    }

    /** A list of scalars, or one in its place. */
    List<YamlScalar> scalars(YamlMapping parent, String key) {
        return parent.get(key).map(node -> scalars(node, key)).orElse(List.of());
    }

    List<YamlScalar> scalars(YamlNode node, String what) {
        return switch (node) {
            case YamlScalar scalar -> isAbsent(scalar) ? List.of() : List.of(scalar);
            case YamlSequence sequence -> {
                List<YamlScalar> scalars = new ArrayList<>();
                for (YamlNode item : sequence.items()) {
                    scalar(item, what).ifPresent(scalars::add);
                }
                yield scalars;
            }
            case YamlMapping mapping -> {
                wrong(mapping, what, "a list");
                yield List.of();
            }
        };
    }

    Settings settings(YamlMapping parent, String key) {
        return parent.get(key).map(node -> settings(node, key)).orElse(Settings.NONE);
    }

    Settings settings(YamlNode node, String what) {
        return switch (node) {
            case YamlScalar scalar -> isAbsent(scalar) ? Settings.NONE : new Settings(List.of(), Optional.of(scalar));
            case YamlSequence sequence -> {
                wrong(sequence, what, "a mapping");
                yield Settings.NONE;
            }
            case YamlMapping mapping -> {
                List<Setting> entries = new ArrayList<>();
                for (YamlEntry entry : mapping.entries()) {
                    scalar(entry.value(), what).ifPresent(value -> entries.add(new Setting(entry.key(), value)));
                }
                yield new Settings(entries, Optional.empty());
            }
        };
    }

    static boolean isAbsent(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.type() == CoreType.NULL;
    }
}
