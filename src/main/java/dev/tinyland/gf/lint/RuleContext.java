package dev.tinyland.gf.lint;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.model.Project;
import dev.tinyland.gf.text.SourceFile;
import dev.tinyland.gf.text.Span;

/** What a rule may know and do while it judges one file. */
public interface RuleContext {

    /** The file under judgement. */
    SourceFile file();

    /** What kind of file it is. */
    Surface surface();

    /** What the platform is. */
    Contract contract();

    /** The files of the root as they refer to each other. */
    Project project();

    /** The branch that may publish; from the configuration, never from git. */
    String defaultBranch();

    /** What the configuration expects of this path. */
    PathClass pathClass();

    /** A span may lie in another file of the root; the finding is then printed there. */
    void report(Finding finding);

    /** Starts a finding of a rule in this file, with the severity the rule has on this surface. */
    default FindingBuilder finding(RuleInfo rule, Span span) {
        return new FindingBuilder(rule, this, span);
    }
}
