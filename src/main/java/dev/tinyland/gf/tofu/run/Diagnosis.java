package dev.tinyland.gf.tofu.run;

import dev.tinyland.gf.tofu.state.LockInfo;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What kind of failure the diagnostics of a failed command speak of. The sentences are OpenTofu's own: {@code
 * internal/command/clistate}, {@code internal/backend/remote-state/{s3,http}}, {@code internal/command/meta_backend.go}.
 */
public sealed interface Diagnosis {

    /** The lock is held, and its holder can be read. */
    record Locked(LockInfo lock) implements Diagnosis {}

    /** The lock could be neither taken nor read. */
    record LockUnusable(String said) implements Diagnosis {}

    /** The list of the bucket says that there is no such bucket. */
    record BucketLost(String said) implements Diagnosis {}

    /** The store, or the address of the state, refuses who asks. */
    record NotAuthorized(String said) implements Diagnosis {}

    /** No answer from the store. */
    record StoreUnreachable(String said) implements Diagnosis {}

    /** No answer from a registry of providers or modules. */
    record RegistryUnreachable(String said) implements Diagnosis {}

    /** No answer from the cluster. */
    record ClusterUnreachable(String said) implements Diagnosis {}

    /** The backend's configuration is of another family, or incomplete. */
    record BackendMismatch(String said) implements Diagnosis {}

    /** The state could not be written; {@code errored.tfstate} is the only copy of what was done. */
    record NotPersisted(String said) implements Diagnosis {}

    /** The configuration itself, a provider, or something that is not known here. */
    record Configuration(String said) implements Diagnosis {}

    /** From the errors among the diagnostics; the first of the list above that one of them speaks of. */
    static Diagnosis of(List<Diagnostic> diagnostics) {
        List<Diagnostic> errors =
                diagnostics.stream().filter(Diagnostic::isError).toList();
        for (Diagnostic error : errors) {
            if (error.text().contains("Failed to persist state") || error.text().contains("Failed to save state")) {
                return new NotPersisted(error.line());
            }
        }
        for (Diagnostic error : errors) {
            Optional<Diagnosis> store = ofStore(error);
            if (store.isPresent()) {
                return store.get();
            }
        }
        return new Configuration(
                errors.isEmpty()
                        ? "it failed and gave no reason"
                        : errors.getFirst().line());
    }

    private static Optional<Diagnosis> ofStore(Diagnostic error) {
        String text = error.text();
        String lower = text.toLowerCase(Locale.ROOT);
        if (text.contains("Error acquiring the state lock")) {
            Optional<LockInfo> info = LockText.parse(text);
            return Optional.of(info.<Diagnosis>map(Locked::new).orElse(new LockUnusable(lockReason(error))));
        }
        boolean backend = Words.BACKEND.matcher(lower).find();
        if (lower.contains("s3 bucket") && lower.contains("does not exist") || lower.contains("nosuchbucket")) {
            return Optional.of(new BucketLost(error.line()));
        }
        // The file of -backend-config ends in .hcl; configuration in .tf or .tofu.
        boolean inBackendFile = error.summary().startsWith("Unsupported ")
                && error.place().filter(place -> place.file().endsWith(".hcl")).isPresent();
        if (inBackendFile || Words.MISMATCH.matcher(text).find()) {
            return Optional.of(new BackendMismatch(error.line()));
        }
        if (backend && Words.AUTH.matcher(lower).find()) {
            return Optional.of(new NotAuthorized(error.line()));
        }
        if (backend && Words.SILENT.matcher(lower).find()) {
            return Optional.of(new StoreUnreachable(error.line()));
        }
        if (Words.REGISTRY.matcher(lower).find() && Words.SILENT.matcher(lower).find()) {
            return Optional.of(new RegistryUnreachable(error.line()));
        }
        if (Words.CLUSTER.matcher(lower).find()) {
            return Optional.of(new ClusterUnreachable(error.line()));
        }
        return Optional.empty();
    }

    private static String lockReason(Diagnostic error) {
        return error.detail()
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> line.replaceFirst("^Error message: ", ""))
                .orElse(error.summary());
    }

    /** The words that tell one failure from another. */
    final class Words {
        private static final Pattern BACKEND = Pattern.compile(
                "error s3: |failed to get existing workspaces|refreshing state|error loading (the )?state|http remote"
                        + " state|failed to get state|error retrieving state|error inspecting states|configuring the"
                        + " backend|failed to load state");
        private static final Pattern AUTH = Pattern.compile(
                "statuscode: 40[13]|accessdenied|invalidaccesskeyid|signaturedoesnotmatch|requesttimetooskewed"
                        + "|expiredtoken|requires auth|invalid auth|no valid credential");
        private static final Pattern SILENT = Pattern.compile(
                "connection refused|no such host|i/o timeout|deadline exceeded|request send failed|statuscode: 5\\d\\d"
                        + "|connection reset|unexpected eof|tls: |x509|network is unreachable|no route to host"
                        + "|unexpected http response code 5|slowdown|could not connect|client\\.timeout");
        private static final Pattern REGISTRY = Pattern.compile(
                "failed to (query|retrieve|resolve|install|download)|could not (query|retrieve|download)|registry");
        private static final Pattern CLUSTER = Pattern.compile(
                "kubernetes cluster unreachable|/apis?/[a-z0-9./-]*.*(connection refused|no such host|i/o timeout)"
                        + "|failed to get (api group|server) resources");
        private static final Pattern MISMATCH = Pattern.compile(
                "Invalid backend configuration argument|Backend initialization required|Backend configuration changed"
                        + "|address argument is required|Missing backend configuration");

        private Words() {}
    }
}
