package dev.tinyland.gf.lint.command;

import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.OtherTool;
import dev.tinyland.gf.actions.ToolVersion;
import dev.tinyland.gf.lint.LintVerdict;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.engine.Failure;
import dev.tinyland.gf.lint.engine.LintResult;
import dev.tinyland.gf.lint.format.CheckstyleFormat;
import dev.tinyland.gf.lint.format.GitHubFormat;
import dev.tinyland.gf.lint.format.JsonFormat;
import dev.tinyland.gf.lint.format.LineFormat;
import dev.tinyland.gf.lint.format.LintReport;
import dev.tinyland.gf.lint.format.RootReport;
import dev.tinyland.gf.lint.format.SarifFormat;
import dev.tinyland.gf.lint.format.StatisticsFormat;
import dev.tinyland.gf.lint.format.Style;
import dev.tinyland.gf.lint.format.TextFormat;
import dev.tinyland.gf.lint.format.TimingFormat;
import dev.tinyland.gf.report.CommonVerdict;
import dev.tinyland.gf.report.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gf lint}, and {@code gf-lint} by itself. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        addMethodSubcommands = false,
        versionProvider = ToolVersion.class,
        description = "Judge workflows, actions, documents and configuration by the platform's contract.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gf-lint                                   judge the repository you stand in",
            "  gf-lint .github/workflows/deploy.yml      judge one file",
            "  gf-lint --fail-on error docs README.md    documents may have warnings",
            "  gf-lint --format json --output line=findings.txt",
            "  gf-lint --write-baseline gf-lint-baseline.json   then --baseline: only new findings count",
            "  gf-lint --changed-since origin/main       what this branch adds",
            "  gf-lint --fix --diff                      show what is safe to change",
            "  gf-lint explain attic-push-on-pull-request",
            "",
            "Every option --x-y is also the environment variable GF_X_Y; --config is GF_LINT_CONFIG.",
            "A comment `gf-lint: ignore[rule] reason` on the line, or alone on the line above, silences a finding."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing at or above --fail-on",
            "1:findings",
            "2:usage, bad configuration, missing path",
            "3:no file was judged",
            "70:internal error of gf-lint"
        })
public final class LintCommand implements Callable<Integer> {
    private final Host host;
    private final RuleSet rules;

    @Mixin
    private LintOptions options = new LintOptions();

    @Spec
    private @Nullable CommandSpec spec;

    public LintCommand(Host host, RuleSet rules) {
        this.host = host;
        this.rules = rules;
    }

    @Override
    public Integer call() throws IOException {
        try (LintRun run = new LintRun(options, host, rules)) {
            return call(run);
        }
    }

    private int call(LintRun run) throws IOException {
        LintOutputs outputs;
        try {
            Path asked = options.run.reportDirectory();
            outputs = LintOutputs.open(
                    host, asked == null ? null : run.directory().resolve(asked).normalize());
        } catch (IOException unwritable) {
            say("the report folder cannot be written (" + unwritable.getClass().getSimpleName()
                    + "); give --report-dir a folder of your own");
            return LintVerdict.INVALID.exitCode().code();
        }
        try {
            return judge(run, outputs).exitCode().code();
        } catch (InputException wrong) {
            say(wrong.getMessage());
            if (outputs.wanted()) {
                outputs.write(nothing(LintVerdict.INVALID), wrong.reason());
            } else {
                outputs.outputs(LintVerdict.INVALID, wrong.reason(), Map.of());
            }
            return LintVerdict.INVALID.exitCode().code();
        }
    }

    private Verdict judge(LintRun run, LintOutputs outputs) throws IOException {
        Severity minimum = options.minimumSeverity()
                .orElseThrow(() -> new InputException(
                        "min-severity", "--min-severity takes error, warning or note; give it one of these"));
        List<Target> targets = run.targets();
        List<Output> files = options.outputs.stream()
                .flatMap(value -> Globs.split(value).stream())
                .map(value -> Output.of(value, run.directory()))
                .toList();
        boolean document = options.format.oneRoot()
                || outputs.wanted()
                || options.sarifFile != null
                || files.stream().anyMatch(file -> file.format().oneRoot());
        if (document && targets.size() > 1) {
            throw new InputException(
                    "root",
                    "several PATHs in one JSON or SARIF document need a common root; give --root the folder that holds"
                            + " all");
        }
        if (outputs.wanted()) {
            outputs.write(nothing(CommonVerdict.INCOMPLETE), "killed");
        } else {
            outputs.outputs(CommonVerdict.INCOMPLETE, "killed", Map.of());
        }
        FixRun fixes = new FixRun(run, targets);
        List<RootReport> roots = run.lint(targets);
        String diff = options.diff ? fixes.diff(roots) : "";
        if (options.fix && !options.diff) {
            roots = fixes.write(roots);
        }
        roots = run.baselined(roots, targets);
        LintReport report = new LintReport(ToolVersion.current(), reader(), run.verdict(roots), minimum, roots);
        print(report, diff);
        if (options.fix || options.diff) {
            say(fixes.said(!options.diff));
        }
        if (options.writeBaseline != null) {
            say(run.baselineSaid());
        }
        long writing = run.stopwatch().start();
        for (Output file : files) {
            write("output", file.file(), render(file.format(), report, Style.PLAIN));
        }
        Path sarif = options.sarifFile;
        if (sarif != null) {
            Path file = run.directory().resolve(sarif).normalize();
            write(
                    "sarif-file",
                    file,
                    SarifFormat.forCodeScanning(rules, RulePages::page).render(report));
            outputs.sarif(file);
        }
        run.stopwatch().phase("write files", writing);
        if (options.statistics) {
            host.err().print(StatisticsFormat.render(report));
        }
        if (options.timing) {
            host.err().print(TimingFormat.render(run.stopwatch()));
        }
        host.err().flush();
        if (host.inActions()) {
            outputs.summary(report);
        }
        outputs.write(report, reason(report.verdict()));
        return report.verdict();
    }

