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
import org.jspecify.annotations.Nullable;

/** Takes nodes of the shape that is wanted and notes a problem for the others. */
final class Shapes {
    private final List<YamlProblem> problems = new ArrayList<>();

    List<YamlProblem> problems() {
        return List.copyOf(problems);
    }

    void wrong(YamlNode node, String what, String wanted) {
        problems.add(new YamlProblem(node.span(), "`" + what + "` is not " + wanted));
    }

    /** The first value under a key, null where there is none. Asked a dozen times for each step of a workflow: no Optional. */
    static @Nullable YamlNode node(YamlMapping mapping, String key) {
        List<YamlEntry> entries = mapping.entries();
        for (int i = 0; i < entries.size(); i++) {
            YamlEntry entry = entries.get(i);
            if (entry.key().value().equals(key)) {
                return entry.value();
            }
        }
        return null;
    }

    /** The scalar under a key; an absent value counts as an absent key. */
    Optional<YamlScalar> scalar(YamlMapping mapping, String key) {
        YamlNode node = node(mapping, key);
        return node == null || isAbsent(node) ? Optional.empty() : scalar(node, key);
    }

    /** The scalar under a key; an absent value is an empty one, as it is for inputs. */
    Optional<YamlScalar> value(YamlMapping mapping, String key) {
        YamlNode node = node(mapping, key);
        return node == null ? Optional.empty() : scalar(node, key);
    }

    Optional<YamlScalar> scalar(YamlNode node, String what) {
        if (node instanceof YamlScalar scalar) {
            return Optional.of(scalar);
        }
        wrong(node, what, "a single value");
        return Optional.empty();
    }

    /** The mapping under a key, null where there is none; an absent value counts as an absent key. */
    @Nullable
    YamlMapping mapping(YamlMapping parent, String key) {
        YamlNode node = node(parent, key);
        return node == null ? null : mapping(node, key);
    }

    @Nullable
    YamlMapping mapping(YamlNode node, String what) {
        if (node instanceof YamlMapping mapping) {
            return mapping;
        }
        if (!isAbsent(node)) {
            wrong(node, what, "a mapping");
        }
        return null;
    }

    /** A list of scalars, or one in its place. */
    List<YamlScalar> scalars(YamlMapping parent, String key) {
        YamlNode node = node(parent, key);
        return node == null ? List.of() : scalars(node, key);
    }

    List<YamlScalar> scalars(YamlNode node, String what) {
        if (node instanceof YamlScalar scalar) {
            return isAbsent(scalar) ? List.of() : List.of(scalar);
        }
        if (node instanceof YamlSequence sequence) {
            List<YamlScalar> scalars = new ArrayList<>();
            for (YamlNode item : sequence.items()) {
                if (item instanceof YamlScalar scalar) {
                    scalars.add(scalar);
                } else {
                    wrong(item, what, "a single value");
                }
            }
            return scalars;
        }
        wrong(node, what, "a list");
        return List.of();
    }

    Settings settings(YamlMapping parent, String key) {
        YamlNode node = node(parent, key);
        return node == null ? Settings.NONE : settings(node, key);
    }

    Settings settings(YamlNode node, String what) {
        if (node instanceof YamlScalar scalar) {
            return isAbsent(scalar) ? Settings.NONE : new Settings(List.of(), Optional.of(scalar));
        }
        if (node instanceof YamlMapping mapping) {
            List<Setting> entries = new ArrayList<>(mapping.entries().size());
            for (YamlEntry entry : mapping.entries()) {
                if (entry.value() instanceof YamlScalar value) {
                    entries.add(new Setting(entry.key(), value));
                } else {
                    wrong(entry.value(), what, "a single value");
                }
            }
            return new Settings(entries, Optional.empty());
        }
        wrong(node, what, "a mapping");
        return Settings.NONE;
    }

    static boolean isAbsent(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.type() == CoreType.NULL;
    }
}
