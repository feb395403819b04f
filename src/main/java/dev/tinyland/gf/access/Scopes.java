package dev.tinyland.gf.access;

import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Inputs;
import dev.tinyland.gf.kube.AddressScope;
import java.util.EnumSet;
import java.util.Set;

/** Reads inputs that list address scopes. */
public final class Scopes {
    /** What is allowed where nothing else is said. */
    public static final String DEFAULT = "tailnet,cluster-local";

    private Scopes() {}

    /**
     * The scopes of an input.
     *
     * @throws InputException when a word is no scope, or one that is never allowed
     */
    public static Set<AddressScope> parse(String input, String value) {
        Set<AddressScope> scopes = EnumSet.noneOf(AddressScope.class);
        for (String word : Inputs.list(value)) {
            AddressScope scope = AddressScope.ofWord(word)
                    .filter(AddressScope.CHOICES::contains)
                    .orElseThrow(() -> new InputException(
                            input,
                            input
                                    + " takes any of tailnet, cluster-local, private and loopback; public is"
                                    + " never allowed"));
            scopes.add(scope);
        }
        if (scopes.isEmpty()) {
            throw new InputException(
                    input, input + " is empty; it takes any of tailnet, cluster-local, private and loopback");
        }
        return scopes;
    }
}
