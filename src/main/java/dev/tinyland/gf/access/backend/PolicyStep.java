package dev.tinyland.gf.access.backend;

import static dev.tinyland.gf.access.backend.BackendCheck.BC013;
import static dev.tinyland.gf.access.backend.BackendCheck.BC014;
import static dev.tinyland.gf.access.backend.BackendCheck.BC015;
import static dev.tinyland.gf.access.backend.BackendCheck.BC016;
import static dev.tinyland.gf.access.backend.BackendCheck.BC017;
import static dev.tinyland.gf.access.backend.BackendCheck.BC018;
import static dev.tinyland.gf.access.backend.BackendCheck.BC020;
import static dev.tinyland.gf.access.backend.BackendVerdict.REFUSED;

import dev.tinyland.gf.access.Checklist;
import dev.tinyland.gf.access.backend.BackendSettings.Allowed;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.HostMention;
import dev.tinyland.gf.contract.HostScanner;
import dev.tinyland.gf.contract.Legacy;
import dev.tinyland.gf.contract.Stack;
import dev.tinyland.gf.kube.AddressScope;
import dev.tinyland.gf.kube.ScopeDecision;
import dev.tinyland.gf.kube.ScopeGuard;
import dev.tinyland.gf.kube.ServerAddress;
import dev.tinyland.gf.tofu.backend.BackendConfiguration;
import dev.tinyland.gf.tofu.backend.BackendFamily;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether this state may be used for this stack: BC013 to BC018, BC020. */
final class PolicyStep {
    private static final Pattern URL = Pattern.compile("(https?)://(?:[^/@\\s]*@)?([^/?#\\s]+)(/[^\\s]*)?");

    private final Checklist<BackendVerdict> checks;
    private final BackendSettings settings;
    private final Contract contract;
    private final ScopeGuard guard;

    PolicyStep(Checklist<BackendVerdict> checks, BackendSettings settings, Contract contract, ScopeGuard guard) {
        this.checks = checks;
        this.settings = settings;
        this.contract = contract;
        this.guard = guard;
    }

    /**
     * What the checks learnt.
     *
     * @param authority whose state it is, such as {@code http-compat}
     * @param endpoint scheme, host and port
     */
    record Findings(String authority, String endpoint, Optional<AddressScope> scope) {}

    Findings check(BackendConfiguration configuration) throws IOException, InterruptedException {
        checkWorkspaces(configuration);
        checkLock(configuration);
        checkObject(configuration);
        String authority = checkFamily(configuration);
        List<String> addresses = addresses(configuration);
        Optional<AddressScope> scope = checkScope(configuration, addresses);
        String endpoint = addresses.isEmpty()
                ? ""
                : server(addresses.getFirst()).map(ServerAddress::toString).orElse("");
        return new Findings(authority, endpoint, scope);
    }

