package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Audience;
import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.HostMatcher;
import dev.tinyland.gf.contract.Retired;
import dev.tinyland.gf.contract.RetiredMatch;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.Surface;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.text.Fragment;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Hosts and namespaces that are out of contract. */
public final class RetiredEndpointRule extends WordRule {
    /** A derivation or dev shell of that name is not the namespace. */
    private static final Pattern NIX_NAME = Pattern.compile("\\bp?name\\s*=\\s*\"$");

    public RetiredEndpointRule() {
        super(Rules.everywhere(
                "retired-endpoint", "a host or namespace that is out of contract", Severity.ERROR, Severity.WARNING));
    }

    @Override
    public Collection<String> words(Contract contract) {
        return new HostMatcher(contract).retiredNames();
    }

    @Override
    List<Hit> hits(Fragment text, Passage passage, RuleContext context) {
        return new HostMatcher(context.contract())
                .retired(text.text()).stream()
                        .filter(match -> !namesADerivation(match, text, passage))
                        .map(match -> hit(match, text, context))
                        .toList();
    }

    private static Hit hit(RetiredMatch match, Fragment text, RuleContext context) {
        String written = text.text().substring(match.start(), match.end());
        String why = "It is no current authority and nothing answers there ("
                + context.contract().decisions().cacheAndStateRoles() + ").";
        return switch (match) {
            case RetiredMatch.OfHost(int start, int end, Retired.Host host) ->
                new Hit(start, end, written + " is out of contract.", why, replacements(host, context.surface()));
            case RetiredMatch.OfNamespace(int start, int end, Retired.Namespace namespace) ->
                new Hit(
                        start,
                        end,
                        "The namespace " + namespace.name() + " is out of contract.",
                        why,
                        "Use the namespace " + namespace.replacement() + ".",
                        written.equals(namespace.name()) ? Optional.of(namespace.replacement()) : Optional.empty());
        };
    }

    private static String replacements(Retired.Host host, Surface surface) {
        if (surface == Surface.WORKFLOW || surface == Surface.ACTION) {
            return host.replacement(Audience.RUNNERS)
                    .map(address -> "Use " + address + ".")
                    .orElse("Remove it.");
        }
        if (host.replacements().isEmpty()) {
            return "Remove it.";
        }
        return host.replacements().stream()
                .map(replacement ->
                        replacement.value() + " for " + replacement.audience().words())
                .collect(Collectors.joining(", ", "Use ", "."));
    }

    private static boolean namesADerivation(RetiredMatch match, Fragment text, Passage passage) {
        if (passage.surface() != Surface.NIX && !passage.language().equals("nix")) {
            return false;
        }
        boolean named = passage.key().equals("name") || passage.key().equals("pname");
        return match instanceof RetiredMatch.OfNamespace
                && (named
                        || NIX_NAME.matcher(text.text().substring(0, match.start()))
                                .find());
    }
}
