package dev.tinyland.gf.kube;

import java.util.List;

/** Whether a server lies inside the allowed scopes. */
public sealed interface ScopeDecision {

    /** It does. */
    record Inside(AddressScope scope) implements ScopeDecision {}

    /** All of it lies in a scope that is not allowed. */
    record Outside(AddressScope scope) implements ScopeDecision {}

    /** Its name leads to several scopes, not all of them allowed. */
    record Mixed(List<AddressScope> scopes) implements ScopeDecision {
        public Mixed {
            scopes = List.copyOf(scopes);
        }
    }

    /** Its name leads nowhere. */
    record Unresolvable() implements ScopeDecision {}
}
