package dev.tinyland.gf.s3;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Which store, and how long it may take.
 *
 * @param endpoint the store's URL; empty for Amazon's
 * @param pathStyle whether the bucket stands in the path
 * @param certificates a PEM file of authorities to trust in place of the usual ones
 * @param insecure whether certificates are not checked
 * @param attempt time one request may take, its body included
 */
public record S3Settings(
        Optional<URI> endpoint,
        String region,
        boolean pathStyle,
        Optional<Path> certificates,
        boolean insecure,
        S3Credentials credentials,
        Duration attempt) {
    private static final Duration USUAL_ATTEMPT = Duration.ofSeconds(5);

    /** A store at an address, with the bucket in the path and the usual patience. */
    public static S3Settings of(URI endpoint, String region, S3Credentials credentials) {
        return new S3Settings(Optional.of(endpoint), region, true, Optional.empty(), false, credentials, USUAL_ATTEMPT);
    }

    public S3Settings withAttempt(Duration time) {
        return new S3Settings(endpoint, region, pathStyle, certificates, insecure, credentials, time);
    }
}
