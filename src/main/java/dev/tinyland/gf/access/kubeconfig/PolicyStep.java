package dev.tinyland.gf.access.kubeconfig;

import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC010;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC011;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC012;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC013;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC014;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigCheck.KC015;
import static dev.tinyland.gf.access.kubeconfig.KubeconfigVerdict.REFUSED;

import dev.tinyland.gf.access.Checklist;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.kube.AddressScope;
import dev.tinyland.gf.kube.Kubeconfig;
import dev.tinyland.gf.kube.ScopeDecision;
import dev.tinyland.gf.kube.ScopeGuard;
import dev.tinyland.gf.kube.ServerAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether this context and this server may be used at all: KC010 to KC015. */
final class PolicyStep {
    private final Checklist<KubeconfigVerdict> checks;
    private final KubeconfigSettings settings;
    private final Contract contract;
    private final ScopeGuard guard;

    PolicyStep(Checklist<KubeconfigVerdict> checks, KubeconfigSettings settings, Contract contract, ScopeGuard guard) {
        this.checks = checks;
        this.settings = settings;
        this.contract = contract;
        this.guard = guard;
    }

    /** A server that may be dialled, and what it reaches. */
    record Admitted(ServerAddress server, AddressScope scope) {}

    Optional<Admitted> admit(Kubeconfig kubeconfig, Chosen chosen) throws IOException, InterruptedException {
        checkContext(kubeconfig, chosen);
        Optional<ServerAddress> server = ServerAddress.parse(chosen.cluster().server());
        checkAlias(chosen, server);
        if (server.isEmpty() || !server.get().secure()) {
            checks.fail(
                    KC014,
                    REFUSED,
                    server.isEmpty()
                            ? "it has a path, a query, user information, another scheme or an odd host"
                            : "the scheme is http",
                    "set it: kubectl config set-cluster " + chosen.cluster().name() + " --server=https://HOST:PORT");
            return Optional.empty();
        }
        checks.pass(KC014, server.get().toString());
        checkExpected(server.get());
        return checkScope(server.get());
    }

    private void checkContext(Kubeconfig kubeconfig, Chosen chosen) throws IOException {
        String name = chosen.context().name();
        List<String> forbidden = forbidden();
        List<String> allowed = settings.allowedContexts().isEmpty() ? List.of(name) : settings.allowedContexts();
        if (forbidden.contains(name)) {
            checks.fail(KC010, REFUSED, "context " + name + " is " + reason(name), useInstead());
            return;
        }
        if (!allowed.contains(name)) {
            checks.fail(
                    KC010,
                    REFUSED,
                    "context " + name + " is not among the allowed ones: " + String.join(", ", allowed),
                    "choose one of them with context, or add " + name + " to allowed-contexts");
            return;
        }
        List<String> beside = kubeconfig.contexts().stream()
                .map(Kubeconfig.Context::name)
                .filter(forbidden::contains)
                .toList();
        if (beside.isEmpty()) {
            checks.pass(KC010, "context " + name);
            return;
        }
        String seen = "forbidden contexts stand beside it: " + String.join(", ", beside);
        String next = "take them out of the secret: kubectl config view --raw --minify --flatten --context " + name;
        switch (settings.forbiddenPolicy()) {
            case refuse -> checks.fail(KC010, REFUSED, seen, next);
            case strip -> checks.warn(KC010, seen + "; they are left out of the file", next);
        }
    }

    private void checkAlias(Chosen chosen, Optional<ServerAddress> server) throws IOException {
        List<String> forbidden = forbidden();
        List<String> seen = new ArrayList<>();
        if (forbidden.stream().anyMatch(chosen.cluster().name()::equalsIgnoreCase)) {
            seen.add("its cluster is " + chosen.cluster().name() + ", "
                    + reason(chosen.cluster().name()));
        }
        server.ifPresent(address -> {
            List<String> labels = Arrays.asList(address.host().split("\\.", -1));
            forbidden.stream()
                    .filter(labels::contains)
                    .forEach(name -> seen.add("its server's host names " + name + ", " + reason(name)));
            contract.legacy().civo().domains().stream()
                    .filter(domain ->
                            address.host().equals(domain) || address.host().endsWith("." + domain))
                    .forEach(domain -> seen.add("its server is below " + domain + ", the retired cloud"));
        });
        if (seen.isEmpty()) {
            checks.pass(KC011, "cluster " + chosen.cluster().name());
        } else {
            checks.fail(KC011, REFUSED, String.join("; ", seen), useInstead());
        }
    }

