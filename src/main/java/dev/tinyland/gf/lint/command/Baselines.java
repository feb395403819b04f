package dev.tinyland.gf.lint.command;

import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.lint.baseline.Baseline;
import dev.tinyland.gf.lint.baseline.BaselineFile;
import dev.tinyland.gf.lint.engine.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Reads and writes the baseline's file. */
final class Baselines {
    private Baselines() {}

    static Baseline read(Path file, String option) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException unreadable) {
            throw new InputException(
                    option,
                    "--" + option + " cannot be read (" + unreadable.getClass().getSimpleName()
                            + "); --write-baseline makes one");
        }
        try {
            return BaselineFile.read(text);
        } catch (IllegalArgumentException wrong) {
            throw new InputException(
                    option,
                    "the baseline " + file + " " + wrong.getMessage() + "; write it anew with --write-baseline");
        }
    }

    /**
     * Writes the baseline of a run.
     *
     * @param gone whether a path was judged or is no more
     * @return what was written
     */
    static Baseline write(Path file, LintResult result, Predicate<String> gone) {
        Baseline before = Files.exists(file) ? read(file, "write-baseline") : new Baseline(List.of());
        Baseline baseline = Baseline.of(result, before, gone);
        try {
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, BaselineFile.write(baseline));
        } catch (IOException unwritable) {
            throw new InputException(
                    "write-baseline",
                    "--write-baseline cannot write " + file + " ("
                            + unwritable.getClass().getSimpleName() + "); name a file in a folder of your own");
        }
        return baseline;
    }
}
