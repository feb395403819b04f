package dev.tinyland.gf.access.attachment;

import static dev.tinyland.gf.access.attachment.AttachmentCheck.CA001;
import static dev.tinyland.gf.access.attachment.AttachmentCheck.CA002;
import static dev.tinyland.gf.access.attachment.AttachmentCheck.CA003;
import static dev.tinyland.gf.access.attachment.AttachmentCheck.CA004;
import static dev.tinyland.gf.access.attachment.AttachmentCheck.CA005;
import static dev.tinyland.gf.access.attachment.AttachmentCheck.CA006;
import static dev.tinyland.gf.access.attachment.AttachmentCheck.CA007;
import static dev.tinyland.gf.access.attachment.AttachmentCheck.CA008;
import static dev.tinyland.gf.access.attachment.AttachmentVerdict.CONTRACT_BROKEN;
import static dev.tinyland.gf.access.attachment.AttachmentVerdict.EXECUTOR_NOT_ELIGIBLE;

import dev.tinyland.gf.access.Checklist;
import dev.tinyland.gf.access.ReachabilityProbe;
import dev.tinyland.gf.actions.Host;
import dev.tinyland.gf.contract.AttachmentMode;
import dev.tinyland.gf.contract.Audience;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.HostMatcher;
import dev.tinyland.gf.contract.NoncanonicalMatch;
import dev.tinyland.gf.contract.RetiredMatch;
import dev.tinyland.gf.kube.ServerAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges how a machine attaches to the caches, by the variables it has. */
final class Attachment {
    private final Host host;
    private final Contract contract;
    private final Checklist<AttachmentVerdict> checks;
    private final Options options;
    private final Map<String, Boolean> answers = new HashMap<>();

    /**
     * The inputs, read.
     *
     * @param eligibility the eligibility file, where there is one
     */
    record Options(
            Optional<String> targetClass,
            Optional<Eligibility> eligibility,
            boolean allowLocalhost,
            boolean strict,
            Optional<ReachabilityProbe> probe) {}

    Attachment(Host host, Contract contract, Checklist<AttachmentVerdict> checks, Options options) {
        this.host = host;
        this.contract = contract;
        this.checks = checks;
        this.options = options;
    }

    /** The mode where nothing is wrong. */
    AttachmentMode judge() throws IOException {
        Optional<EndpointText> cache = endpoint(contract.bazel().cacheVariable());
        Optional<EndpointText> executor = endpoint(contract.bazel().executorVariable());
        List<EndpointText> all =
                variables().stream().flatMap(name -> endpoint(name).stream()).toList();
        checkForm(all);
        checkHosts(all);
        checkExecutor(cache, executor);
        checkStrict(cache);
        if (checks.blocked()) {
            return AttachmentMode.COMPATIBILITY_LOCAL_ONLY;
        }
        probe(all);
        AttachmentMode mode = mode(cache.filter(this::attaches), executor.filter(this::attaches));
        checkDeclared(mode);
        return mode;
    }

    /** One line for each endpoint, with what the probe saw, for the outputs. */
    String lines() {
        List<String> lines = new ArrayList<>();
        for (String variable : variables()) {
            lines.add(variable + "="
                    + endpoint(variable)
                            .map(endpoint -> endpoint.shown() + seen(endpoint))
                            .orElse("not set"));
        }
        String name = contract.attic().cacheVariable();
        lines.add(name + "="
                + host.variable(name)
                        .map(cache -> EndpointText.refers(cache) ? "not readable" : cache)
                        .orElse("not set"));
        return String.join("\n", lines);
    }

    private String seen(EndpointText endpoint) {
        Boolean answered = answers.get(endpoint.variable());
        return answered == null ? " (not probed)" : answered ? " (answers)" : " (no answer)";
    }

    private List<String> variables() {
        List<String> variables = new ArrayList<>(List.of(
                contract.bazel().cacheVariable(),
                contract.bazel().executorVariable(),
                contract.attic().serverVariable()));
        variables.addAll(contract.bazel().frontDoorVariables());
        return variables;
    }