    private void print(LintReport report, String diff) {
        boolean actions = host.inActions();
        boolean fenced = actions && options.format == LintOptions.Format.text;
        LintOptions.Format format = fenced ? LintOptions.Format.github : options.format;
        host.out().print(options.diff ? fenced(diff, actions) : render(format, report, style()));
        host.out().flush();
        if (actions && (options.diff || !fenced) && options.format != LintOptions.Format.github) {
            // The runner reads commands from both streams; the first one carries the format that was asked for.
            host.err().print(new GitHubFormat(LintOutputs::token).annotations(report));
            host.err().flush();
        }
        if (options.showSkipped) {
            for (RootReport root : report.roots()) {
                root.result()
                        .skipped()
                        .forEach(skipped -> host.err()
                                .println("not judged: " + root.prefix() + skipped.path() + " ("
                                        + skipped.reason().description() + ")"));
            }
        }
        for (RootReport root : report.roots()) {
            root.result().failures().forEach(this::explain);
        }
        host.err().flush();
    }

    /** In a job a line of a judged file must not act as a command; the runner looks behind leading blanks. */
    private static String fenced(String diff, boolean actions) {
        if (!actions) {
            return diff;
        }
        String token = LintOutputs.token();
        return "::stop-commands::" + token + "\n" + diff + "::" + token + "::\n";
    }

    private String render(LintOptions.Format format, LintReport report, Style style) {
        return switch (format) {
            case text -> new TextFormat(style).render(report);
            case line -> LineFormat.render(report);
            case json -> JsonFormat.render(report);
            case github -> new GitHubFormat(LintOutputs::token).render(report);
            case sarif -> SarifFormat.complete(rules, RulePages::page).render(report);
            case checkstyle -> CheckstyleFormat.render(report);
        };
    }

    private static void write(String option, Path file, String text) {
        try {
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new InputException(
                    option,
                    "--" + option + " cannot write " + file + " ("
                            + unwritable.getClass().getSimpleName() + "); name a file in a folder of your own");
        }
    }

    /** Type and frames only: the message of an exception may quote the file. */
    private void explain(Failure failure) {
        StringBuilder text = new StringBuilder("internal error: `" + failure.where() + "` broke on " + failure.path()
                + " (" + failure.cause().getClass().getName()
                + "); the other files were judged. This is a fault of gf-lint; please report it with these lines.");
        int frames = 0;
        for (StackTraceElement frame : failure.cause().getStackTrace()) {
            if (frame.getClassName().startsWith("dev.tinyland") && frames++ < 12) {
                text.append("\n  at ").append(frame);
            }
        }
        say(text.toString());
    }

    private Style style() {
        return options.run.colored(host) ? Style.COLOR : Style.PLAIN;
    }

    private LintReport nothing(Verdict verdict) {
        LintResult empty = new LintResult(0, List.of(), List.of(), Map.of(), List.of(), List.of());
        return new LintReport(
                ToolVersion.current(),
                reader(),
                verdict,
                Severity.NOTE,
                List.of(new RootReport(options.paths.isEmpty() ? "." : options.paths.getFirst(), "", "", empty)));
    }

    private static String reason(Verdict verdict) {
        return verdict.exitCode().code() == 0
                ? ""
                : verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How whoever reads the report gets at the rules. */
    private String reader() {
        return OtherTool.repository(host).orElseGet(this::program);
    }

    private String program() {
        return spec == null ? "gf-lint" : spec.qualifiedName();
    }

    private void say(@Nullable String message) {
        host.err().print(program() + ": " + message + "\n");
        host.err().flush();
    }

    private static String formats() {
        return Stream.of(LintOptions.Format.values()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** A file to write beside the print. */
    private record Output(LintOptions.Format format, Path file) {

        static Output of(String value, Path directory) {
            int equals = value.indexOf('=');
            String format = equals < 0 ? "" : value.substring(0, equals);
            for (LintOptions.Format each : LintOptions.Format.values()) {
                if (each.name().equals(format) && equals + 1 < value.length()) {
                    return new Output(
                            each, directory.resolve(value.substring(equals + 1)).normalize());
                }
            }
            throw new InputException(
                    "output", "--output takes FORMAT=FILE with a format of " + formats() + "; as in line=findings.txt");
        }
    }
}
