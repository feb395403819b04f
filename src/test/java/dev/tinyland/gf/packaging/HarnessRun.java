package dev.tinyland.gf.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a consumer's job did.
 *
 * @param succeeded whether the job did
 * @param steps by id, as the job's last step saw them
 * @param log what the steps printed, masked, in order
 * @param annotations what the runner would show at lines of files
 * @param folder the harness's folder; {@code temp} in it is a copy of RUNNER_TEMP
 * @param errors what act said on standard error
 */
record HarnessRun(
        boolean succeeded,
        Map<String, Step> steps,
        String log,
        List<Annotation> annotations,
        Path folder,
        String errors) {

    /**
     * A step.
     *
     * @param outcome success, failure or skipped, before continue-on-error
     * @param conclusion the same after it
     */
    record Step(String outcome, String conclusion, Map<String, String> outputs) {

        String output(String name) {
            return outputs.getOrDefault(name, "");
        }
    }

    /**
     * An annotation.
     *
     * @param level error, warning or notice
     * @param properties file, line, col, endLine, endColumn, title, where given
     */
    record Annotation(String level, String message, Map<String, String> properties) {}

    Step step(String id) {
        Step step = steps.get(id);
        if (step == null) {
            throw new AssertionError("no step " + id + " in " + this);
        }
        return step;
    }

    /** A file of the step's report folder, taken before the runner cleaned up. */
    String report(String id, String file) throws IOException {
        String reports = step(id).output("report-dir");
        String temporary = Files.readString(folder.resolve("runner-temp")).strip();
        if (!reports.startsWith(temporary)) {
            throw new AssertionError("report-dir '" + reports + "' is not under RUNNER_TEMP " + temporary);
        }
        return Files.readString(
                folder.resolve("temp" + reports.substring(temporary.length())).resolve(file));
    }
}
