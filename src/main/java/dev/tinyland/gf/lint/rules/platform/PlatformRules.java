package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.lint.Rule;
import java.util.List;

/** The rules about the platform, in the order of the catalogue. */
public final class PlatformRules {
    private PlatformRules() {}

    public static List<Rule> all() {
        return List.of(
                new RetiredEndpointRule(),
                new NoncanonicalEndpointRule(),
                new LegacyCivoAccessRule(),
                new LegacyCivoContextRule(),
                new LegacyCivoResourceRule(),
                new LegacyCivoMentionRule(),
                new LegacyGitLabStateRule(),
                new GitLabCredentialForStateRule(),
                new LegacyHttpVariablesRule(),
                new LegacyHttpBackendRule(),
                new WrongClusterContextRule(),
                new InitReconfigureRule(),
                new StateInCacheBucketRule(),
                new FlakeHubAsCacheRule(),
                new RustFsAuthorityClaimRule(),
                new SubstituterWithoutFallbackRule(),
                new UnknownRunnerLabelRule());
    }
}
