package dev.tinyland.gf.lint.passage;

import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.yaml.YamlComment;
import dev.tinyland.gf.yaml.YamlNode;
import dev.tinyland.gf.yaml.YamlResult;
import dev.tinyland.gf.yaml.YamlScalar;
import dev.tinyland.gf.yaml.YamlWalker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** YAML on a page: what is a job's script is shell, everything else a value with its keys. */
final class YamlFences {
    /** Keys whose text runs: those of GitHub's steps and of GitLab's jobs, and inputs that our actions run. */
    private static final Set<String> SCRIPT_KEYS = Set.of("run", "script", "before_script", "after_script", "command");

    private YamlFences() {}

    static List<Passage> passages(YamlResult.Parsed parsed, Fence fence) {
        List<Passage> found = new ArrayList<>();
        for (YamlNode document : parsed.documents()) {
            YamlWalker.walk(document, (path, node) -> {
                if (node instanceof YamlScalar scalar) {
                    boolean script = isScript(path);
                    found.add(new Passage(
                            scalar.content(),
                            Surface.DOCUMENT,
                            script ? Role.SCRIPT : Role.VALUE,
                            script ? FencePassages.SHELL : fence.language(),
                            path,
                            fence.label()));
                }
            });
        }
        for (YamlComment comment : parsed.comments()) {
            Label label =
                    new Label(Label.Kind.COMMENT, "comment", comment.content().span());
            found.add(FencePassages.passage(
                    comment.content(),
                    Role.COMMENT,
                    fence.language(),
                    Optional.of(fence.label().orElse(label))));
        }
        return found;
    }

    /** The innermost key that is no index of a list decides. */
    private static boolean isScript(List<String> path) {
        for (int i = path.size() - 1; i >= 0; i--) {
            String key = path.get(i);
            if (!key.chars().allMatch(Character::isDigit)) {
                return SCRIPT_KEYS.contains(key);
            }
        }
        return false;
    }
}
