package dev.tinyland.gf.lint;

import dev.tinyland.gf.text.SourceFile;
import java.util.ArrayList;
import java.util.List;

/** A context for tests of single rules: findings are kept in the order they are reported. */
public final class CollectingContext implements RuleContext {
    private final SourceFile file;
    private final Surface surface;
    private final List<Finding> findings = new ArrayList<>();

    public CollectingContext(SourceFile file, Surface surface) {
        this.file = file;
        this.surface = surface;
    }

    @Override
    public SourceFile file() {
        return file;
    }

    @Override
    public Surface surface() {
        return surface;
    }

    @Override
    public String defaultBranch() {
        return "main";
    }

    @Override
    public PathClass pathClass() {
        return PathClass.PILOT;
    }

    @Override
    public void report(Finding finding) {
        findings.add(finding);
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
