package dev.tinyland.gf.lint.rules;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.Retired;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.passage.DocumentReading;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.lint.passage.Scripts;
import dev.tinyland.gf.shell.ShellWord;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which Attic a page speaks of: the manual of another server teaches nothing about this one. */
final class AtticLogins {
    private final Set<String> hosts = new HashSet<>();

    AtticLogins(Contract contract) {
        contract.attic().endpoints().forEach(endpoint -> hosts.add(host(endpoint.url())));
        contract.attic().noncanonical().forEach(endpoint -> hosts.add(endpoint.host()));
        contract.retired().hosts().stream().map(Retired.Host::host).forEach(hosts::add);
    }

    /** Whether the page logs in to Attic, and only to servers that are not, and never were, the platform's. */
    boolean onlyElsewhere(DocumentReading reading) {
        Scripts scripts = new Scripts();
        boolean elsewhere = false;
        for (Passage passage : reading.passages()) {
            for (CommandSite site : scripts.commands(passage)) {
                if (!site.command().name().is("attic")
                        || !site.command().name().operand(0).equals("login")) {
                    continue;
                }
                List<ShellWord> operands = site.command().name().arguments().stream()
                        .filter(word -> !word.text().startsWith("-"))
                        .toList();
                if (operands.size() < 3
                        || !operands.get(2).literal()
                        || isPlatform(operands.get(2).text())) {
                    return false;
                }
                elsewhere = true;
            }
        }
        return elsewhere;
    }

    private boolean isPlatform(String url) {
        String host = host(url);
        return host.isEmpty() || hosts.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
    }

    /** Empty for what is no address, such as a placeholder. */
    private static String host(String url) {
        try {
            String host = new URI(url).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException placeholder) {
            return "";
        }
    }
}
