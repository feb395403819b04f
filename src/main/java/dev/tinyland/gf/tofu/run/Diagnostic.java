package dev.tinyland.gf.tofu.run;

import java.util.Optional;

/**
 * One diagnostic of OpenTofu, as its JSON messages carry it.
 *
 * @param detail may be empty, may have several lines
 * @param place file and line, where it speaks of one
 * @param address the resource it is about, or empty
 */
public record Diagnostic(
        Severity severity, String summary, String detail, Optional<Place> place, Optional<String> address) {
    /** How bad it is; other words are taken for an error. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** A line of a file, 1-based. */
    public record Place(String file, int line) {
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Summary and detail, for looking for words in them. */
    public String text() {
        return detail.isEmpty() ? summary : summary + "\n" + detail;
    }

    /** On one line: where, what, and the detail's first paragraph. */
    public String line() {
        StringBuilder line = new StringBuilder();
        place.ifPresent(where -> line.append(where).append(": "));
        address.ifPresent(of -> line.append(of).append(": "));
        line.append(summary);
        String first = detail.strip().split("\n\\s*\n", 2)[0].replaceAll("\\s+", " ");
        if (!first.isEmpty()) {
            line.append(summary.endsWith(".") ? " " : ": ").append(first);
        }
        return line.toString();
    }
}
