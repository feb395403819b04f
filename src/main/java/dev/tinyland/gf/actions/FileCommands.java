package dev.tinyland.gf.actions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The runner's file protocol: {@code GITHUB_OUTPUT}, {@code GITHUB_ENV}, {@code GITHUB_STATE}, {@code GITHUB_PATH},
 * {@code GITHUB_STEP_SUMMARY}. Values always go in the heredoc form with a random delimiter that does not occur in the
 * value: a value that could name the delimiter could set any variable of the job.
 *
 * <p>Where a file is not named by the environment, which is so outside a job, the call does nothing and says so by its
 * result. The runner keeps the carriage return of a line that ends in CR LF (actions/runner, {@code FileCommandManager}
 * on Linux); here every line break becomes LF.
 */
public final class FileCommands {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    private final Map<String, String> environment;
    private final Supplier<String> delimiters;

    /**
     * Writes to the files this environment names.
     *
     * @param environment the environment that names the files
     * @param delimiters gives a fresh, unguessable word each time
     */
    public FileCommands(Map<String, String> environment, Supplier<String> delimiters) {
        this.environment = Map.copyOf(environment);
        this.delimiters = delimiters;
    }

    public boolean setOutput(String name, String value) throws IOException {
        return assign("GITHUB_OUTPUT", name, value);
    }

    /** Sets a variable for the later steps of the job. The runner refuses {@code NODE_OPTIONS}, and so do we. */
    public boolean exportVariable(String name, String value) throws IOException {
        if (name.equals("NODE_OPTIONS")) {
            throw new IllegalArgumentException("the runner refuses NODE_OPTIONS in GITHUB_ENV");
        }
        return assign("GITHUB_ENV", name, value);
    }

    public boolean saveState(String name, String value) throws IOException {
        return assign("GITHUB_STATE", name, value);
    }

    public boolean addPath(Path directory) throws IOException {
        String line = directory.toString();
        if (line.indexOf('\n') >= 0 || line.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a directory with a line break in its name");
        }
        return append("GITHUB_PATH", line + "\n");
    }

    /** Appends Markdown to the summary of the step. Cutting it to size is the caller's work. */
    public boolean appendSummary(String markdown) throws IOException {
        return append("GITHUB_STEP_SUMMARY", unixLines(markdown) + "\n");
    }

    private boolean assign(String file, String name, String value) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for " + file + ": " + name);
        }
        if (file(file).isEmpty()) {
            return false;
        }
        String unix = unixLines(value);
        String delimiter = delimiter(name, unix);
        return append(file, name + "<<" + delimiter + "\n" + unix + "\n" + delimiter + "\n");
    }

    private String delimiter(String name, String value) {
        for (int attempt = 0; attempt < 16; attempt++) {
            String delimiter = "gf_" + delimiters.get();
            if (!value.contains(delimiter) && !name.contains(delimiter)) {
                return delimiter;
            }
        }
        throw new IllegalStateException("no delimiter that is absent from the value of " + name);
    }

    private boolean append(String variable, String text) throws IOException {
        String file = file(variable);
        if (file.isEmpty()) {
            return false;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Files.write(Path.of(file), bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return true;
    }

    private String file(String variable) {
        return environment.getOrDefault(variable, "");
    }

    static String unixLines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
