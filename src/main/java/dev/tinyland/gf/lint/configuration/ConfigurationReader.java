package dev.tinyland.gf.lint.configuration;

import dev.tinyland.gf.lint.PathClass;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.discovery.Glob;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.Position;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import dev.tinyland.gf.yaml.CoreType;
import dev.tinyland.gf.yaml.YamlEntry;
import dev.tinyland.gf.yaml.YamlMapping;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlParser;
import dev.tinyland.gf.yaml.YamlProblem;
import dev.tinyland.gf.yaml.YamlResult;
import dev.tinyland.gf.yaml.YamlScalar;
import dev.tinyland.gf.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a configuration file and says everything that is wrong with it at once. One instance reads one file. */
public final class ConfigurationReader {
    private static final List<String> KEYS = ConfigurationSchema.keys();
    private static final List<String> CLASSES = List.of("proof", "probe", "legacy");
    private static final String LEVELS = "`error`, `warning`, `note` or `off`";

    private final SourceFile file;
    private final RuleSet rules;
    private final List<ConfigurationProblem> problems = new ArrayList<>();

    private ConfigurationReader(SourceFile file, RuleSet rules) {
        this.file = file;
        this.rules = rules;
    }

    /** @param rules the rules that may be named */
    public static ConfigurationResult read(SourceFile file, RuleSet rules) {
        return new ConfigurationReader(file, rules).read();
    }

    private ConfigurationResult read() {
        LintConfiguration configuration = LintConfiguration.none();
        switch (YamlParser.parse(Fragment.whole(file))) {
            case YamlResult.Unreadable(YamlProblem problem) -> problem(problem.span(), problem.message());
            case YamlResult.Parsed parsed -> {
                parsed.problems().forEach(problem -> problem(problem.span(), problem.message()));
                if (parsed.documents().size() > 1) {
                    problem(parsed.documents().get(1).span(), "a configuration is one document, not several");
                } else if (!parsed.documents().isEmpty()) {
                    configuration = root(parsed.documents().getFirst());
                }
            }
        }
        if (problems.isEmpty()) {
            return new ConfigurationResult.Loaded(configuration);
        }
        problems.sort(
                Comparator.comparingInt(ConfigurationProblem::line).thenComparingInt(ConfigurationProblem::column));
        return new ConfigurationResult.Refused(problems);
    }

    private LintConfiguration root(YamlNode node) {
        LintConfiguration none = LintConfiguration.none();
        if (!(node instanceof YamlMapping mapping)) {
            problem(node.span(), "expected a mapping with the keys " + String.join(", ", KEYS));
            return none;
        }
        List<Glob> exclude = none.exclude();
        Map<String, RuleSetting> settings = none.rules();
        String branch = none.defaultBranch();
        Map<PathClass, List<Glob>> classes = none.pathClasses();
        Optional<String> contract = none.contract();
        List<Glob> json = none.json();
        for (YamlEntry entry : mapping.entries()) {
            String key = entry.key().value();
            switch (key) {
                case "exclude" -> exclude = globs(entry.value());
                case "rules" -> settings = settings(entry.value());
                case "defaultBranch" ->
                    branch = text(entry.value(), "the name of a branch").orElse(branch);
                case "pathClasses" -> classes = classes(entry.value());
                case "json" -> json = globs(entry.value());
                case "contract" -> contract = text(entry.value(), "the path of a contract, from the root");
                default ->
                    problem(
                            entry.key().span(),
                            "unknown key `" + key + "`; known are " + String.join(", ", KEYS)
                                    + Suggestions.didYouMean(key, KEYS));
            }
        }
        return new LintConfiguration(exclude, settings, branch, classes, contract, json);
    }

    private Map<String, RuleSetting> settings(YamlNode node) {
        Map<String, RuleSetting> settings = new LinkedHashMap<>();
        if (!(node instanceof YamlMapping mapping)) {
            problem(node.span(), "expected a mapping from rule ids to " + LEVELS);
            return settings;
        }
        for (YamlEntry entry : mapping.entries()) {
            String id = entry.key().value();
            Optional<RuleInfo> rule = rules.info(id);
            if (rule.isEmpty()) {
                List<String> known =
                        rules.rules().stream().map(each -> each.info().id()).toList();
                problem(entry.key().span(), "there is no rule `" + id + "`" + Suggestions.didYouMean(id, known));
                continue;
            }
            settings.put(id, setting(rule.get(), entry.value()));
        }
        return settings;
    }

