package dev.tinyland.gf.lint.fix;

import dev.tinyland.gf.lint.Fix;
import dev.tinyland.gf.text.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A file with fixes applied.
 *
 * @param file as it was
 * @param edits what is changed, in the order of the file
 * @param fixes how many fixes that are
 */
public record FixedFile(SourceFile file, List<Fix.Edit> edits, int fixes) {

    public FixedFile {
        edits = List.copyOf(edits);
    }

    /** Applies the fixes in their order; one that touches what an earlier one changes has to wait for the next run. */
    static FixedFile of(SourceFile file, List<Fix> fixes) {
        List<Fix.Edit> edits = new ArrayList<>();
        int applied = 0;
        for (Fix fix : fixes) {
            if (fix.edits().stream().noneMatch(edit -> edits.stream().anyMatch(other -> touch(edit, other)))) {
                edits.addAll(fix.edits());
                applied++;
            }
        }
        edits.sort(Comparator.comparing(Fix.Edit::span));
        return new FixedFile(file, edits, applied);
    }

    private static boolean touch(Fix.Edit one, Fix.Edit other) {
        return one.span().start() <= other.span().end()
                && other.span().start() <= one.span().end();
    }

    /** The text with the changes made. */
    public String text() {
        String before = file.text();
        StringBuilder after = new StringBuilder(before.length());
        int at = 0;
        for (Fix.Edit edit : edits) {
            after.append(before, at, edit.span().start()).append(edit.text());
            at = edit.span().end();
        }
        return after.append(before, at, before.length()).toString();
    }

    /** The changes as a unified diff that {@code git apply} takes, with three lines around them. */
    public String diff(String path) {
        return UnifiedDiff.of(path, file.text(), text());
    }
}
