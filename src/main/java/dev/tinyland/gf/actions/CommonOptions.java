package dev.tinyland.gf.actions;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options every tool has; a picocli mixin. */
public final class CommonOptions {
    /** How the report is printed. */
    public enum Format {
        text,
        json
    }

    /** Whether the text is coloured. */
    public enum Color {
        auto,
        always,
        never
    }

    @Option(
            names = "--report-dir",
            paramLabel = "DIR",
            description = "Write report.json, summary.md and raw/ here. In an action: a new folder under RUNNER_TEMP.")
    @Nullable
    Path reportDirectory;

    @Option(
            names = "--contract",
            paramLabel = "FILE",
            description = "The platform's contract. Default: the one this tool carries.")
    @Nullable
    Path contract;

    @Option(
            names = "--working-directory",
            paramLabel = "DIR",
            description = "Relative paths start here. Default: the current directory.")
    @Nullable
    Path workingDirectory;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: text.")
    Format format = Format.text;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "${COMPLETION-CANDIDATES}. Default: auto; NO_COLOR is heeded.")
    Color color = Color.auto;

    public @Nullable Path reportDirectory() {
        return reportDirectory;
    }

    public @Nullable Path contract() {
        return contract;
    }

    /** The directory relative paths start from. */
    public Path directory(Host host) {
        return workingDirectory == null
                ? host.directory()
                : host.directory().resolve(workingDirectory).normalize();
    }

    public Format format() {
        return format;
    }

    /** Whether to write escape sequences. */
    public boolean colored(Host host) {
        return switch (color) {
            case always -> true;
            case never -> false;
            case auto ->
                host.terminal()
                        && host.variable("NO_COLOR").isEmpty()
                        && !"dumb".equals(host.environment().get("TERM"));
        };
    }
}
