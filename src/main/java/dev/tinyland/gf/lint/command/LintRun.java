package dev.tinyland.gf.lint.command;

import dev.tinyland.gf.actions.ContractFiles;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.LintVerdict;
import dev.tinyland.gf.lint.PathClass;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.configuration.LintConfiguration;
import dev.tinyland.gf.lint.configuration.UnusedEntries;
import dev.tinyland.gf.lint.discovery.Candidate;
import dev.tinyland.gf.lint.discovery.Discovered;
import dev.tinyland.gf.lint.discovery.Discovery;
import dev.tinyland.gf.lint.discovery.GitListing;
import dev.tinyland.gf.lint.discovery.Glob;
import dev.tinyland.gf.lint.discovery.Selection;
import dev.tinyland.gf.lint.discovery.Skipped;
import dev.tinyland.gf.lint.discovery.WalkListing;
import dev.tinyland.gf.lint.engine.LintResult;
import dev.tinyland.gf.lint.engine.Linter;
import dev.tinyland.gf.lint.engine.Readers;
import dev.tinyland.gf.lint.format.RootReport;
import dev.tinyland.gf.process.ProcessRunner;
import dev.tinyland.gf.report.CommonVerdict;
import dev.tinyland.gf.report.Verdict;
import dev.tinyland.gf.secret.Redactor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run over everything the user named. */
final class LintRun {
    private final LintOptions options;
    private final Host host;
    private final RuleSet rules;
    private final Path directory;

    LintRun(LintOptions options, Host host, RuleSet rules) {
        this.options = options;
        this.host = host;
        this.rules = rules;
        this.directory = options.run.directory(host);
    }

    Path directory() {
        return directory;
    }

    List<Target> targets() {
        List<String> paths = new ArrayList<>();
        for (String value : options.paths) {
            value.lines().map(String::strip).filter(path -> !path.isEmpty()).forEach(paths::add);
        }
        return Target.of(paths, directory, options.root);
    }

    List<RootReport> lint(List<Target> targets) throws IOException {
        List<RootReport> reports = new ArrayList<>();
        for (Target target : targets) {
            reports.add(new RootReport(
                    target.shown(), target.prefixFrom(directory), target.prefixFrom(workspace()), lint(target)));
        }
        return reports;
    }

    private LintResult lint(Target target) throws IOException {
        LintConfiguration written = options.noConfig
                ? LintConfiguration.none()
                : Configurations.of(target.root(), resolved(options.config), rules);
        Contract contract = ContractFiles.contract(contractFile(target, written));
        LintConfiguration configuration = withClasses(written, contract);
        Selection selection = new Selection(
                configuration::excludes,
                path -> configuration.pathClass(path) == PathClass.LEGACY,
                Globs.of("include", options.include),
                Globs.of("exclude", options.exclude));
        ProcessRunner runner = new ProcessRunner(host.interrupts(), new Redactor());
        GitListing listing = new GitListing(new WalkListing(), "git", runner, host.environment());
        Discovered found = target.discover(new Discovery(listing), selection);
        LocalDate today = LocalDate.ofInstant(host.clock().instant(), ZoneOffset.UTC);
        int threads = Runtime.getRuntime().availableProcessors();
        LintResult result =
                new Linter(rules, Readers.all(contract), configuration, () -> contract, today, threads).lint(found);
        return target.files().isEmpty() ? result.withNotes(UnusedEntries.notes(written, paths(found))) : result;
    }

    private static List<String> paths(Discovered found) {
        List<String> paths = new ArrayList<>();
        found.candidates().stream().map(Candidate::path).forEach(paths::add);
        found.skipped().stream().map(Skipped::path).forEach(paths::add);
        return paths;
    }

    private @Nullable Path contractFile(Target target, LintConfiguration configuration) {
        Path given = options.run.contract();
        if (given != null) {
            return resolved(given);
        }
        return configuration.contract().map(target.root()::resolve).orElse(null);
    }

    /** The contract's path classes hold where the configuration names none. */
    private static LintConfiguration withClasses(LintConfiguration written, Contract contract) {
        Map<PathClass, List<Glob>> classes = new EnumMap<>(PathClass.class);
        classes.put(PathClass.PROOF, globs(contract.pathClasses().proof()));
        classes.put(PathClass.PROBE, globs(contract.pathClasses().probe()));
        classes.put(PathClass.LEGACY, globs(contract.pathClasses().legacy()));
        classes.putAll(written.pathClasses());
        return new LintConfiguration(
                written.exclude(), written.rules(), written.defaultBranch(), classes, written.contract());
    }

    private static List<Glob> globs(List<String> patterns) {
        try {
            return patterns.stream().map(Glob::of).toList();
        } catch (IllegalArgumentException wrong) {
            throw new InputException("contract", "a path class of the contract is wrong: " + wrong.getMessage());
        }
    }

    private @Nullable Path resolved(@Nullable Path path) {
        return path == null ? null : directory.resolve(path).normalize();
    }

    private Path workspace() {
        return host.variable("GITHUB_WORKSPACE")
                .map(path -> Path.of(path).toAbsolutePath().normalize())
                .filter(directory::startsWith)
                .orElse(directory);
    }

    /** A defect of gf-lint first, then what was found, then whether anything was looked at. */
    Verdict verdict(List<RootReport> reports) {
        if (reports.stream().anyMatch(root -> !root.result().failures().isEmpty())) {
            return CommonVerdict.INTERNAL_ERROR;
        }
        for (Severity severity : Severity.values()) {
            if (options.failOn.includes(severity)
                    && reports.stream().anyMatch(root -> root.result().count(severity) > 0)) {
                return LintVerdict.FINDINGS;
            }
        }
        boolean judged = reports.stream().anyMatch(root -> root.result().files() > 0);
        return judged || options.allowEmpty ? LintVerdict.CLEAN : LintVerdict.NOTHING_JUDGED;
    }
}
