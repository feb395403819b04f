package dev.tinyland.gf.actions;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Workflow commands on standard output. Everything a step says goes to this one stream: standard error is a second pipe,
 * and what arrives there before a mask is not masked.
 */
public final class WorkflowCommands {
    private final PrintStream out;
    private final Supplier<String> tokens;

    public WorkflowCommands(PrintStream out, Supplier<String> tokens) {
        this.out = out;
        this.tokens = tokens;
    }

    /** Masks a value in all later lines of the job. One line of the value must be one call: see {@link Masks}. */
    public void addMask(String value) {
        issue("add-mask", Map.of(), value);
    }

    /**
     * Prints text of others under a title that folds it away.
     *
     * @param title words of ours; what was seen may neither stand in it nor under it where it is bad news
     */
    public void folded(String title, String text) {
        issue("group", Map.of(), title);
        verbatim(text);
        issue("endgroup", Map.of(), "");
    }

    public void debug(String message) {
        issue("debug", Map.of(), message);
    }

    /** Annotates the run; {@link Annotations} keeps the number of annotations in bounds. */
    public void annotate(AnnotationLevel level, Annotation annotation) {
        Map<String, String> properties = new LinkedHashMap<>();
        annotation.file().ifPresent(file -> properties.put("file", file));
        if (annotation.line() > 0) {
            properties.put("line", Integer.toString(annotation.line()));
        }
        if (annotation.column() > 0) {
            properties.put("col", Integer.toString(annotation.column()));
        }
        if (!annotation.title().isEmpty()) {
            properties.put("title", annotation.title());
        }
        issue(level.word(), properties, shown(annotation.message()));
    }

    /** Prints text of others so that no line of it is taken for a command. */
    public void verbatim(String others) {
        String text = shown(others);
        String token = "gf_" + tokens.get();
        while (text.contains(token)) {
            token = "gf_" + tokens.get();
        }
        out.print(
                "::stop-commands::" + token + "\n" + text + (text.endsWith("\n") ? "" : "\n") + "::" + token + "::\n");
        out.flush();
    }

    /**
     * The runner writes {@code ##[group]} into the log for a group, and whoever shows the log folds what stands below these
     * words, also where the runner was told to stop or an annotation has a second line.
     */
    private static String shown(String others) {
        return others.replace("##[", "## [");
    }

    private void issue(String command, Map<String, String> properties, String data) {
        StringBuilder line = new StringBuilder("::").append(command);
        String separator = " ";
        for (Map.Entry<String, String> property : properties.entrySet()) {
            line.append(separator).append(property.getKey()).append('=').append(escapeProperty(property.getValue()));
            separator = ",";
        }
        out.print(line.append("::").append(escapeData(data)).append('\n'));
        out.flush();
    }

    /** Percent first: the runner decodes in the opposite order. */
    static String escapeData(String data) {
        return data.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    static String escapeProperty(String value) {
        return escapeData(value).replace(":", "%3A").replace(",", "%2C");
    }
}
