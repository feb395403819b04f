package dev.tinyland.gf.lint;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.model.FileProject;
import dev.tinyland.gf.lint.model.Project;
import dev.tinyland.gf.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A context for tests of single rules: findings are kept in the order they are reported. */
public final class CollectingContext implements RuleContext {
    private final SourceFile file;
    private final Surface surface;
    private final @Nullable Contract contract;
    private final Project project;
    private final List<Finding> findings = new ArrayList<>();

    /** For rules that do not ask for the contract. */
    public CollectingContext(SourceFile file, Surface surface) {
        this(file, surface, null);
    }

    public CollectingContext(SourceFile file, Surface surface, @Nullable Contract contract) {
        this(file, surface, contract, new FileProject(List.of(file)));
    }

    public CollectingContext(SourceFile file, Surface surface, @Nullable Contract contract, Project project) {
        this.file = file;
        this.surface = surface;
        this.contract = contract;
        this.project = project;
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
    public Contract contract() {
        return Objects.requireNonNull(contract, "this test gave no contract");
    }

    /** Where none was given, a project of this one file. */
    @Override
    public Project project() {
        return project;
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
