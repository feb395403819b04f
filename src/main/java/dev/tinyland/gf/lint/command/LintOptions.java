package dev.tinyland.gf.lint.command;

import dev.tinyland.gf.actions.RunOptions;
import dev.tinyland.gf.lint.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of a run; a picocli mixin. */
final class LintOptions {
    /** The forms a run is printed in. */
    enum Format {
        text,
        line,
        json,
        github,
        sarif,
        checkstyle;

        /** Whether a document of this form speaks of one root. */
        boolean oneRoot() {
            return this == json || this == sarif;
        }
    }

    /** The lightest finding that makes a run bad. */
    enum FailOn {
        error,
        warning,
        note,
        never;

        boolean includes(Severity severity) {
            return switch (this) {
                case error -> severity == Severity.ERROR;
                case warning -> severity != Severity.NOTE;
                case note -> true;
                case never -> false;
            };
        }
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "PATH",
            description = "Folders and files to judge; - for standard input. Each folder is a root of its own."
                    + " Default: the current directory.")
    List<String> paths = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How findings are printed: ${COMPLETION-CANDIDATES}. Default: text.")
    Format format = Format.text;

    @Option(
            names = "--output",
            paramLabel = "FORMAT=FILE",
            description = "Also write this format to a file. May be repeated.")
    List<String> outputs = new ArrayList<>();

    @Option(
            names = "--sarif-file",
            paramLabel = "FILE",
            description = "Write SARIF for code scanning: only findings that count, since GitHub opens an alert for the"
                    + " others too.")
    @Nullable
    Path sarifFile;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "warning",
            description = "The lightest finding that makes the run exit 1: ${COMPLETION-CANDIDATES}. Default: warning.")
    FailOn failOn = FailOn.warning;

    @Option(
            names = "--min-severity",
            paramLabel = "SEVERITY",
            defaultValue = "note",
            description = "Show nothing lighter than error, warning or note; lighter findings are only counted.")
    String minimum = "note";

    @Option(names = "--include", paramLabel = "GLOB", description = "Judge only files that match. May be repeated.")
    List<String> include = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "GLOB", description = "Leave files out that match. May be repeated.")
    List<String> exclude = new ArrayList<>();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            descriptionKey = "GF_LINT_CONFIG",
            description = "The configuration. Default: .github/gf-lint.yml, then gf-lint.yml, of the root.")
    @Nullable
    Path config;

    @Option(
            names = "--no-config",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            paramLabel = "BOOL",
            description = "Read no configuration file.")
    boolean noConfig;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "One root for all PATHs: kinds, configuration and reported paths are relative to it.")
    @Nullable
    Path root;

    @Mixin
    RunOptions run = new RunOptions();

    @Option(
            names = "--allow-empty",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            paramLabel = "BOOL",
            description = "Judging no file at all is fine (exit 0 in place of 3).")
    boolean allowEmpty;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Findings listed here do not count. Entries for findings that are gone are said.")
    @Nullable
    Path baseline;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Write all findings there that a baseline may hold, and let only the others count.")
    @Nullable
    Path writeBaseline;

    @Option(
            names = "--changed-since",
            paramLabel = "REV",
            description = "Only findings on lines count that changed since HEAD and this revision parted.")
    @Nullable
    String changedSince;

    @Option(
            names = "--fix",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            paramLabel = "BOOL",
            description = "Make the changes that are safe, then judge again.")
    boolean fix;

    @Option(
            names = "--diff",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            paramLabel = "BOOL",
            description = "Print what --fix would change as a diff, in place of the findings. Nothing is written.")
    boolean diff;

    @Option(
            names = "--stdin-filename",
            paramLabel = "FILE",
            description = "With the PATH -: standard input is judged as this file.")
    @Nullable
    String stdinFilename;

    @Option(
            names = "--statistics",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            paramLabel = "BOOL",
            description = "Count findings by rule, on standard error.")
    boolean statistics;

    @Option(
            names = "--timing",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            paramLabel = "BOOL",
            description = "Say where the time went, by phase and rule, on standard error.")
    boolean timing;

    @Option(
            names = "--show-skipped",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "false",
            paramLabel = "BOOL",
            description = "List every file that was not judged, with the reason, on standard error.")
    boolean showSkipped;

    Optional<Severity> minimumSeverity() {
        for (Severity severity : Severity.values()) {
            if (severity.word().equals(minimum)) {
                return Optional.of(severity);
            }
        }
        return Optional.empty();
    }
}
