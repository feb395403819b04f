package dev.tinyland.gf.lint.model;

import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.yaml.YamlResult;
import java.util.List;
import java.util.Optional;

/** The files of one root as they refer to each other. Paths are relative to the root, with forward slashes. */
public interface Project {

    Optional<SourceFile> file(String path);

    /** What a file of this root is as YAML; parsed once, however often it is asked. */
    Optional<YamlResult> yaml(String path);

    /** The workflow in this file; empty if there is no such file or it holds no workflow. */
    Optional<Workflow> workflow(String path);

    /** The action described by this file; empty if there is no such file or it describes none. */
    Optional<ActionFile> action(String path);

    /** The files that describe actions which {@code uses:} can name by a path of this root. */
    List<SourceFile> actionFiles();

    /** What the {@code uses:} of a step names. */
    Reference resolveAction(String uses);

    /** What the {@code uses:} of a job names. */
    Reference resolveWorkflow(String uses);

    /** Who in this root uses the workflow or action in this file, by path and then place. */
    List<Caller> callers(String path);
}
