package dev.tinyland.gf.access.kubeconfig;

import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC001;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC002;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC003;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC004;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC005;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC006;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigVerdict.MALFORMED;

import dev.tinyland.gf.access.Checklist;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.kube.Kubeconfig;
import dev.tinyland.gf.kube.KubeconfigReader;
import dev.tinyland.gf.kube.KubeconfigResult;
import dev.tinyland.gf.kube.KubeconfigText;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.util.Optional;

/** From the secret to the chosen context: KC001 to KC006. Credentials are protected before anything is said. */
final class DocumentStep {
    private static final String SET =
            "kubectl config view --raw --minify --flatten --context CONTEXT | base64 -w0 | gh secret set NAME";

    private final Run run;
    private final Checklist<KubeconfigVerdict> checks;
    private final KubeconfigText.Encoding encoding;

    DocumentStep(Run run, Checklist<KubeconfigVerdict> checks, KubeconfigText.Encoding encoding) {
        this.run = run;
        this.checks = checks;
        this.encoding = encoding;
    }

    /** The document; empty when a check failed. */
    Optional<Kubeconfig> read(Optional<Secret> input) throws IOException {
        KubeconfigText text = KubeconfigText.decode(input.map(Secret::reveal).orElse(""), encoding);
        return switch (text) {
            case KubeconfigText.Empty _ -> {
                checks.fail(
                        KC001,
                        MALFORMED,
                        "the secret is empty or not set",
                        "set the secret: base64 -w0 < KUBECONFIG | gh secret set NAME; a pull request from a fork has"
                                + " no secrets");
                yield Optional.empty();
            }
            case KubeconfigText.DoubleEncoded _ -> {
                protectWhole(input);
                checks.pass(KC001, "given");
                checks.pass(KC002, "Base64");
                checks.fail(
                        KC003,
                        MALFORMED,
                        "it is Base64 of Base64",
                        "encode once: base64 -w0 < KUBECONFIG | gh secret set NAME");
                yield Optional.empty();
            }
            case KubeconfigText.Unreadable unreadable -> {
                protectWhole(input);
                checks.pass(KC001, "given");
                checks.fail(
                        KC002,
                        MALFORMED,
                        unreadable.why(),
                        encoding == KubeconfigText.Encoding.auto
                                ? "set the secret anew, where the kubeconfig works: " + SET
                                : "leave encoding at auto, or set the secret anew: " + SET);
                yield Optional.empty();
            }
            case KubeconfigText.Decoded decoded -> parse(decoded);
        };
    }

    private void protectWhole(Optional<Secret> input) {
        input.ifPresent(run::protect);
    }

    private Optional<Kubeconfig> parse(KubeconfigText.Decoded decoded) throws IOException {
        decoded.wrapper().map(Secret::of).ifPresent(run::protect);
        KubeconfigResult result = KubeconfigReader.read(decoded.text());
        result.credentials().forEach(run::protect);
        checks.pass(KC001, "given");
        checks.pass(KC002, decoded.form());
        checks.pass(KC003, "once at most");
        return switch (result) {
            case KubeconfigResult.Malformed malformed -> {
                KubeconfigCheck check = malformed.duplicate() ? KC005 : KC004;
                if (malformed.duplicate()) {
                    checks.pass(KC004, "readable");
                }
                checks.fail(
                        check,
                        MALFORMED,
                        malformed.message(),
                        "set the secret anew, where the kubeconfig works: " + SET);
                yield Optional.empty();
            }
            case KubeconfigResult.Read read -> {
                Kubeconfig kubeconfig = read.kubeconfig();
                checks.pass(
                        KC004,
                        kubeconfig.clusters().size() + " clusters, "
                                + kubeconfig.contexts().size() + " contexts, "
                                + kubeconfig.users().size() + " users");
                checks.pass(KC005, "all names once");
                yield Optional.of(kubeconfig);
            }
        };
    }

    /** The context of this name; empty when it, its cluster or its user is missing. */
    Optional<Chosen> choose(Kubeconfig kubeconfig, String name) throws IOException {
        Optional<Kubeconfig.Context> context = kubeconfig.context(name);
        if (context.isEmpty()) {
            String present = String.join(
                    ", ",
                    kubeconfig.contexts().stream().map(Kubeconfig.Context::name).toList());
            checks.fail(
                    KC006,
                    MALFORMED,
                    "there is no context " + name + "; there are: " + (present.isEmpty() ? "none" : present),
                    "rename it where it is kept: kubectl config rename-context OLD " + name
                            + "; current-context is never taken instead");
            return Optional.empty();
        }
        Optional<Kubeconfig.Cluster> cluster = kubeconfig.cluster(context.get().cluster());
        Optional<Kubeconfig.User> user = kubeconfig.user(context.get().user());
        if (cluster.isEmpty() || user.isEmpty()) {
            checks.fail(
                    KC006,
                    MALFORMED,
                    "context " + name + " names a " + (cluster.isEmpty() ? "cluster" : "user")
                            + " that is not in the file",
                    "set the secret anew, where the context works: " + SET.replace("CONTEXT", name));
            return Optional.empty();
        }
        boolean credential = user.get().token().isPresent()
                || user.get().certificate().isPresent()
                || user.get().key().isPresent()
                || !user.get().runs().isEmpty()
                || !user.get().files().isEmpty();
        if (!credential) {
            checks.fail(
                    KC006,
                    MALFORMED,
                    "the user of context " + name + " has "
                            + (user.get().password()
                                    ? "a password, which API servers no longer take"
                                    : "no credential"),
                    "give the user a token: kubectl create token SERVICEACCOUNT --duration=720h");
            return Optional.empty();
        }
        checks.pass(KC006, "context " + name);
        return Optional.of(new Chosen(context.get(), cluster.get(), user.get()));
    }
}
