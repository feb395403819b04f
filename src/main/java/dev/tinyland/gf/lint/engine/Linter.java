package dev.tinyland.gf.lint.engine;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.Finding;
import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleInfo;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.configuration.LintConfiguration;
import dev.tinyland.gf.lint.configuration.RuleLevel;
import dev.tinyland.gf.lint.discovery.Candidate;
import dev.tinyland.gf.lint.discovery.Discovered;
import dev.tinyland.gf.lint.discovery.FileLoader;
import dev.tinyland.gf.lint.discovery.Loaded;
import dev.tinyland.gf.lint.discovery.SkipReason;
import dev.tinyland.gf.lint.discovery.Skipped;
import dev.tinyland.gf.lint.model.FileProject;
import dev.tinyland.gf.lint.passage.Label;
import dev.tinyland.gf.lint.suppression.Suppressed;
import dev.tinyland.gf.lint.suppression.SuppressionScanner;
import dev.tinyland.gf.lint.suppression.Suppressor;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Runs all rules over the files of one root. The result is the same on every run, whatever the number of threads. */
public final class Linter {
    private static final Comparator<Finding> ORDER = Comparator.comparing(
                    (Finding finding) -> finding.file().path())
            .thenComparing(Finding::span)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::message);

    private final RuleSet rules;
    private final Map<Surface, FileReader> readers;
    private final LintConfiguration configuration;
    private final Supplier<Contract> contract;
    private final LocalDate today;
    private final int threads;
    private final Stopwatch stopwatch;

    /**
     * @param readers what understands each kind of file; files of other kinds are counted as not judged
     * @param contract asked for only when a rule needs it
     * @param today the day suppressions with a date are held against
     * @param threads how many files are judged at a time
     */
    public Linter(
            RuleSet rules,
            Map<Surface, FileReader> readers,
            LintConfiguration configuration,
            Supplier<Contract> contract,
            LocalDate today,
            int threads) {
        this(rules, readers, configuration, contract, today, threads, Stopwatch.stopped());
    }

    /** @param stopwatch told how long phases and rules take */
    public Linter(
            RuleSet rules,
            Map<Surface, FileReader> readers,
            LintConfiguration configuration,
            Supplier<Contract> contract,
            LocalDate today,
            int threads,
            Stopwatch stopwatch) {
        this.rules = rules;
        this.readers = readers;
        this.configuration = configuration;
        this.contract = contract;
        this.today = today;
        this.threads = threads;
        this.stopwatch = stopwatch;
    }

    public LintResult lint(Discovered discovered) {
        Map<Surface, List<Rule>> bySurface = new EnumMap<>(Surface.class);
        for (Surface surface : Surface.values()) {
            bySurface.put(
                    surface,
                    rules.rules().stream()
                            .filter(rule -> rule.info().severityOn(surface).isPresent())
                            .filter(rule -> mayRun(rule.info()))
                            .toList());
        }
        long loading = stopwatch.start();
        Workers workers = new Workers(threads);
        FileLoader loader = new FileLoader();
        List<Candidate> candidates = discovered.candidates();
        List<Loaded> loaded = workers.map(candidates, loader::load);
        List<SourceFile> yaml = new ArrayList<>();
        loaded.forEach(each -> yamlOf(each).ifPresent(yaml::add));
        workers.map(discovered.context(), loader::load)
                .forEach(each -> yamlOf(each).ifPresent(yaml::add));
        List<SourceFile> stacks = new ArrayList<>();
        loaded.forEach(each -> stackFileOf(each).ifPresent(stacks::add));
        FileProject project = new FileProject(yaml, stacks);
        stopwatch.phase("load", loading);
        FileJudge judge = new FileJudge(readers, bySurface, configuration, contract, project, stopwatch);
        List<Integer> numbers = IntStream.range(0, candidates.size()).boxed().toList();
        long judging = stopwatch.start();
        List<FileOutcome> outcomes = workers.map(numbers, i -> {
            String path = candidates.get(i).path();
            FileOutcome outcome = judge.judge(path, loaded.get(i));
            project.release(path);
            return outcome;
        });
        stopwatch.phase("judge", judging);
        return gather(discovered, outcomes);
    }

    /** What files of a root can refer to. */
    private static Optional<SourceFile> yamlOf(Loaded loaded) {
        return loaded instanceof Loaded.Text(SourceFile file, Surface surface) && FileJudge.YAML.contains(surface)
                ? Optional.of(file)
                : Optional.empty();
    }

    /** What stacks of a root are compared by. */
    private static Optional<SourceFile> stackFileOf(Loaded loaded) {
        return loaded instanceof Loaded.Text(SourceFile file, Surface surface) && surface == Surface.HCL
                ? Optional.of(file)
                : Optional.empty();
    }

    private LintResult gather(Discovered discovered, List<FileOutcome> outcomes) {
        List<Skipped> skipped = new ArrayList<>(discovered.skipped());
        List<Failure> failures = new ArrayList<>();
        Map<Label.Kind, Integer> labelled = new EnumMap<>(Label.Kind.class);
        Map<String, FileOutcome.Done> done = new TreeMap<>();
        Map<String, List<Finding>> byFile = new TreeMap<>();
        for (String folder : discovered.unreadable()) {
            SourceFile empty = new SourceFile(folder, "");
            byFile.computeIfAbsent(folder, path -> new ArrayList<>())
                    .add(FileJudge.unreadable(
                            empty,
                            Surface.CONFIGURATION,
                            Span.at(0),
                            "This folder cannot be looked into.",
                            "Make it readable, or exclude it in the configuration."));
        }
        int files = 0;
        for (FileOutcome outcome : outcomes) {
            switch (outcome) {
                case FileOutcome.PassedOver(String path, SkipReason reason) -> skipped.add(new Skipped(path, reason));
                case FileOutcome.Done file -> {
                    files++;
                    done.put(file.path(), file);
                    failures.addAll(file.failures());
                    file.labelled().forEach((kind, count) -> labelled.merge(kind, count, Integer::sum));
                    for (Finding finding : file.findings()) {
                        byFile.computeIfAbsent(finding.file().path(), path -> new ArrayList<>())
                                .add(finding);
                    }
                }
            }
        }
        done.keySet().forEach(path -> byFile.computeIfAbsent(path, each -> new ArrayList<>()));
        List<Judged> judged = new ArrayList<>();
        Suppressor suppressor =
                new Suppressor(rules, BuiltInRules.BAD_SUPPRESSION, BuiltInRules.UNUSED_SUPPRESSION, today, this::isOn);
        Fingerprints fingerprints = new Fingerprints();
        byFile.forEach((path, found) ->
                judged.addAll(decide(Optional.ofNullable(done.get(path)), found, suppressor, fingerprints)));
        skipped.sort(Comparator.comparing(Skipped::path));
        return new LintResult(files, judged, skipped, labelled, discovered.notes(), failures);
    }

    /** Findings of one file: configured, without doubles, held against the comments, in order. */
    private List<Judged> decide(
            Optional<FileOutcome.Done> outcome, List<Finding> found, Suppressor suppressor, Fingerprints fingerprints) {
        if (found.isEmpty()
                && (outcome.isEmpty()
                        || !SuppressionScanner.mayHold(outcome.get().file()))) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (Finding finding : found) {
            // One anchor used twice in a YAML file shows the same place to a rule twice.
            if (seen.add(List.of(finding.rule(), finding.span(), finding.message()))) {
                configured(finding).ifPresent(findings::add);
            }
        }
        Map<Finding, String> reasons = Map.of();
        if (outcome.isPresent()) {
            FileOutcome.Done file = outcome.get();
            Suppressed suppressed = suppressor.apply(file.file(), file.surface(), findings);
            reasons = suppressed.reasons();
            suppressed.problems().forEach(problem -> configured(problem).ifPresent(findings::add));
        }
        findings.sort(ORDER);
        List<Judged> judged = new ArrayList<>(findings.size());
        for (Finding finding : findings) {
            String reason = reasons.get(finding);
            judged.add(new Judged(
                    finding,
                    fingerprints.of(finding),
                    reason == null ? Optional.empty() : Optional.of(new Excuse(Excuse.Kind.COMMENT, reason))));
        }
        return judged;
    }

    private Optional<Finding> configured(Finding finding) {
        String path = finding.file().path();
        Optional<RuleLevel> level = configuration.level(finding.rule(), path);
        if (level.isEmpty()) {
            boolean on = rules.info(finding.rule()).map(RuleInfo::onByDefault).orElse(true);
            return on ? Optional.of(finding) : Optional.empty();
        }
        if (!finding.suppressible()) {
            return Optional.of(finding);
        }
        return switch (level.get()) {
            case RuleLevel.Off() -> Optional.empty();
            case RuleLevel.At(Severity severity) -> Optional.of(finding.withSeverity(severity));
        };
    }

    private boolean mayRun(RuleInfo info) {
        return info.onByDefault() || configuration.rules().containsKey(info.id());
    }

    private boolean isOn(String rule, String path) {
        return configuration
                .level(rule, path)
                .map(level -> level instanceof RuleLevel.At)
                .orElseGet(() -> rules.info(rule).map(RuleInfo::onByDefault).orElse(false));
    }
}
