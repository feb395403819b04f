package dev.tinyland.gf.state;

import dev.tinyland.gf.s3.S3Credentials;
import dev.tinyland.gf.s3.S3Settings;
import dev.tinyland.gf.secret.Secret;
import dev.tinyland.gf.tofu.backend.BackendConfiguration;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where one workspace's state lies, and with what it may be read. */
public sealed interface StateLocation {

    /** The state for people: never a credential. */
    String shown();

    /**
     * An object in an S3 store.
     *
     * @param endpoint the store's URL; empty for Amazon's
     * @param key the object of this workspace; {@code KEY.tflock} beside it is the lock
     * @param pathStyle whether the bucket stands in the path rather than in the host name
     * @param lockfile whether OpenTofu locks with the lock object
     * @param certificates a PEM file of authorities to trust instead of the usual ones
     * @param insecure whether certificates are not checked, as the configuration asks
     * @param credentials what to sign with; nothing else is ever used
     */
    record S3(
            Optional<String> endpoint,
            String region,
            String bucket,
            String key,
            boolean pathStyle,
            boolean lockfile,
            Optional<Path> certificates,
            boolean insecure,
            Optional<Credentials> credentials)
            implements StateLocation {

        /** The key of the lock object. */
        public String lockKey() {
            return key + ".tflock";
        }

        /**
         * The client's settings for this store.
         *
         * @param attempt time one request may take
         * @throws java.util.NoSuchElementException when there are no credentials
         */
        public S3Settings settings(Duration attempt) {
            Credentials pair = credentials.orElseThrow();
            return new S3Settings(
                    endpoint.map(URI::create),
                    region,
                    pathStyle,
                    certificates,
                    insecure,
                    new S3Credentials(pair.name(), pair.key(), pair.session()),
                    attempt);
        }

        @Override
        public String shown() {
            return "s3://" + bucket + "/" + key
                    + endpoint.map(url -> " at " + url).orElse("");
        }
    }

    /**
     * An address of the http backend.
     *
     * @param address URL without user information
     * @param user name and password for basic authentication
     */
    record Http(String address, Optional<Credentials> user) implements StateLocation {
        @Override
        public String shown() {
            return address;
        }
    }

    /**
     * Two secrets that belong together.
     *
     * @param name access key, or user name
     * @param key secret key, or password
     * @param session session token of temporary credentials
     */
    record Credentials(Secret name, Secret key, Optional<Secret> session) {}

    /**
     * The location a backend configuration means.
     *
     * @param workspace the workspace, {@code default} for the one without a name
     * @param given access key and secret key of the caller, or none; they stand over the configuration's own
     */
    static StateLocation of(BackendConfiguration configuration, String workspace, List<Secret> given) {
        return switch (configuration.family()) {
            case S3 -> s3(configuration, workspace, given);
            case HTTP ->
                new Http(configuration.text("address").orElse(""), pair(configuration, "username", "password", given));
        };
    }

    private static S3 s3(BackendConfiguration configuration, String workspace, List<Secret> given) {
        String key = configuration.text("key").orElse("");
        String prefix = configuration.text("workspace_key_prefix").orElse("env:");
        return new S3(
                configuration.s3Endpoint(),
                configuration.text("region").orElse(""),
                configuration.text("bucket").orElse(""),
                workspace.equals("default") ? key : prefix + "/" + workspace + "/" + key,
                configuration.flag("use_path_style") || configuration.flag("force_path_style"),
                configuration.flag("use_lockfile"),
                configuration.text("custom_ca_bundle").map(Path::of),
                configuration.flag("insecure"),
                pair(configuration, "access_key", "secret_key", given));
    }

    private static Optional<Credentials> pair(
            BackendConfiguration configuration, String name, String key, List<Secret> given) {
        if (given.size() == 2) {
            return Optional.of(new Credentials(given.get(0), given.get(1), Optional.empty()));
        }
        Optional<Secret> first = configuration.text(name).map(Secret::of);
        Optional<Secret> second = configuration.text(key).map(Secret::of);
        return first.isPresent() && second.isPresent()
                ? Optional.of(new Credentials(
                        first.get(), second.get(), configuration.text("token").map(Secret::of)))
                : Optional.empty();
    }
}
