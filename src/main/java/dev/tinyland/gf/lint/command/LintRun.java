package dev.tinyland.gf.lint.command;

import dev.tinyland.gf.actions.ContractFiles;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.LintVerdict;
import dev.tinyland.gf.lint.PathClass;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.baseline.Baseline;
import dev.tinyland.gf.lint.changes.GitChanges;
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
import dev.tinyland.gf.lint.engine.Judged;
import dev.tinyland.gf.lint.engine.LintResult;
import dev.tinyland.gf.lint.engine.Linter;
import dev.tinyland.gf.lint.engine.Readers;
import dev.tinyland.gf.lint.engine.Stopwatch;
import dev.tinyland.gf.lint.format.RootReport;
import dev.tinyland.gf.process.Git;
import dev.tinyland.gf.process.ProcessRunner;
import dev.tinyland.gf.report.CommonVerdict;
import dev.tinyland.gf.report.Verdict;
import dev.tinyland.gf.secret.Redactor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One run over everything the user named. */
final class LintRun implements AutoCloseable {
    private final LintOptions options;
    private final Host host;
    private final RuleSet rules;
    private final Path directory;
    private final Git git;
    private final Stopwatch stopwatch;
    private final Set<String> judged = new HashSet<>();
    private int baselined;
    private Optional<StandardInput> input = Optional.empty();

    LintRun(LintOptions options, Host host, RuleSet rules) {
        this.options = options;
        this.host = host;
        this.rules = rules;
        this.directory = options.run.directory(host);
        this.git = new Git(new ProcessRunner(host.interrupts(), new Redactor()), host.environment());
        this.stopwatch = options.timing ? Stopwatch.running() : Stopwatch.stopped();
    }

    Stopwatch stopwatch() {
        return stopwatch;
    }

    @Override
    public void close() throws IOException {
        if (input.isPresent()) {
            input.get().delete();
        }
    }

    Path directory() {
        return directory;
    }

    List<Target> targets() throws IOException {
        List<String> paths = new ArrayList<>();
        for (String value : options.paths) {
            value.lines().map(String::strip).filter(path -> !path.isEmpty()).forEach(paths::add);
        }
        boolean typed = paths.contains("-");
        String name = options.stdinFilename;
        if (typed != (name != null)) {
            throw new InputException(
                    "stdin-filename",
                    "the PATH - and --stdin-filename belong together: the name says what kind of file it is");
        }
        if (typed && options.fix && !options.diff) {
            throw new InputException("fix", "--fix has no file to write for the PATH -; --diff prints the change");
        }
        if (name != null) {
            input = Optional.of(StandardInput.read(host, directory, name));
        }
        List<Target> targets = Target.of(paths, directory, options.root, input);
        if (targets.size() > 1 && (options.baseline != null || options.writeBaseline != null)) {
            throw new InputException(
                    "root", "several PATHs and one baseline need a common root; give --root the folder that holds all");
        }
        if (options.writeBaseline != null && options.changedSince != null) {
            throw new InputException(
                    "write-baseline",
                    "--write-baseline with --changed-since would forget what stands on other lines; leave one out");
        }
        return targets;
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
                Globs.of("exclude", options.exclude),
                configuration::judgesJson);
        long discovering = stopwatch.start();
        Discovered found = target.discover(new Discovery(new GitListing(new WalkListing(), git)), selection);
        stopwatch.phase("discover", discovering);
        LocalDate today = LocalDate.ofInstant(host.clock().instant(), ZoneOffset.UTC);
        int threads = Runtime.getRuntime().availableProcessors();
        LintResult result = new Linter(
                        rules, Readers.all(contract), configuration, () -> contract, today, threads, stopwatch)
                .lint(found);
        judged.clear();
        found.candidates().forEach(candidate -> judged.add(candidate.path()));
        LintResult noted =
                target.files().isEmpty() ? result.withNotes(UnusedEntries.notes(written, paths(found))) : result;
        return excused(changed(noted, target), target);
    }

    private LintResult changed(LintResult result, Target target) throws IOException {
        String revision = options.changedSince;
        if (revision == null) {
            return result;
        }
        Set<String> wanted = new HashSet<>();
        for (Judged each : result.findings()) {
            wanted.add(each.finding().file().path());
            each.finding()
                    .related()
                    .forEach(related -> wanted.add(related.file().path()));
        }
        try {
            return new GitChanges(git).since(revision, target.root(), wanted).limit(result);
        } catch (GitChanges.UnknownException unknown) {
            throw new InputException("changed-since", "--changed-since: " + unknown.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the run was ended while git said what changed");
        }
    }

    private LintResult excused(LintResult result, Target target) {
        Path file = options.baseline;
        if (file == null) {
            return result;
        }
        return Baselines.read(directory.resolve(file).normalize(), "baseline")
                .apply(result, file.toString(), path -> settled(path, target));
    }

    /** Writes what {@code --write-baseline} asks for, and gives what is left that counts. */
    List<RootReport> baselined(List<RootReport> reports, List<Target> targets) {
        Path file = options.writeBaseline;
        if (file == null) {
            return reports;
        }
        RootReport report = reports.getFirst();
        Target target = targets.getFirst();
        Baseline written =
                Baselines.write(directory.resolve(file).normalize(), report.result(), path -> settled(path, target));
        baselined = written.entries().size();
        LintResult left = written.apply(report.result(), file.toString(), path -> false);
        return List.of(new RootReport(report.root(), report.prefix(), report.workspacePrefix(), left));
    }

    /** For people, once {@code --write-baseline} has written its file; empty without it. */
    String baselineSaid() {
        Path file = options.writeBaseline;
        if (file == null) {
            return "";
        }
        if (baselined == 0) {
            return file + " is written and lists nothing: no finding is left that a baseline may hold";
        }
        return file + " is written and lists " + baselined + (baselined == 1 ? " finding" : " findings")
                + "; commit it, and run with --baseline " + file + ": only what is not listed counts then";
    }

    /** Whether this run says all there is to say about a path. */
    private boolean settled(String path, Target target) {
        return judged.contains(path) || !Files.exists(target.root().resolve(path));
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
                written.exclude(),
                written.rules(),
                written.defaultBranch(),
                classes,
                written.contract(),
                written.json());
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
