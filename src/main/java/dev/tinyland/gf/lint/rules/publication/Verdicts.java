package dev.tinyland.gf.lint.rules.publication;

import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.model.ActionFile;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.lint.publication.PublicationJudge;
import dev.tinyland.gf.lint.publication.PushVerdict;
import dev.tinyland.gf.text.SourceFile;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;

/** Judges each file once for all rules of this package. A source file is itself only, so it can be the key. */
final class Verdicts {
    private final Map<SourceFile, List<PushVerdict>> known = Collections.synchronizedMap(new WeakHashMap<>());

    List<PushVerdict> of(Workflow workflow, RuleContext context) {
        return of(workflow.file(), context, judge -> judge.judge(workflow, context.pathClass()));
    }

    List<PushVerdict> of(ActionFile action, RuleContext context) {
        return of(action.file(), context, judge -> judge.judge(action, context.pathClass()));
    }

    private List<PushVerdict> of(
            SourceFile file, RuleContext context, Function<PublicationJudge, List<PushVerdict>> judge) {
        List<PushVerdict> verdicts = known.get(file);
        if (verdicts == null) {
            verdicts =
                    judge.apply(new PublicationJudge(context.contract(), context.project(), context.defaultBranch()));
            known.put(file, verdicts);
        }
        return verdicts;
    }
}
