package dev.tinyland.gf.kube;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decides whether a server lies inside the allowed scopes. A name is inside only when every address it has is. */
public final class ScopeGuard {
    private final HostResolver resolver;

    public ScopeGuard(HostResolver resolver) {
        this.resolver = resolver;
    }

    public ScopeDecision decide(ServerAddress server, Set<AddressScope> allowed) throws InterruptedException {
        if (server.literal().isPresent()) {
            return of(AddressScope.of(server.literal().get()), allowed);
        }
        Optional<AddressScope> byName = AddressScope.ofName(server.host());
        if (byName.isPresent()) {
            return of(byName.get(), allowed);
        }
        List<AddressScope> scopes = resolver.resolve(server.host()).stream()
                .map(AddressScope::of)
                .distinct()
                .sorted()
                .toList();
        if (scopes.isEmpty()) {
            return new ScopeDecision.Unresolvable();
        }
        if (scopes.size() == 1) {
            return of(scopes.getFirst(), allowed);
        }
        return allowed.containsAll(scopes)
                ? new ScopeDecision.Inside(scopes.getFirst())
                : new ScopeDecision.Mixed(scopes);
    }

    private static ScopeDecision of(AddressScope scope, Set<AddressScope> allowed) {
        return allowed.contains(scope) ? new ScopeDecision.Inside(scope) : new ScopeDecision.Outside(scope);
    }
}
