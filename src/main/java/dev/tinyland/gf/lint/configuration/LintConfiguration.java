package dev.tinyland.gf.lint.configuration;

import dev.tinyland.gf.lint.PathClass;
import dev.tinyland.gf.lint.discovery.Glob;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a repository decides about its own linting.
 *
 * @param exclude files that are not judged
 * @param rules settings by rule id
 * @param defaultBranch the branch that may publish
 * @param pathClasses which paths belong to a class; a path in none is a pilot
 * @param contract path of the repository's own contract, relative to the root
 * @param json JSON files that are judged
 */
public record LintConfiguration(
        List<Glob> exclude,
        Map<String, RuleSetting> rules,
        String defaultBranch,
        Map<PathClass, List<Glob>> pathClasses,
        Optional<String> contract,
        List<Glob> json) {

    public LintConfiguration {
        exclude = List.copyOf(exclude);
        json = List.copyOf(json);
        rules = Map.copyOf(rules);
        pathClasses = Map.copyOf(pathClasses);
    }

    /** What holds without a configuration file. */
    public static LintConfiguration none() {
        return new LintConfiguration(List.of(), Map.of(), "main", Map.of(), Optional.empty(), List.of());
    }

    public boolean judgesJson(String path) {
        return json.stream().anyMatch(glob -> glob.matches(path));
    }

    public boolean excludes(String path) {
        return exclude.stream().anyMatch(glob -> glob.matches(path));
    }

    /** What the configuration makes of a rule at a path; empty where it says nothing. */
    public Optional<RuleLevel> level(String rule, String path) {
        RuleSetting setting = rules.get(rule);
        return setting == null ? Optional.empty() : setting.levelAt(path);
    }

    public PathClass pathClass(String path) {
        for (PathClass candidate : PathClass.values()) {
            if (pathClasses.getOrDefault(candidate, List.of()).stream().anyMatch(glob -> glob.matches(path))) {
                return candidate;
            }
        }
        return PathClass.PILOT;
    }
}