    private void checkExpected(ServerAddress server) throws IOException {
        if (settings.expectedServer().isEmpty()) {
            checks.notApplicable(KC012, "expect-server is not given");
            return;
        }
        ServerAddress expected = settings.expectedServer().get();
        if (expected.sameAs(server)) {
            checks.pass(KC012, server.toString());
        } else {
            checks.fail(
                    KC012,
                    REFUSED,
                    server + ", expected " + expected,
                    "use the kubeconfig of " + expected + ", or change expect-server");
        }
    }

    private Optional<Admitted> checkScope(ServerAddress server) throws IOException, InterruptedException {
        String allowed = String.join(
                ", ",
                settings.serverScope().stream().map(AddressScope::word).sorted().toList());
        String next = "use the private address of the cluster, "
                + contract.cluster().server() + "; for a port-forward of your own say server-scope loopback";
        return switch (guard.decide(server, settings.serverScope())) {
            case ScopeDecision.Inside(AddressScope scope) -> {
                checks.pass(KC013, scope.word());
                checks.pass(KC015, server.literal().isPresent() ? "an address" : "all of it " + scope.word());
                yield Optional.of(new Admitted(server, scope));
            }
            case ScopeDecision.Outside(AddressScope scope) -> {
                checks.fail(KC013, REFUSED, server + " is " + scope.word() + "; allowed: " + allowed, next);
                yield Optional.empty();
            }
            case ScopeDecision.Mixed(List<AddressScope> scopes) -> {
                checks.fail(
                        KC015,
                        REFUSED,
                        server.host() + " leads to "
                                + String.join(
                                        " and ",
                                        scopes.stream().map(AddressScope::word).toList())
                                + "; allowed: " + allowed,
                        next);
                yield Optional.empty();
            }
            case ScopeDecision.Unresolvable _ -> {
                checks.fail(
                        KC015,
                        REFUSED,
                        server.host() + " has no address here",
                        "join the tailnet first, or use an address: "
                                + contract.cluster().server());
                yield Optional.empty();
            }
        };
    }

    /**
     * The address this pod knows the API server by, which takes the place of the admitted one. It comes from the
     * environment, so it is looked at like any other.
     *
     * @return empty when it lies outside, which is a check that failed
     */
    Optional<Admitted> admitInCluster(ServerAddress server) throws IOException, InterruptedException {
        Set<AddressScope> inside = EnumSet.of(AddressScope.PRIVATE, AddressScope.CLUSTER_LOCAL, AddressScope.TAILNET);
        if (guard.decide(server, inside) instanceof ScopeDecision.Inside(AddressScope scope)) {
            checks.pass(KC013, scope.word() + ", in the cluster");
            return Optional.of(new Admitted(server, scope));
        }
        checks.fail(
                KC013,
                REFUSED,
                "KUBERNETES_SERVICE_HOST names no private address",
                "find out who set it; Kubernetes sets it to the service's address in each pod");
        return Optional.empty();
    }

    private List<String> forbidden() {
        List<String> names = new ArrayList<>(contract.cluster().placementNames());
        names.addAll(contract.cluster().residualContexts());
        return names;
    }

    private String reason(String name) {
        return contract.cluster().residualContexts().contains(name)
                ? "a context of the past"
                : "a node of " + contract.cluster().name() + " and not a cluster";
    }

    private String useInstead() {
        return "use context " + contract.cluster().context() + ", the one cluster of the platform ("
                + contract.decisions().deploymentAuthority() + ")";
    }
}