    private RuleSetting setting(RuleInfo rule, YamlNode node) {
        if (node instanceof YamlScalar) {
            return new RuleSetting(level(rule, node), List.of());
        }
        Optional<RuleLevel> everywhere = Optional.empty();
        List<RuleSetting.PathLevel> paths = new ArrayList<>();
        if (!(node instanceof YamlMapping mapping)) {
            problem(node.span(), "expected " + LEVELS + ", or a mapping with `severity` and `paths`");
            return new RuleSetting(everywhere, paths);
        }
        for (YamlEntry entry : mapping.entries()) {
            switch (entry.key().value()) {
                case "severity" -> everywhere = level(rule, entry.value());
                case "paths" -> paths.addAll(pathLevels(rule, entry.value()));
                default -> problem(entry.key().span(), "unknown key; known are severity, paths");
            }
        }
        return new RuleSetting(everywhere, paths);
    }

    private List<RuleSetting.PathLevel> pathLevels(RuleInfo rule, YamlNode node) {
        List<RuleSetting.PathLevel> levels = new ArrayList<>();
        if (!(node instanceof YamlMapping mapping)) {
            problem(node.span(), "expected a mapping from path patterns to " + LEVELS);
            return levels;
        }
        for (YamlEntry entry : mapping.entries()) {
            Optional<Glob> glob = glob(entry.key());
            Optional<RuleLevel> level = level(rule, entry.value());
            if (glob.isPresent() && level.isPresent()) {
                levels.add(new RuleSetting.PathLevel(glob.get(), level.get()));
            }
        }
        return levels;
    }

    private Optional<RuleLevel> level(RuleInfo rule, YamlNode node) {
        if (!(node instanceof YamlScalar scalar)) {
            problem(node.span(), "expected " + LEVELS);
            return Optional.empty();
        }
        if (scalar.value().equals("off")) {
            if (rule.protectedRule()) {
                problem(node.span(), "`" + rule.id() + "` is a protected rule: it cannot be turned off");
                return Optional.empty();
            }
            return Optional.of(new RuleLevel.Off());
        }
        for (Severity severity : Severity.values()) {
            if (severity.word().equals(scalar.value())) {
                if (rule.protectedRule() && severity != Severity.ERROR) {
                    problem(node.span(), "`" + rule.id() + "` is a protected rule: it stays an error");
                    return Optional.empty();
                }
                return Optional.of(new RuleLevel.At(severity));
            }
        }
        problem(node.span(), "expected " + LEVELS);
        return Optional.empty();
    }

    private Map<PathClass, List<Glob>> classes(YamlNode node) {
        Map<PathClass, List<Glob>> classes = new EnumMap<>(PathClass.class);
        if (!(node instanceof YamlMapping mapping)) {
            problem(node.span(), "expected a mapping with the keys " + String.join(", ", CLASSES));
            return classes;
        }
        for (YamlEntry entry : mapping.entries()) {
            switch (entry.key().value()) {
                case "proof" -> classes.put(PathClass.PROOF, globs(entry.value()));
                case "probe" -> classes.put(PathClass.PROBE, globs(entry.value()));
                case "legacy" -> classes.put(PathClass.LEGACY, globs(entry.value()));
                default ->
                    problem(
                            entry.key().span(),
                            "unknown class; known are " + String.join(", ", CLASSES) + ", all else is a pilot");
            }
        }
        return classes;
    }

    private List<Glob> globs(YamlNode node) {
        List<Glob> globs = new ArrayList<>();
        if (!(node instanceof YamlSequence sequence)) {
            problem(node.span(), "expected a list of path patterns");
            return globs;
        }
        for (YamlNode item : sequence.items()) {
            if (item instanceof YamlScalar scalar) {
                glob(scalar).ifPresent(globs::add);
            } else {
                problem(item.span(), "expected a path pattern");
            }
        }
        return globs;
    }

    private Optional<Glob> glob(YamlScalar scalar) {
        try {
            return Optional.of(Glob.of(scalar.value()));
        } catch (IllegalArgumentException wrong) {
            problem(scalar.span(), "not a path pattern: " + wrong.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> text(YamlNode node, String expected) {
        if (node instanceof YamlScalar scalar
                && scalar.type() != CoreType.NULL
                && !scalar.value().isBlank()) {
            return Optional.of(scalar.value());
        }
        problem(node.span(), "expected " + expected);
        return Optional.empty();
    }

    private void problem(Span span, String message) {
        Position at = file.position(span.start());
        problems.add(new ConfigurationProblem(file.path(), at.line(), at.column(), message));
    }
}
