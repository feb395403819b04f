package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.HostMatcher;
import dev.tinyland.gf.contract.NoncanonicalMatch;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.text.Fragment;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Live services by another than their canonical name. */
public final class NoncanonicalEndpointRule extends WordRule {

    public NoncanonicalEndpointRule() {
        super(Rules.everywhere(
                "noncanonical-endpoint",
                "a live service by a name that is not the canonical one",
                Severity.NOTE,
                Severity.NOTE));
    }

    @Override
    public Collection<String> words(Contract contract) {
        return new HostMatcher(contract).noncanonicalServices();
    }

    @Override
    List<Hit> hits(Fragment text, Passage passage, RuleContext context) {
        return new HostMatcher(context.contract())
                .noncanonical(text.text()).stream()
                        .map(match -> new Hit(
                                match.start(),
                                match.end(),
                                text.text().substring(match.start(), match.end())
                                        + " reaches a live service, but is not its canonical address.",
                                "Tools and canaries compare attachments with the canonical address ("
                                        + context.contract().decisions().cacheAndStateRoles() + ").",
                                "Use " + match.endpoint().canonical() + ".",
                                replacement(text.text(), match)))
                        .toList();
    }

    /** The canonical host, where the text speaks the canonical scheme, or neither scheme nor port. */
    private static Optional<String> replacement(String text, NoncanonicalMatch match) {
        String canonical = match.endpoint().canonical();
        int colon = canonical.indexOf("://");
        if (colon < 0) {
            return Optional.empty();
        }
        String before = text.substring(0, match.start());
        boolean same = before.endsWith(canonical.substring(0, colon + 3));
        boolean bare = !before.endsWith("/")
                && text.substring(match.start(), match.end()).indexOf(':') < 0
                && (match.end() == text.length() || text.charAt(match.end()) != ':');
        return same || bare ? Optional.of(canonical.substring(colon + 3)) : Optional.empty();
    }
}
