package dev.tinyland.gf.actions;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options every tool has that ends with a report; a picocli mixin. */
public final class CommonOptions {
    /** How the report is printed. */
    public enum Format {
        text,
        json
    }

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: text.")
    private Format format = Format.text;

    public @Nullable Path reportDirectory() {
        return run.reportDirectory();
    }

    public @Nullable Path contract() {
        return run.contract();
    }

    /** The directory relative paths start from. */
    public Path directory(Host host) {
        return run.directory(host);
    }

    public Format format() {
        return format;
    }

    /** Whether to write escape sequences. */
    public boolean colored(Host host) {
        return run.colored(host);
    }
}
