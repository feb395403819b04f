package dev.tinyland.gf.access.kubeconfig;

import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC016;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC050;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC051;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigVerdict.READY;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigVerdict.REFUSED;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigVerdict.UNVERIFIED;

import dev.tinyland.gf.access.Checklist;
import dev.tinyland.gf.access.Platform;
import dev.tinyland.gf.access.PrivateFile;
import dev.tinyland.gf.access.Sink;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Interrupts;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.kube.HostResolver;
import dev.tinyland.gf.kube.Kubeconfig;
import dev.tinyland.gf.kube.KubeconfigFile;
import dev.tinyland.gf.kube.Kubectl;
import dev.tinyland.gf.kube.ScopeGuard;
import dev.tinyland.gf.kube.ServerAddress;
import dev.tinyland.gf.process.ProcessRunner;
import dev.tinyland.gf.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** From the secret to a file that may be used. Whatever is not green leaves no file. */
final class KubeconfigJudge {
    static final String FOLDER_PREFIX = "gf-kubeconfig-";

    private final Run run;
    private final Platform platform;
    private final KubeconfigSettings settings;
    private final HostResolver resolver;
    private final Checklist<KubeconfigVerdict> checks;

    KubeconfigJudge(Run run, Sink sink, Platform platform, KubeconfigSettings settings, HostResolver resolver) {
        this.run = run;
        this.platform = platform;
        this.settings = settings;
        this.resolver = resolver;
        this.checks = new Checklist<>(sink, List.of(KubeconfigCheck.values()));
    }

    Conclusion judge(Optional<Secret> input) throws IOException, InterruptedException {
        Optional<Inspected> inspected = inspect(input);
        return inspected.isEmpty() || checks.blocked()
                ? checks.conclude(READY)
                : write(inspected.get(), Use.LATER_STEPS);
    }

    /**
     * Judges a file that is there already: all but where it was written. The server, where it is asked, is asked with a
     * file of our own that selects the one context and is removed again.
     */
    Conclusion judgeExisting(Secret content) throws IOException, InterruptedException {
        Optional<Inspected> inspected = inspect(Optional.of(content));
        if (inspected.isEmpty() || checks.blocked()) {
            return checks.conclude(READY);
        }
        if (settings.questions().verify() == KubeconfigSettings.Verify.none) {
            checks.notApplicable(KC050, "the file is there already");
            VerifyStep.skip(checks);
            return checks.conclude(READY);
        }
        return write(inspected.get(), Use.QUESTIONS);
    }

    /** What the written file is for. */
    private enum Use {
        LATER_STEPS,
        QUESTIONS
    }

    private record Inspected(
            Kubeconfig kubeconfig, Chosen chosen, PolicyStep.Admitted admitted, CredentialStep.Credential credential) {}

    private Optional<Inspected> inspect(Optional<Secret> input) throws IOException, InterruptedException {
        DocumentStep document = new DocumentStep(run, checks, settings.encoding());
        Optional<Kubeconfig> kubeconfig = document.read(input);
        boolean agreed = checkAuthorities();
        checkAmbient();
        // Without an answer to which context is meant, whether it is there cannot be asked.
        if (kubeconfig.isEmpty() || (!agreed && settings.context().isEmpty())) {
            return Optional.empty();
        }
        Optional<Chosen> chosen = document.choose(kubeconfig.get(), context());
        if (chosen.isEmpty()) {
            return Optional.empty();
        }
        CredentialStep credentials =
                new CredentialStep(checks, settings, run.host().clock().instant());
        credentials.checkCluster(chosen.get().cluster());
        credentials.checkSelfContained(chosen.get());
        CredentialStep.Credential credential =
                credentials.checkCredential(chosen.get().user());
        PolicyStep policy = new PolicyStep(checks, settings, platform.contract(), new ScopeGuard(resolver));
        Optional<PolicyStep.Admitted> admitted = policy.admit(kubeconfig.get(), chosen.get());
        Optional<ServerAddress> inCluster = inCluster();
        if (admitted.isPresent() && inCluster.isPresent()) {
            admitted = policy.admitInCluster(inCluster.get());
        }
        return admitted.map(server -> new Inspected(kubeconfig.get(), chosen.get(), server, credential));
    }

    private String context() {
        return settings.context()
                .or(() -> platform.context(settings.environment()))
                .orElseThrow(() -> new InputException(
                        "env",
                        "env names no environment of organization.yaml or the contract; known: "
                                + String.join(
                                        ", ",
                                        platform.contract()
                                                .cluster()
                                                .environments()
                                                .keySet())));
    }

    private boolean checkAuthorities() throws IOException {
        Optional<Platform.Disagreement> disagreement = platform.disagreement(settings.environment());
        if (disagreement.isPresent()) {
            checks.fail(
                    KC016,
                    REFUSED,
                    "for " + settings.environment() + " " + Platform.ORGANIZATION + " says "
                            + disagreement.get().organization() + ", the contract says "
                            + disagreement.get().contract(),
                    "correct " + Platform.ORGANIZATION + ", or bring the contract that is meant with --contract");
        } else {
            checks.pass(
                    KC016, platform.organization().isPresent() ? "they agree" : "there is no " + Platform.ORGANIZATION);
        }
        return disagreement.isEmpty();
    }

