package dev.tinyland.gf.tofu.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code tofu plan} is asked.
 *
 * @param variableFiles absolute, later ones win
 * @param lockTimeout as OpenTofu reads it, such as {@code 60s}
 */
public record PlanRequest(
        Path output,
        List<Path> variableFiles,
        List<String> targets,
        List<String> excludes,
        List<String> replaces,
        boolean destroy,
        boolean refresh,
        boolean lock,
        String lockTimeout) {

    public PlanRequest {
        variableFiles = List.copyOf(variableFiles);
        targets = List.copyOf(targets);
        excludes = List.copyOf(excludes);
        replaces = List.copyOf(replaces);
    }

    /** Whether it leaves part of the stack unlooked at. */
    public boolean isPartial() {
        return !targets.isEmpty() || !excludes.isEmpty() || !refresh;
    }

    List<String> arguments() {
        List<String> arguments = new ArrayList<>(
                List.of("plan", "-json", "-input=false", "-no-color", "-detailed-exitcode", "-out=" + output));
        arguments.add("-lock=" + lock);
        if (lock) {
            arguments.add("-lock-timeout=" + lockTimeout);
        }
        if (!refresh) {
            arguments.add("-refresh=false");
        }
        if (destroy) {
            arguments.add("-destroy");
        }
        targets.forEach(address -> arguments.add("-target=" + address));
        excludes.forEach(address -> arguments.add("-exclude=" + address));
        replaces.forEach(address -> arguments.add("-replace=" + address));
        variableFiles.forEach(file -> arguments.add("-var-file=" + file));
        return arguments;
    }
}
