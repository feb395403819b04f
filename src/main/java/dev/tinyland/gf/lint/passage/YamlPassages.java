package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.text.Fragment;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.yaml.YamlParser;
import dev.tinyland.gf.yaml.YamlResult;
import java.util.List;
import java.util.Locale;

/**
 * Passages of YAML files: scripts, values with their keys, block scalars of other languages, comments. An unreadable file has
 * none; whoever reads files says so.
 */
public final class YamlPassages implements PassageExtractor {
    private final Surface surface;
    private final YamlMeaning meaning;

    private YamlPassages(Surface surface, YamlMeaning meaning) {
        this.surface = surface;
        this.meaning = meaning;
    }

    /** Workflows: {@code run} blocks in the language of their shell. */
    public static YamlPassages workflow() {
        return new YamlPassages(Surface.WORKFLOW, new StepMeaning());
    }

    /** Actions: {@code run} blocks of composite actions, inputs and their defaults. */
    public static YamlPassages action() {
        return new YamlPassages(Surface.ACTION, new StepMeaning());
    }

    /** GitLab CI: the items of {@code script}, {@code before_script} and {@code after_script}. */
    public static YamlPassages gitlab() {
        return new YamlPassages(Surface.GITLAB_CI, new PipelineMeaning(PipelineMeaning.GITLAB));
    }

    /** Any other YAML: values, manifests of Kubernetes with their container commands, and Taskfiles. */
    public static YamlPassages configuration() {
        return new YamlPassages(Surface.CONFIGURATION, new ValueMeaning());
    }

    /** JSON, which is YAML: values with their keys. */
    public static YamlPassages json() {
        return new YamlPassages(Surface.JSON, new ValueMeaning());
    }

    @Override
    public List<Passage> passages(SourceFile file) {
        return switch (YamlParser.parse(Fragment.whole(file))) {
            case YamlResult.Parsed parsed -> passages(file, parsed, (key, text) -> true);
            case YamlResult.Unreadable unreadable -> List.of();
        };
    }

    /** Those passages of a file that is parsed already that somebody wants. */
    public List<Passage> passages(SourceFile file, YamlResult.Parsed parsed, PassageFilter wanted) {
        String name = file.path().substring(file.path().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        boolean taskfile = surface == Surface.CONFIGURATION && name.startsWith("taskfile.");
        return YamlWalk.passages(
                file, parsed, surface, taskfile ? new PipelineMeaning(PipelineMeaning.TASKFILE) : meaning, wanted);
    }
}
