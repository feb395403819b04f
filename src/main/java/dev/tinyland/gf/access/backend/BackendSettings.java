package dev.tinyland.gf.access.backend;

import dev.tinyland.gf.kube.AddressScope;
import dev.tinyland.gf.kube.ServerAddress;
import dev.tinyland.gf.secret.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The inputs of {@code backend-config}, read.
 *
 * @param stackFolder the stack's folder, absolute
 * @param config the configuration itself
 * @param credentials whether the caller gives access key and secret key as inputs
 * @param allowed the compatibility families that are allowed
 * @param endpointOverride a loopback address of a port-forward, in place of the configured endpoint
 */
public record BackendSettings(
        String stack,
        String environment,
        Path stackFolder,
        Optional<Secret> config,
        Optional<Path> configFile,
        Optional<Path> configFolder,
        boolean credentials,
        Set<Allowed> allowed,
        Optional<String> expectedBucket,
        Optional<String> expectedKey,
        Set<AddressScope> endpointScope,
        Optional<ServerAddress> endpointOverride,
        boolean strict) {

    public BackendSettings {
        allowed = Set.copyOf(allowed);
        endpointScope = Set.copyOf(endpointScope);
    }

    /** What {@code allow} takes. */
    public enum Allowed {
        s3("s3"),
        httpCompat("http-compat"),
        gitlabLegacy("gitlab-legacy");

        private final String word;

        Allowed(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
