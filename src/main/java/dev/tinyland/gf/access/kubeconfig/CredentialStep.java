package dev.tinyland.gf.access.kubeconfig;

import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC020;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC021;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC022;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC023;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC030;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC031;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC032;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigVerdict.EXPIRING;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigVerdict.MALFORMED;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigVerdict.REFUSED;

import dev.tinyland.gf.access.Checklist;
import dev.tinyland.gf.kube.Certificates;
import dev.tinyland.gf.kube.JsonWebToken;
import dev.tinyland.gf.kube.Kubeconfig;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether cluster and user carry all they need, and for how long: KC020 to KC032. */
final class CredentialStep {
    /** As much a clock may be late for a token: API servers grant it (go-jose, {@code DefaultLeeway}). */
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private final Checklist<KubeconfigVerdict> checks;
    private final KubeconfigSettings settings;
    private final Instant now;

    CredentialStep(Checklist<KubeconfigVerdict> checks, KubeconfigSettings settings, Instant now) {
        this.checks = checks;
        this.settings = settings;
        this.now = now;
    }

    /**
     * What is known of a credential.
     *
     * @param kind {@code token} or {@code client-cert}
     * @param expires the earliest end of what it consists of; empty for an opaque token
     * @param subject the token's subject or the certificate's, or empty
     */
    record Credential(String kind, Optional<Instant> expires, String subject) {}

    void checkCluster(Kubeconfig.Cluster cluster) throws IOException {
        if (cluster.skipsVerification()) {
            checks.fail(
                    KC020,
                    REFUSED,
                    "insecure-skip-tls-verify is true: anybody on the way can take the credential",
                    "carry the cluster's authority instead: kubectl config set-cluster " + cluster.name()
                            + " --embed-certs --certificate-authority=CA.crt");
        } else {
            checks.pass(KC020, "verified");
        }
        checkAuthority(cluster);
    }

    private void checkAuthority(Kubeconfig.Cluster cluster) throws IOException {
        String next = "take the cluster's authority along, from where kubectl works: kubectl config view --raw --minify"
                + " --flatten";
        if (cluster.authority().isEmpty()) {
            checks.fail(
                    KC021,
                    REFUSED,
                    "certificate-authority-data is missing: the server could not be told from an impostor",
                    next);
            return;
        }
        List<X509Certificate> authorities =
                Certificates.ofData(cluster.authority().get());
        if (authorities.isEmpty()) {
            checks.fail(KC021, REFUSED, "certificate-authority-data is not Base64 of PEM certificates", next);
            return;
        }
        long valid = authorities.stream()
                .filter(certificate -> !now.isBefore(certificate.getNotBefore().toInstant())
                        && now.isBefore(certificate.getNotAfter().toInstant()))
                .count();
        if (valid == 0) {
            checks.fail(KC021, REFUSED, "no certificate of the authority is valid now", next);
        } else {
            checks.pass(KC021, authorities.size() + " certificates, " + valid + " valid now");
        }
    }

    void checkSelfContained(Chosen chosen) throws IOException {
        List<String> outside = new ArrayList<>(chosen.user().files());
        chosen.cluster().authorityFile().ifPresent(_ -> outside.add("certificate-authority"));
        chosen.cluster().proxy().ifPresent(_ -> outside.add("proxy-url"));
        if (outside.isEmpty()) {
            checks.pass(KC022, "no file, no proxy");
        } else {
            checks.fail(
                    KC022,
                    REFUSED,
                    "it uses " + String.join(", ", outside)
                            + ": the runner has no such file, and a proxy sees the traffic",
                    "put the content of files inside with kubectl config view --raw --minify --flatten, and take"
                            + " proxy-url out: kubectl config unset clusters."
                            + chosen.cluster().name() + ".proxy-url");
        }
        List<String> acts = new ArrayList<>(chosen.user().runs());
        if (chosen.user().impersonates()) {
            acts.add("impersonation");
        }
        if (acts.isEmpty()) {
            checks.pass(KC023, "a plain credential");
        } else {
            checks.fail(
                    KC023,
                    REFUSED,
                    "the user has " + String.join(", ", acts) + ": whoever wrote the secret would decide what is run"
                            + " or in whose name",
                    "use a token of a service account: kubectl create token SERVICEACCOUNT --duration=720h");
        }
    }

