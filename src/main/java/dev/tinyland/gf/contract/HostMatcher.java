package dev.tinyland.gf.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the platform's retired and noncanonical names in texts, by whole labels. */
public final class HostMatcher {
    private static final String SERVICE = ".svc";
    private static final String CLUSTER_DOMAIN = ".cluster.local";

    private final Contract contract;
    private final List<NoncanonicalEndpoint> noncanonical = new ArrayList<>();

    public HostMatcher(Contract contract) {
        this.contract = contract;
        noncanonical.addAll(contract.attic().noncanonical());
        noncanonical.addAll(contract.bazel().noncanonical());
    }

    /** One of these stands in every text that names something out of contract, whatever its case. */
    public List<String> retiredNames() {
        List<String> names = new ArrayList<>();
        contract.retired().hosts().forEach(host -> names.add(host.host()));
        contract.retired().namespaces().forEach(namespace -> names.add(namespace.name()));
        return List.copyOf(names);
    }

    /** One of these stands in every text that names a live service by another than its canonical name. */
    public List<String> noncanonicalServices() {
        List<String> services = new ArrayList<>();
        noncanonical.forEach(endpoint -> services.add(serviceOf(endpoint.host())));
        return List.copyOf(services);
    }

    /** Uses of names that are out of contract, in the order of the text; one for each place. */
    public List<RetiredMatch> retired(String text) {
        // A retired name can only be found where its text stands; most texts are told from that without being cut up.
        if (!holdsAny(text.toLowerCase(Locale.ROOT), retiredNames())) {
            return List.of();
        }
        List<RetiredMatch> matches = new ArrayList<>();
        for (HostMention mention : HostScanner.scan(text)) {
            Optional<RetiredMatch> host = retiredHost(mention);
            host.or(() -> retiredNamespace(mention, text)).ifPresent(matches::add);
        }
        return matches;
    }

    /** Uses of live services by another than their canonical name, in the order of the text. */
    public List<NoncanonicalMatch> noncanonical(String text) {
        if (!holdsAny(text, noncanonicalServices())) {
            return List.of();
        }
        List<NoncanonicalMatch> matches = new ArrayList<>();
        for (HostMention mention : HostScanner.scan(text)) {
            String full = fullName(mention);
            noncanonical.stream()
                    .filter(endpoint -> endpoint.host().equals(full))
                    .filter(endpoint ->
                            endpoint.port().isEmpty() || endpoint.port().equals(mention.port()))
                    .findFirst()
                    .ifPresent(endpoint -> matches.add(new NoncanonicalMatch(mention.start(), end(mention), endpoint)));
        }
        return matches;
    }

    private static boolean holdsAny(String text, List<String> words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static String serviceOf(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? host : host.substring(0, dot);
    }

    private Optional<RetiredMatch> retiredHost(HostMention mention) {
        HostMention full =
                new HostMention(fullName(mention), mention.scheme(), mention.port(), mention.start(), mention.end());
        return contract.retired().hosts().stream()
                .filter(host -> full.isAtOrBelow(host.host()))
                .findFirst()
                .map(host -> new RetiredMatch.OfHost(mention.start(), mention.end(), host));
    }

    private Optional<RetiredMatch> retiredNamespace(HostMention mention, String text) {
        List<String> labels = mention.labels();
        for (Retired.Namespace namespace : contract.retired().namespaces()) {
            boolean alone = mention.host().equals(namespace.name()) && !isPathOrAttribute(mention, text);
            boolean inService = labels.size() >= 2
                    && labels.get(1).equals(namespace.name())
                    && (labels.size() == 2 || labels.get(2).equals(SERVICE.substring(1)));
            if (alone || inService) {
                return Optional.of(new RetiredMatch.OfNamespace(mention.start(), mention.end(), namespace));
            }
        }
        return Optional.empty();
    }

    /** A segment of a path, as in a project's address, or a flake's attribute: the same word, but no namespace. */
    private static boolean isPathOrAttribute(HostMention mention, String text) {
        if (mention.start() == 0) {
            return false;
        }
        char before = text.charAt(mention.start() - 1);
        if (before == '#') {
            return true;
        }
        if (before != '/') {
            return false;
        }
        String path = text.substring(0, mention.start() - 1);
        return !(path.endsWith("namespace") || path.endsWith("namespaces") || path.endsWith("ns"));
    }

    private String fullName(HostMention mention) {
        String host = mention.host();
        if (host.endsWith(SERVICE)) {
            return host + CLUSTER_DOMAIN;
        }
        List<String> labels = mention.labels();
        boolean shortService = labels.size() == 2
                && (labels.get(1).equals(contract.namespaces().cache())
                        || contract.retired().namespaces().stream()
                                .anyMatch(namespace -> namespace.name().equals(labels.get(1))));
        return shortService ? host + SERVICE + CLUSTER_DOMAIN : host;
    }

    private static int end(HostMention mention) {
        return mention.port()
                .map(port -> mention.end() + 1 + port.toString().length())
                .orElse(mention.end());
    }
}
