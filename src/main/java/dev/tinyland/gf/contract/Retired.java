package dev.tinyland.gf.contract;

import java.util.List;
import java.util.Optional;

/** Names that are out of contract, and what stands in their place. */
public record Retired(List<Host> hosts, List<Namespace> namespaces) {

    public Retired {
        hosts = List.copyOf(hosts);
        namespaces = List.copyOf(namespaces);
    }

    /**
     * A host that is out of contract.
     *
     * @param host the whole host name; names below it are retired with it
     */
    public record Host(String host, List<Replacement> replacements) {

        public Host {
            replacements = List.copyOf(replacements);
        }

        public Optional<String> replacement(Audience audience) {
            return replacements.stream()
                    .filter(replacement -> replacement.audience() == audience)
                    .map(Replacement::value)
                    .findFirst();
        }
    }

    /** What to write instead, for one audience. */
    public record Replacement(Audience audience, String value) {}

    /** A namespace that is out of contract. */
    public record Namespace(String name, String replacement) {}
}
