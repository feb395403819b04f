package dev.tinyland.gf.lint.configuration;

import dev.tinyland.gf.lint.discovery.Glob;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Finds entries of a configuration that match no file: they are typing errors, or what they were for is gone. */
public final class UnusedEntries {
    private UnusedEntries() {}

    /**
     * What to tell the user.
     *
     * @param paths every file of the root, judged or not
     */
    public static List<String> notes(LintConfiguration configuration, Collection<String> paths) {
        List<String> notes = new ArrayList<>();
        configuration.exclude().forEach(glob -> check(glob, "exclude", paths, notes));
        configuration.json().forEach(glob -> check(glob, "json", paths, notes));
        configuration.rules().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(rule -> rule.getValue()
                        .paths()
                        .forEach(level -> check(level.paths(), "rules." + rule.getKey() + ".paths", paths, notes)));
        configuration.pathClasses().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> entry.getValue()
                        .forEach(glob ->
                                check(glob, "pathClasses." + entry.getKey().word(), paths, notes)));
        return List.copyOf(notes);
    }

    private static void check(Glob glob, String key, Collection<String> paths, List<String> notes) {
        if (paths.stream().noneMatch(glob::matches)) {
            notes.add(
                    "the configuration's `" + glob + "` under `" + key + "` matches no file; remove it or correct it");
        }
    }
}
