package dev.tinyland.gf.actions;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a run looks, what it judges by and where it reports: the options every command has; a picocli mixin. */
public final class RunOptions {
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
    private @Nullable Path reportDirectory;

    @Option(
            names = "--contract",
            paramLabel = "FILE",
            description = "The platform's contract. Default: the configuration's, where there is one, else the one this"
                    + " tool carries.")
    private @Nullable Path contract;

    @Option(
            names = "--working-directory",
            paramLabel = "DIR",
            description = "Relative paths start here. Default: the current directory.")
    private @Nullable Path workingDirectory;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "${COMPLETION-CANDIDATES}. auto heeds NO_COLOR, then FORCE_COLOR, then the terminal.")
    private Color color = Color.auto;

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

    /** Whether to write escape sequences. */
    public boolean colored(Host host) {
        return switch (color) {
            case always -> true;
            case never -> false;
            case auto -> wished(host);
        };
    }

    private static boolean wished(Host host) {
        if (host.variable("NO_COLOR").isPresent()) {
            return false;
        }
        return host.variable("FORCE_COLOR")
                .map(forced ->
                        !forced.equals("0") && !forced.toLowerCase(Locale.ROOT).equals("false"))
                .orElseGet(() ->
                        host.terminal() && !"dumb".equals(host.environment().get("TERM")));
    }
}