    /** What was asked and did not answer attaches nothing. */
    private boolean attaches(EndpointText endpoint) {
        return answers.getOrDefault(endpoint.variable(), true);
    }

    private static AttachmentMode mode(Optional<EndpointText> cache, Optional<EndpointText> executor) {
        if (cache.isEmpty()) {
            return AttachmentMode.COMPATIBILITY_LOCAL_ONLY;
        }
        return executor.isPresent() ? AttachmentMode.EXECUTOR_BACKED : AttachmentMode.SHARED_CACHE_BACKED;
    }

    private Optional<EndpointText> endpoint(String variable) {
        return host.variable(variable)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> new EndpointText(variable, text));
    }

    private void checkForm(List<EndpointText> all) throws IOException {
        List<String> faults = new ArrayList<>();
        for (EndpointText endpoint : all) {
            boolean attic = endpoint.variable().equals(contract.attic().serverVariable());
            endpoint.fault(attic ? List.of("http", "https") : contract.bazel().schemes())
                    .ifPresent(faults::add);
        }
        String cacheName = contract.attic().cacheVariable();
        if (host.variable(cacheName).filter(EndpointText::refers).isPresent()) {
            faults.add(cacheName + " holds a reference that nobody resolved");
        }
        if (faults.isEmpty()) {
            checks.pass(CA001, all.isEmpty() ? "no endpoint is set" : all.size() + " endpoints");
        } else {
            checks.fail(
                    CA001,
                    CONTRACT_BROKEN,
                    String.join("; ", faults),
                    "set a resolved URL, such as "
                            + contract.bazel().url(Audience.RUNNERS).orElse("grpc://HOST:PORT")
                            + ", or leave the variable empty");
        }
    }

    private void checkHosts(List<EndpointText> all) throws IOException {
        List<String> local = all.stream()
                .filter(EndpointText::isThisMachine)
                .map(EndpointText::variable)
                .toList();
        if (local.isEmpty() || options.allowLocalhost()) {
            checks.pass(CA002, local.isEmpty() ? "none" : String.join(", ", local) + "; allowed");
        } else {
            checks.fail(
                    CA002,
                    CONTRACT_BROKEN,
                    String.join(", ", local) + " names this machine",
                    "use the service's address; for a port-forward of your own: --allow-localhost");
        }
        HostMatcher matcher = new HostMatcher(contract);
        List<String> dead = new ArrayList<>();
        List<String> noncanonical = new ArrayList<>();
        for (EndpointText endpoint : all) {
            for (RetiredMatch match : matcher.retired(endpoint.text())) {
                dead.add(endpoint.variable() + " names " + endpoint.text().substring(match.start(), match.end())
                        + ", which is out of contract");
            }
            for (NoncanonicalMatch match : matcher.noncanonical(endpoint.text())) {
                noncanonical.add(
                        endpoint.variable() + " should be " + match.endpoint().canonical());
            }
        }
        String next = "use " + contract.attic().url(Audience.RUNNERS).orElse("") + " and "
                + contract.bazel().url(Audience.RUNNERS).orElse("") + " on runners ("
                + contract.decisions().cacheAndStateRoles() + ")";
        if (!dead.isEmpty()) {
            checks.fail(CA003, CONTRACT_BROKEN, String.join("; ", dead), next);
        } else if (!noncanonical.isEmpty()) {
            checks.warn(CA003, String.join("; ", noncanonical), next);
        } else {
            checks.pass(CA003, "none");
        }
    }

    private void checkExecutor(Optional<EndpointText> cache, Optional<EndpointText> executor) throws IOException {
        String variable = contract.bazel().executorVariable();
        if (executor.isEmpty()) {
            checks.pass(CA004, "no executor is set");
            checks.notApplicable(CA007, "no executor is set");
            return;
        }
        if (cache.isPresent()) {
            checks.pass(CA004, "both are set");
        } else {
            checks.fail(
                    CA004,
                    CONTRACT_BROKEN,
                    variable + " is set and " + contract.bazel().cacheVariable() + " is not",
                    "set " + contract.bazel().cacheVariable() + " too, or unset " + variable);
        }
        String file = contract.bazel().eligibilityFile();
        String next = "unset " + variable + ", or prove the class first and name it in " + file;
        if (options.targetClass().isEmpty()) {
            checks.fail(
                    CA007,
                    EXECUTOR_NOT_ELIGIBLE,
                    "an executor is set and no target class is named: it would run what nobody proved",
                    "say --target-class NAME, or unset " + variable);
        } else if (options.eligibility().isEmpty()) {
            checks.fail(CA007, EXECUTOR_NOT_ELIGIBLE, "there is no " + file, next);
        } else {
            Optional<Boolean> eligible =
                    options.eligibility().get().of(options.targetClass().get());
            if (eligible.equals(Optional.of(true))) {
                checks.pass(CA007, options.targetClass().get());
            } else {
                checks.fail(
                        CA007,
                        EXECUTOR_NOT_ELIGIBLE,
                        options.targetClass().get()
                                + (eligible.isEmpty() ? " is not named in the file" : " is not eligible"),
                        next);
            }
        }
    }

    private void checkStrict(Optional<EndpointText> cache) throws IOException {
        if (cache.isPresent()) {
            checks.pass(CA006, "set");
        } else if (options.strict()) {
            checks.fail(
                    CA006,
                    CONTRACT_BROKEN,
                    contract.bazel().cacheVariable() + " is empty, and strict is on",
                    "set it to "
                            + contract.bazel().url(Audience.RUNNERS).orElse("the cache's address")
                            + " on a runner, or leave strict off on a developer's machine");
        } else {
            checks.notApplicable(
                    CA006,
                    contract.bazel().cacheVariable()
                            + " is empty: no failure, but the guardrail against invented endpoints");
        }
    }

    private void checkDeclared(AttachmentMode mode) throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> right = new ArrayList<>();
        contract.bazel()
                .declarations()
                .forEach((variable, words) -> host.variable(variable).ifPresent(declared -> {
                    List<AttachmentMode> fitting = words.get(declared);
                    if (fitting == null) {
                        wrong.add(variable + " has a word that it does not take; it takes "
                                + String.join(", ", words.keySet()));
                    } else if (!fitting.contains(mode)) {
                        wrong.add(variable + " says " + declared + ", found " + mode.word());
                    } else {
                        right.add(variable);
                    }
                }));
        if (!wrong.isEmpty()) {
            checks.warn(CA005, String.join("; ", wrong), "correct the declaration, or set the endpoints it promises");
        } else if (right.isEmpty()) {
            checks.notApplicable(CA005, "nothing is declared; found " + mode.word());
        } else {
            checks.pass(CA005, String.join(", ", right) + ": " + mode.word());
        }
    }

    private void probe(List<EndpointText> all) throws IOException {
        if (options.probe().isEmpty() || all.isEmpty()) {
            checks.notApplicable(CA008, options.probe().isEmpty() ? "probe is false" : "no endpoint is set");
            return;
        }
        for (EndpointText endpoint : all) {
            Optional<ServerAddress> server = endpoint.server();
            boolean answered = server.isPresent()
                    && options.probe().get().answers(server.get().host(), endpoint.port());
            answers.put(endpoint.variable(), answered);
        }
        List<String> silent = all.stream()
                .map(EndpointText::variable)
                .filter(variable -> !answers.getOrDefault(variable, false))
                .toList();
        if (silent.isEmpty()) {
            checks.pass(CA008, all.size() + " answered");
        } else {
            checks.warn(
                    CA008,
                    "no answer: " + String.join(", ", silent),
                    "runners reach the services inside the cluster only; elsewhere leave the variable empty");
        }
    }
}
