package dev.tinyland.gf.arc.rule;

import java.util.ArrayList;
import java.util.List;

/** All rules, in the order in which reports list them. */
public final class PlanRules {
    private PlanRules() {}

    public static List<PlanRule> all() {
        List<PlanRule> rules = new ArrayList<>(List.of(
                ExistenceRules.destroyed(),
                VersionRules.downgrade(),
                VersionRules.skew(),
                TrustRules.whole(),
                CapacityRules.counts(),
                CapacityRules.names(),
                TrustRules.cluster(),
                TrustRules.inlineCredential(),
                ExistenceRules.greenfield(),
                TrustRules.partial(),
                TrustRules.checks(),
                FreshnessRules.ending(),
                CacheRules.attachment(),
                CacheRules.executor(),
                PodRules.pullSecretAdded(),
                IdentityRules.scaleSetLabels(),
                IdentityRules.group(),
                IdentityRules.rename(),
                PodRules.image(),
                VersionRules.minorBump(),
                PodRules.containerMode(),
                CapacityRules.cut(),
                CapacityRules.eventualUpdate(),
                ExistenceRules.drift(),
                PodRules.placement(),
                ExistenceRules.unexpected(),
                IdentityRules.registration(),
                PodRules.powers(),
                PodRules.pullSecretRemoved(),
                IdentityRules.taxonomy(),
                ExistenceRules.adoption(),
                FreshnessRules.soon(),
                PodRules.pullSecretStale(),
                CacheRules.additions(),
                ExistenceRules.churn(),
                ExistenceRules.added(),
                VersionRules.patchBump()));
        int place = rules.indexOf(rules.stream()
                .filter(rule -> rule.id().equals("AP35"))
                .findFirst()
                .orElseThrow());
        rules.add(place, new Unnamed(rules).rule());
        return List.copyOf(rules);
    }
}