    private void checkAmbient() throws IOException {
        List<String> set = run.host().environment().entrySet().stream()
                .filter(variable -> !variable.getValue().isEmpty() && configuresClients(variable.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        String seen = String.join(", ", set) + " " + (set.size() == 1 ? "is" : "are")
                + " set: programs that follow them reach something else";
        String next = "unset what other steps set, or pass --kubeconfig explicitly to every client";
        if (set.isEmpty()) {
            checks.pass(KC051, "none is set");
            return;
        }
        switch (settings.ambient()) {
            case refuse -> checks.fail(KC051, REFUSED, seen, next);
            case warn -> checks.warn(KC051, seen, next);
            case ignore -> checks.notApplicable(KC051, seen + "; ambient is ignore");
        }
    }

    private static boolean configuresClients(String variable) {
        String upper = variable.toUpperCase(Locale.ROOT);
        boolean proxy = List.of("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY").contains(upper);
        return variable.equals("KUBECONFIG") || variable.startsWith("KUBE_") || variable.startsWith("HELM_") || proxy;
    }

    private Conclusion write(Inspected inspected, Use use) throws IOException, InterruptedException {
        Chosen chosen = inspected.chosen();
        ServerAddress server = inspected.admitted().server();
        String text = KubeconfigFile.write(chosen.context(), chosen.cluster(), chosen.user(), server);
        PrivateFile file;
        try {
            file = PrivateFile.create(run.host(), FOLDER_PREFIX, "config", text);
        } catch (IOException nowhere) {
            checks.fail(
                    KC050,
                    UNVERIFIED,
                    "neither RUNNER_TEMP nor the system's temporary folder can be written",
                    "give this user a folder of its own: export RUNNER_TEMP=DIR");
            return checks.conclude(READY);
        }
        boolean kept = false;
        try (Interrupts.Registration _ = run.host().interrupts().onInterrupt(() -> removeQuietly(file))) {
            if (file.fallback().isPresent() && run.host().inActions()) {
                checks.warn(
                        KC050,
                        file.fallback().get() + "; written to " + file.path() + ", which no runner empties",
                        "set RUNNER_TEMP, or remove the file: gf kubeconfig-cleanup");
            } else {
                checks.pass(KC050, "0600");
            }
            Kubectl kubectl = new Kubectl(
                    new ProcessRunner(run.host().interrupts(), run.redactor()),
                    run.host().environment(),
                    file.path(),
                    chosen.context().name());
            VerifyStep verification = new VerifyStep(run, checks, settings.questions(), kubectl);
            verification.verify();
            if (use == Use.LATER_STEPS) {
                verification.uid().ifPresent(uid -> run.output("cluster-uid", uid));
            }
            if (checks.blocked() || use == Use.QUESTIONS) {
                return checks.conclude(READY);
            }
            publish(inspected, server, file);
            kept = true;
            return checks.conclude(READY);
        } finally {
            if (!kept) {
                file.remove();
            }
        }
    }

    private static void removeQuietly(PrivateFile file) {
        try {
            file.remove();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ServerAddress> inCluster() {
        Optional<String> host = run.host().variable("KUBERNETES_SERVICE_HOST");
        Optional<String> port = run.host().variable("KUBERNETES_SERVICE_PORT");
        Optional<ServerAddress> server = host.flatMap(name -> ServerAddress.parse(
                "https://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port.orElse("443")));
        return switch (settings.inCluster()) {
            case never -> Optional.empty();
            case auto -> server;
            case always ->
                Optional.of(server.orElseThrow(() -> new InputException(
                        "in-cluster-server",
                        "in-cluster-server is always, and KUBERNETES_SERVICE_HOST names no server: this is"
                                + " no pod of the cluster")));
        };
    }

    private void publish(Inspected inspected, ServerAddress server, PrivateFile file) throws IOException {
        Chosen chosen = inspected.chosen();
        CredentialStep.Credential credential = inspected.credential();
        String context = chosen.context().name();
        run.output("path", file.path().toString());
        run.output("sha256", file.sha256());
        run.output("context", context);
        run.output("cluster", chosen.cluster().name());
        run.output("server", server.toString());
        run.output("server-scope", inspected.admitted().scope().word());
        run.output("namespace", chosen.context().namespace().orElse(""));
        run.output("auth-kind", credential.kind());
        run.output("expires-at", credential.expires().map(Instant::toString).orElse(""));
        Instant now = run.host().clock().instant();
        run.output(
                "expires-in-seconds",
                credential
                        .expires()
                        .map(end -> Long.toString(Duration.between(now, end).toSeconds()))
                        .orElse(""));
        run.output("subject", credential.subject());
        run.output(
                "stripped-contexts",
                String.join(
                        ",",
                        inspected.kubeconfig().contexts().stream()
                                .map(Kubeconfig.Context::name)
                                .filter(name -> !name.equals(context))
                                .toList()));
        List<String> paths = ClientVariables.paths(platform.contract());
        for (String variable : settings.exports()) {
            run.export(variable, paths.contains(variable) ? file.path().toString() : context);
        }
    }
}
