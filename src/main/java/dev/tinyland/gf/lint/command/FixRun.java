package dev.tinyland.gf.lint.command;

import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.lint.fix.FixedFile;
import dev.tinyland.gf.lint.fix.Fixes;
import dev.tinyland.gf.lint.format.RootReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Makes what {@code --fix} and {@code --diff} ask for of the findings of a run. */
final class FixRun {
    /** A fix that waits for another one comes in the next pass; fixes do not make new ones without end. */
    private static final int PASSES = 8;

    private final LintRun run;
    private final List<Target> targets;
    private int fixes;
    private int files;

    FixRun(LintRun run, List<Target> targets) {
        this.run = run;
        this.targets = targets;
    }

    /** Writes the fixes until none is left and gives what was found then. */
    List<RootReport> write(List<RootReport> found) throws IOException {
        List<RootReport> reports = found;
        for (int pass = 0; pass < PASSES && writeOnce(reports); pass++) {
            reports = run.lint(targets);
        }
        return reports;
    }

    private boolean writeOnce(List<RootReport> reports) {
        int before = fixes;
        for (int i = 0; i < reports.size(); i++) {
            for (FixedFile fixed : Fixes.of(reports.get(i).result())) {
                Path location = targets.get(i).root().resolve(fixed.file().path());
                if (write(location, fixed)) {
                    fixes += fixed.fixes();
                    files++;
                }
            }
        }
        return fixes > before;
    }

    private static boolean write(Path location, FixedFile fixed) {
        try {
            return Fixes.write(location, fixed);
        } catch (IOException unwritable) {
            throw new InputException(
                    "fix",
                    "--fix cannot write " + location + " ("
                            + unwritable.getClass().getSimpleName() + "); what was written before it stays");
        }
    }

    /** The fixes as a diff. Nothing is written. */
    String diff(List<RootReport> reports) {
        StringBuilder out = new StringBuilder();
        for (RootReport report : reports) {
            for (FixedFile fixed : Fixes.of(report.result())) {
                out.append(fixed.diff(report.prefix() + fixed.file().path()));
                fixes += fixed.fixes();
                files++;
            }
        }
        return out.toString();
    }

    /** What was done or would be done, for people. */
    String said(boolean written) {
        if (fixes == 0) {
            return "no finding here has a fix that is safe to make";
        }
        String count = fixes + (fixes == 1 ? " fix" : " fixes") + " in " + files + (files == 1 ? " file" : " files");
        return written ? count + " written" : count + "; --fix without --diff writes them";
    }
}