    private void checkObject(BackendConfiguration configuration) throws IOException {
        if (configuration.family() != BackendFamily.S3) {
            checks.notApplicable(BC013, "an http backend has no bucket and no key");
            checks.notApplicable(BC014, "an http backend has no key");
            return;
        }
        String key = configuration.text("key").orElse("");
        List<String> faults = new ArrayList<>();
        compare("bucket", configuration.text("bucket"), settings.expectedBucket(), faults);
        compare("key", Optional.of(key).filter(text -> !text.isEmpty()), settings.expectedKey(), faults);
        if (faults.isEmpty()) {
            checks.pass(BC013, configuration.text("bucket").orElse("") + "/" + key);
        } else {
            checks.fail(
                    BC013,
                    REFUSED,
                    String.join("; ", faults),
                    "at another place OpenTofu finds no state and plans everything anew: correct the configuration, or"
                            + " say expect-bucket and expect-key");
        }
        Optional<String> other = contract.stacks().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(settings.stack()))
                .filter(entry -> owns(entry.getValue(), key))
                .map(Map.Entry::getKey)
                .findFirst();
        if (other.isPresent()) {
            checks.fail(
                    BC014,
                    REFUSED,
                    "it is the key of stack " + other.get(),
                    "a plan of " + settings.stack() + " against it would destroy what " + other.get() + " manages; use "
                            + settings.expectedKey().orElse("the stack's own key"));
        } else {
            checks.pass(BC014, "no other stack's");
        }
    }

    private static boolean owns(Stack stack, String key) {
        String folder = stack.key().substring(0, stack.key().lastIndexOf('/') + 1);
        return stack.key().equals(key) || (!folder.isEmpty() && key.startsWith(folder));
    }

    private static void compare(String name, Optional<String> value, Optional<String> expected, List<String> faults) {
        if (value.isEmpty()) {
            faults.add(name + " is not set");
        } else if (expected.isPresent() && !value.equals(expected)) {
            faults.add(name + " is " + value.get() + ", expected " + expected.get());
        }
    }

    private List<String> addresses(BackendConfiguration configuration) {
        if (configuration.family() == BackendFamily.S3) {
            return configuration.s3Endpoints().stream()
                    .map(endpoint -> endpoint.contains("://") ? endpoint : "https://" + endpoint)
                    .toList();
        }
        List<String> addresses = new ArrayList<>();
        for (String name : List.of("address", "lock_address", "unlock_address")) {
            configuration.text(name).ifPresent(addresses::add);
        }
        return addresses;
    }

    private static Optional<ServerAddress> server(String url) {
        Matcher matcher = URL.matcher(url);
        return matcher.matches() ? ServerAddress.parse(matcher.group(1) + "://" + matcher.group(2)) : Optional.empty();
    }

    private Optional<AddressScope> checkScope(BackendConfiguration configuration, List<String> addresses)
            throws IOException, InterruptedException {
        String allowed = String.join(
                ", ",
                settings.endpointScope().stream()
                        .map(AddressScope::word)
                        .sorted()
                        .toList());
        String next = "state holds secrets: use the endpoint inside the cluster or the tailnet, and no proxy; for a"
                + " port-forward: --endpoint-override http://127.0.0.1:PORT";
        if (addresses.isEmpty()
                || (configuration.family() == BackendFamily.S3
                        && configuration.s3Endpoint().isEmpty())) {
            checks.fail(BC015, REFUSED, "no endpoint is set, so it would be Amazon's public one", next);
            return Optional.empty();
        }
        Optional<AddressScope> first = Optional.empty();
        List<String> faults = new ArrayList<>();
        for (String name : List.of("http_proxy", "https_proxy")) {
            if (configuration.text(name).isPresent()) {
                faults.add(name + " is set: credentials and state would go through it");
            }
        }
        for (String address : addresses) {
            Optional<ServerAddress> server =
                    configuration.family() == BackendFamily.S3 ? ServerAddress.parse(address) : server(address);
            if (server.isEmpty()) {
                faults.add("an address is no plain URL of scheme, host and port");
                continue;
            }
            switch (guard.decide(server.get(), settings.endpointScope())) {
                case ScopeDecision.Inside(AddressScope scope) -> first = first.or(() -> Optional.of(scope));
                case ScopeDecision.Outside(AddressScope scope) ->
                    faults.add(server.get() + " is " + scope.word() + "; allowed: " + allowed);
                case ScopeDecision.Mixed(List<AddressScope> scopes) ->
                    faults.add(server.get().host() + " leads to "
                            + String.join(
                                    " and ",
                                    scopes.stream().map(AddressScope::word).toList()));
                case ScopeDecision.Unresolvable _ -> faults.add(server.get().host() + " has no address here");
            }
        }
        if (faults.isEmpty()) {
            checks.pass(BC015, first.map(AddressScope::word).orElse(""));
        } else {
            checks.fail(BC015, REFUSED, String.join("; ", faults), next);
        }
        return first;
    }

    /** Returns whose state it is. */
    private String checkFamily(BackendConfiguration configuration) throws IOException {
        String ours = contract.cluster().name() + "-" + BackendFamily.S3.type();
        Optional<String> gitlab = gitlab(configuration);
        String history = contract.decisions().cacheAndStateRoles();
        if (gitlab.isEmpty()) {
            checks.pass(BC016, "none");
        } else if (settings.allowed().contains(Allowed.gitlabLegacy)) {
            checks.warn(
                    BC016,
                    gitlab.get() + "; allowed for a repair",
                    "do the repair and take the allowance out again; GitLab's state is compatibility only (" + history
                            + ")");
        } else {
            checks.fail(
                    BC016,
                    REFUSED,
                    gitlab.get(),
                    "use the stack's S3 configuration; for a repair of archived state only: --allow gitlab-legacy");
        }
        if (configuration.family() == BackendFamily.S3) {
            checks.pass(BC017, "s3");
            return gitlab.isPresent() ? Allowed.gitlabLegacy.word() : ours;
        }
        boolean allowed = settings.allowed().contains(Allowed.httpCompat)
                || (gitlab.isPresent() && settings.allowed().contains(Allowed.gitlabLegacy));
        if (allowed) {
            checks.warn(
                    BC017,
                    "the configuration is of family http; allowed for compatibility",
                    "move to the stack's S3 configuration; http is compatibility only (" + history + ")");
        } else {
            checks.fail(
                    BC017,
                    REFUSED,
                    "the configuration is of family http",
                    "use the stack's S3 configuration; for archived state only: --allow http-compat");
        }
        return gitlab.isPresent() ? Allowed.gitlabLegacy.word() : Allowed.httpCompat.word();
    }

    private Optional<String> gitlab(BackendConfiguration configuration) {
        Legacy.GitLab legacy = contract.legacy().gitlab();
        for (String written : addresses(configuration)) {
            // A server decodes a path before it looks at it.
            String address = written.replaceAll("(?i)%2f", "/");
            if (address.contains("/" + legacy.statePath() + "/")) {
                return Optional.of("the address is one of GitLab's state API");
            }
            for (HostMention mention : HostScanner.scan(address)) {
                if (legacy.hosts().stream().anyMatch(mention::isAtOrBelow)) {
                    return Optional.of("the address is on " + mention.host());
                }
            }
            if (address.contains("/projects/" + legacy.stateProject())) {
                return Optional.of(
                        "the address names project " + legacy.stateProject() + ", the archived owner of old state");
            }
        }
        boolean tokenUser = configuration
                .text("username")
                .filter(legacy.tokenUser()::equals)
                .isPresent();
        return tokenUser ? Optional.of("the user is " + legacy.tokenUser()) : Optional.empty();
    }

    private void checkWorkspaces(BackendConfiguration configuration) throws IOException {
        if (configuration.settings().containsKey("workspace_key_prefix")) {
            checks.fail(
                    BC018,
                    REFUSED,
                    "workspace_key_prefix is set: state of another workspace would lie beside the contract's key",
                    "take it out; the platform's stacks use the default workspace");
        } else {
            checks.pass(BC018, "none");
        }
    }

    private void checkLock(BackendConfiguration configuration) throws IOException {
        if (configuration.family() != BackendFamily.S3) {
            checks.notApplicable(BC020, "an http backend locks by lock_address");
        } else if (configuration.flag("use_lockfile")) {
            checks.pass(BC020, "use_lockfile is true");
        } else {
            checks.warn(
                    BC020,
                    "use_lockfile is "
                            + (configuration.settings().containsKey("use_lockfile") ? "off" : "absent")
                            + ": two runs can write at once, and a bucket that is lost plans as a greenfield",
                    "set use_lockfile = true");
        }
    }
}
