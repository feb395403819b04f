package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.yaml.YamlScalar;
import java.util.Set;

/** What the scalars of GitLab CI and Taskfiles are: lists of commands under certain keys are scripts, one item each. */
final class PipelineMeaning implements YamlMeaning {
    static final Set<String> GITLAB = Set.of("script", "before_script", "after_script", "pre_get_sources_script");
    static final Set<String> TASKFILE = Set.of("cmds", "cmd", "sh", "defer");

    private final Set<String> scriptKeys;
    private final ValueMeaning values = new ValueMeaning();

    PipelineMeaning(Set<String> scriptKeys) {
        this.scriptKeys = scriptKeys;
    }

    @Override
    public Meaning of(YamlPlace place, YamlScalar scalar) {
        return scriptKeys.contains(place.name()) ? Meaning.SCRIPT : values.of(place, scalar);
    }
}
