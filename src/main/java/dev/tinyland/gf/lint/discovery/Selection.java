package dev.tinyland.gf.lint.discovery;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which files of a root are judged.
 *
 * @param excluded what the configuration takes out; the root's own workflows stay in whatever it says
 * @param legacy what is classed as a record of the past; workflows stay in too
 * @param include when not empty, only what one of these matches
 * @param exclude what one of these matches is left out
 * @param json which JSON files are judged; most are data of programs
 */
public record Selection(
        Predicate<String> excluded,
        Predicate<String> legacy,
        List<Glob> include,
        List<Glob> exclude,
        Predicate<String> json) {

    public Selection {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** Without JSON. */
    public Selection(Predicate<String> excluded, Predicate<String> legacy, List<Glob> include, List<Glob> exclude) {
        this(excluded, legacy, include, exclude, path -> false);
    }

    public static Selection everything() {
        return new Selection(path -> false, path -> false, List.of(), List.of());
    }

    Optional<SkipReason> reason(String path) {
        if (!FileKinds.isWorkflowPath(path)) {
            if (excluded.test(path)) {
                return Optional.of(SkipReason.EXCLUDED);
            }
            if (legacy.test(path)) {
                return Optional.of(SkipReason.ARCHIVE);
            }
        }
        if (include.isEmpty() && exclude.isEmpty()) {
            return Optional.empty();
        }
        boolean selected = include.isEmpty() || include.stream().anyMatch(glob -> glob.matches(path));
        if (!selected || exclude.stream().anyMatch(glob -> glob.matches(path))) {
            return Optional.of(SkipReason.NOT_SELECTED);
        }
        return Optional.empty();
    }
}
