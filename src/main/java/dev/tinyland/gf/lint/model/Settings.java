package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * A mapping of names to scalars, or one scalar in its place: {@code permissions: read-all}, {@code secrets: inherit},
 * {@code with: ${{ … }}}.
 *
 * @param entries in the order of the file
 * @param whole the scalar in place of the mapping
 */
public record Settings(List<Setting> entries, Optional<YamlScalar> whole) {
    public static final Settings NONE = new Settings(List.of(), Optional.empty());

    public Settings {
        entries = List.copyOf(entries);
    }

    public boolean isEmpty() {
        return entries.isEmpty() && whole.isEmpty();
    }

    /** The entry of exactly this name, as for environment variables. */
    public Optional<Setting> get(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    /** The entry of this name in any case, as the runner compares the names of inputs. */
    public Optional<Setting> input(String name) {
        return entries.stream()
                .filter(entry -> entry.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
