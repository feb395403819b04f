package dev.tinyland.gf.plan.judgement;

import dev.tinyland.gf.tofu.plan.PriorResource;
import dev.tinyland.gf.tofu.plan.ResourceChange;
import dev.tinyland.gf.tofu.plan.TofuPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Dangers that lie in the state rather than in the cluster: leftovers, forgetting, providers, plans of data alone. */
final class StateDangers {
    private StateDangers() {}

    static List<Danger> of(TofuPlan plan, List<JudgedResource> resources, PlanFacts facts) {
        List<Danger> dangers = new ArrayList<>();
        for (JudgedResource judged : resources) {
            if (!judged.isManaged()) {
                continue;
            }
            ResourceChange resource = judged.resource();
            if (resource.deposed().isPresent()) {
                dangers.add(Danger.of(
                        DangerClass.DEPOSED,
                        judged.label(),
                        "a deposed object " + Wording.fate(judged),
                        "it was left over when a replacement failed half-way, and may still be the one that serves",
                        "find out which of the two objects is in use before applying"));
            }
            if (resource.change().forgets()) {
                dangers.add(Danger.of(
                        DangerClass.FORGET,
                        judged.address(),
                        resource.change().creates()
                                ? "OpenTofu forgets the old object and creates another"
                                : "OpenTofu forgets it",
                        "the object goes on living, unmanaged; nothing will update or remove it",
                        "say who looks after it from now on, or keep it in the configuration"));
            }
        }
        providers(plan, dangers);
        for (LockChange lock : facts.locks()) {
            dangers.add(new Danger(
                    DangerClass.PROVIDER,
                    lock.provider(),
                    lock.observed(),
                    lock.before(),
                    lock.after(),
                    "another program than before plans and applies this stack: its defaults may differ, and what it"
                            + " writes into the state the old version may not read",
                    lock.rebuilt()
                            ? "find out who changed the hashes and where the package comes from before anybody runs it"
                            : "read the provider's changes between the two; where it is not meant, take the base"
                                    + " branch's .terraform.lock.hcl"));
        }
        if (isDataOnly(plan, resources)) {
            dangers.add(Danger.of(
                    DangerClass.DATA_ONLY,
                    "the plan",
                    "no managed resource changes; data sources are read or outputs change",
                    "an apply writes a new state and changes nothing else",
                    "apply it when somebody needs the outputs"));
        }
        return dangers;
    }

    private static void providers(TofuPlan plan, List<Danger> dangers) {
        Map<String, String> before = new HashMap<>();
        for (PriorResource resource : plan.prior()) {
            before.put(resource.address(), resource.provider());
        }
        for (ResourceChange change : plan.resourceChanges()) {
            String old = before.getOrDefault(change.previousAddress().orElse(change.address()), "");
            if (!old.isEmpty() && !change.provider().isEmpty() && !old.equals(change.provider())) {
                dangers.add(new Danger(
                        DangerClass.PROVIDER,
                        change.address(),
                        "another provider takes it over",
                        old,
                        change.provider(),
                        "the new provider reads a state it did not write",
                        "move it with tofu state replace-provider, and see a plan without changes"));
            }
        }
    }

    private static boolean isDataOnly(TofuPlan plan, List<JudgedResource> resources) {
        boolean managed = resources.stream()
                .anyMatch(judged -> judged.isManaged()
                        && (judged.resource().action().changes()
                                || judged.resource().isMoved()
                                || judged.isImported()));
        boolean data = resources.stream()
                .anyMatch(judged -> !judged.isManaged() && judged.weight() != JudgedResource.Weight.UNTOUCHED);
        boolean outputs = plan.outputChanges().values().stream()
                .anyMatch(change -> change.action().changes());
        return !managed && (data || outputs);
    }
}
