package dev.tinyland.gf.tofu.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Diagnostics as OpenTofu writes them for people: those of commands without a message stream ({@code show}, {@code state
 * pull}) and those made before the stream begins, such as an unknown option.
 */
final class HumanDiagnostics {
    private static final Pattern FRAME = Pattern.compile("^[\\s│╷╵|]*");
    private static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-9;]*m");

    private HumanDiagnostics() {}

    static List<Diagnostic> read(String text) {
        List<Diagnostic> found = new ArrayList<>();
        String summary = "";
        Diagnostic.Severity severity = Diagnostic.Severity.ERROR;
        StringBuilder detail = new StringBuilder();
        for (String raw : ESCAPE.matcher(text).replaceAll("").lines().toList()) {
            String line = FRAME.matcher(raw).replaceFirst("");
            Optional<Diagnostic.Severity> begins = line.startsWith("Error: ")
                    ? Optional.of(Diagnostic.Severity.ERROR)
                    : line.startsWith("Warning: ") ? Optional.of(Diagnostic.Severity.WARNING) : Optional.empty();
            if (begins.isPresent()) {
                add(found, severity, summary, detail);
                severity = begins.get();
                summary = line.substring(line.indexOf(' ') + 1).strip();
                detail.setLength(0);
            } else if (!summary.isEmpty()) {
                detail.append(line).append('\n');
            }
        }
        add(found, severity, summary, detail);
        return found;
    }

    private static void add(
            List<Diagnostic> found, Diagnostic.Severity severity, String summary, StringBuilder detail) {
        if (!summary.isEmpty()) {
            found.add(new Diagnostic(severity, summary, detail.toString().strip(), Optional.empty(), Optional.empty()));
        }
    }
}
