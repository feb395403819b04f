package dev.tinyland.gf.plan.judgement;

import dev.tinyland.gf.helm.ReleaseComparison;
import dev.tinyland.gf.tofu.plan.Change;
import dev.tinyland.gf.tofu.plan.PlanCounts;
import dev.tinyland.gf.tofu.plan.ResourceChange;
import dev.tinyland.gf.tofu.plan.ResourceMode;
import dev.tinyland.gf.tofu.plan.TofuPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges a plan by itself and by what is known beside it. It looks at nothing else: same input, same judgement. */
public final class PlanJudge {
    private static final String RELEASE = "helm_release";

    /** What the comparison of releases says already, and what the provider computes anew at every change. */
    private static final Set<String> COMPARED_AS_RELEASE = Set.of(
            "values",
            "set",
            "set_list",
            "set_sensitive",
            "set_wo",
            "metadata",
            "manifest",
            "resources",
            "id",
            "status");

    private final KubernetesDangers kubernetes;

    public PlanJudge() {
        this.kubernetes = new KubernetesDangers(StorageCatalog.builtIn());
    }

    public PlanJudgement judge(TofuPlan plan, PlanFacts facts) {
        List<JudgedResource> resources = plan.resourceChanges().stream()
                .map(PlanJudge::judged)
                .sorted(Comparator.comparing(JudgedResource::weight).thenComparing(JudgedResource::address))
                .toList();
        List<Doubt> doubts = new ArrayList<>(facts.doubts());
        List<Danger> dangers = new ArrayList<>();
        ReleaseDangers releases = new ReleaseDangers(facts.live());
        for (JudgedResource judged : resources) {
            if (judged.isManaged()) {
                dangers.addAll(kubernetes.of(judged));
                dangers.addAll(releases.of(judged, doubts));
            }
        }
        dangers.addAll(StateDangers.of(plan, resources, facts));
        dangers.sort(Comparator.comparing(Danger::danger).thenComparing(Danger::subject));
        return new PlanJudgement(
                plan,
                facts.scope(),
                PlanCounts.of(plan),
                resources,
                plan.drift().stream().map(PlanJudge::judged).toList(),
                outputs(plan),
                dangers,
                doubts);
    }

    private static JudgedResource judged(ResourceChange resource) {
        boolean release = resource.type().equals(RELEASE) && resource.mode() == ResourceMode.MANAGED;
        Change change = resource.change();
        AttributeDiff.Result attributes = AttributeDiff.of(change, release ? COMPARED_AS_RELEASE : Set.of());
        Optional<ReleaseComparison> comparison = release
                ? Optional.of(ReleaseComparison.of(
                        change.before(),
                        change.after(),
                        change.afterUnknown(),
                        change.beforeSensitive(),
                        change.afterSensitive()))
                : Optional.empty();
        return new JudgedResource(
                resource, attributes.changes(), comparison, Churn.of(resource, attributes, comparison));
    }

    private static List<AttributeChange> outputs(TofuPlan plan) {
        List<AttributeChange> changes = new ArrayList<>();
        plan.outputChanges().entrySet().stream()
                .filter(output -> output.getValue().action().changes())
                .sorted(Map.Entry.comparingByKey())
                .forEach(output -> {
                    Change change = output.getValue();
                    for (AttributeChange difference :
                            AttributeDiff.of(change, Set.of()).changes()) {
                        String path = difference.path().equals("value") ? "" : "." + difference.path();
                        changes.add(new AttributeChange(
                                output.getKey() + path, difference.before(), difference.after(), false));
                    }
                });
        return changes;
    }
}
