package dev.tinyland.gf.lint.rules;

import dev.tinyland.gf.lint.Rule;
import dev.tinyland.gf.lint.RuleSet;
import dev.tinyland.gf.lint.engine.BuiltInRules;
import dev.tinyland.gf.lint.rules.platform.CanaryOrderRule;
import dev.tinyland.gf.lint.rules.platform.CancelInProgressOnApplyRule;
import dev.tinyland.gf.lint.rules.platform.FlakeHubAsCacheRule;
import dev.tinyland.gf.lint.rules.platform.GitLabCredentialForStateRule;
import dev.tinyland.gf.lint.rules.platform.InitReconfigureRule;
import dev.tinyland.gf.lint.rules.platform.LegacyCivoAccessRule;
import dev.tinyland.gf.lint.rules.platform.LegacyCivoContextRule;
import dev.tinyland.gf.lint.rules.platform.LegacyCivoMentionRule;
import dev.tinyland.gf.lint.rules.platform.LegacyCivoResourceRule;
import dev.tinyland.gf.lint.rules.platform.LegacyGitLabStateRule;
import dev.tinyland.gf.lint.rules.platform.LegacyHttpBackendRule;
import dev.tinyland.gf.lint.rules.platform.LegacyHttpVariablesRule;
import dev.tinyland.gf.lint.rules.platform.MixedBackendFamiliesRule;
import dev.tinyland.gf.lint.rules.platform.NoncanonicalEndpointRule;
import dev.tinyland.gf.lint.rules.platform.RetiredEndpointRule;
import dev.tinyland.gf.lint.rules.platform.RustFsAuthorityClaimRule;
import dev.tinyland.gf.lint.rules.platform.StateInCacheBucketRule;
import dev.tinyland.gf.lint.rules.platform.SubstituterWithoutFallbackRule;
import dev.tinyland.gf.lint.rules.platform.UnknownRunnerLabelRule;
import dev.tinyland.gf.lint.rules.platform.WrongClusterContextRule;
import dev.tinyland.gf.lint.rules.publication.PublicationRules;
import java.util.ArrayList;
import java.util.List;

/** Every rule, in the order of the catalogue. */
public final class Rules {
    private Rules() {}

    public static RuleSet all() {
        List<Rule> rules = new ArrayList<>();
        rules.addAll(PublicationRules.all());
        rules.add(new AtticPushInDocs());
        rules.add(new RetiredEndpointRule());
        rules.add(new NoncanonicalEndpointRule());
        rules.add(new LegacyCivoAccessRule());
        rules.add(new LegacyCivoContextRule());
        rules.add(new LegacyCivoResourceRule());
        rules.add(new LegacyCivoMentionRule());
        rules.add(new LegacyGitLabStateRule());
        rules.add(new GitLabCredentialForStateRule());
        rules.add(new LegacyHttpVariablesRule());
        rules.add(new LegacyHttpBackendRule());
        rules.add(new MixedBackendFamiliesRule());
        rules.add(new WrongClusterContextRule());
        rules.add(new InitReconfigureRule());
        rules.add(new StateInCacheBucketRule());
        rules.add(new FlakeHubAsCacheRule());
        rules.add(new RustFsAuthorityClaimRule());
        rules.add(new SubstituterWithoutFallbackRule());
        rules.add(new CanaryOrderRule());
        rules.add(new SecretsInCondition());
        rules.add(new AlwaysTrueCondition());
        rules.add(new UnknownRunnerLabelRule());
        rules.add(new CancelInProgressOnApplyRule());
        rules.addAll(BuiltInRules.all());
        return new RuleSet(rules);
    }
}