    Credential checkCredential(Kubeconfig.User user) throws IOException {
        List<String> faults = new ArrayList<>();
        Optional<X509Certificate> certificate = certificate(user, faults);
        Optional<JsonWebToken> token = user.token().map(Secret::reveal).flatMap(JsonWebToken::parse);
        if (faults.isEmpty()) {
            String seen = user.certificate().isPresent() ? "they do" : "a token needs no key";
            checks.pass(KC032, seen);
        } else {
            checks.fail(
                    KC032,
                    MALFORMED,
                    String.join("; ", faults),
                    "set the secret anew, where the key works: kubectl config view --raw --minify --flatten | base64"
                            + " -w0 | gh secret set NAME");
        }

        Optional<Instant> starts = earliestStart(certificate, token);
        Optional<Instant> ends = earliestEnd(certificate, token);
        String subject = token.map(JsonWebToken::subject)
                .filter(name -> !name.isEmpty())
                .or(() -> certificate.map(leaf -> leaf.getSubjectX500Principal().getName()))
                .orElse("");
        checkValidity(starts, ends);
        return new Credential(user.token().isPresent() ? "token" : "client-cert", ends, subject);
    }

    private static Optional<X509Certificate> certificate(Kubeconfig.User user, List<String> faults) {
        if (user.certificate().isEmpty() && user.key().isEmpty()) {
            return Optional.empty();
        }
        if (user.certificate().isEmpty() || user.key().isEmpty()) {
            faults.add((user.key().isEmpty() ? "client-key-data" : "client-certificate-data") + " is missing");
            return Optional.empty();
        }
        List<X509Certificate> chain =
                Certificates.ofData(user.certificate().get().reveal());
        if (chain.isEmpty()) {
            faults.add("client-certificate-data is not Base64 of a PEM certificate");
            return Optional.empty();
        }
        Optional<Boolean> matches = Certificates.keyMatches(user.key().get().reveal(), chain.getFirst());
        if (matches.isEmpty()) {
            faults.add("client-key-data is not a key of the certificate's kind in Base64 of PEM");
        } else if (!matches.get()) {
            faults.add("client-key-data is not the key of client-certificate-data");
        }
        return Optional.of(chain.getFirst());
    }

    private void checkValidity(Optional<Instant> starts, Optional<Instant> ends) throws IOException {
        String renew =
                "renew it: kubectl create token SERVICEACCOUNT --duration=720h, or the cluster's certificate renewal";
        if (starts.filter(now::isBefore).isPresent()) {
            checks.fail(
                    KC030,
                    REFUSED,
                    "it becomes valid only at " + starts.get(),
                    "wait, or set this machine's clock: it says " + now);
            return;
        }
        if (ends.isEmpty()) {
            checks.pass(KC030, "an opaque token: it does not say when it ends");
            checks.notApplicable(KC031, "an opaque token does not say when it ends");
            return;
        }
        Duration left = Duration.between(now, ends.get());
        if (!left.isPositive()) {
            checks.fail(KC030, REFUSED, "it ended at " + ends.get(), renew);
            return;
        }
        if (left.compareTo(settings.minimumValidity()) < 0) {
            checks.fail(
                    KC030,
                    REFUSED,
                    "it ends at " + ends.get() + ", sooner than min-validity allows ("
                            + settings.minimumValidity().toMinutes() + " minutes)",
                    renew);
            return;
        }
        checks.pass(KC030, "until " + ends.get());
        if (left.compareTo(settings.warnValidity()) < 0) {
            checks.warn(KC031, EXPIRING, "it ends in " + left.toHours() + " hours, at " + ends.get(), renew);
        } else {
            checks.pass(KC031, left.toDays() + " days left");
        }
    }

    private static Optional<Instant> earliestEnd(Optional<X509Certificate> certificate, Optional<JsonWebToken> token) {
        List<Instant> ends = new ArrayList<>();
        certificate.ifPresent(leaf -> ends.add(leaf.getNotAfter().toInstant()));
        token.flatMap(JsonWebToken::expires).ifPresent(ends::add);
        return ends.stream().min(Instant::compareTo);
    }

    private static Optional<Instant> earliestStart(
            Optional<X509Certificate> certificate, Optional<JsonWebToken> token) {
        List<Instant> starts = new ArrayList<>();
        certificate.ifPresent(leaf -> starts.add(leaf.getNotBefore().toInstant()));
        token.flatMap(JsonWebToken::notBefore).map(start -> start.minus(LEEWAY)).ifPresent(starts::add);
        return starts.stream().max(Instant::compareTo);
    }
}
