package dev.tinyland.gf.contract;

/** A place in a text that uses a name that is out of contract. Offsets are those of the text. */
public sealed interface RetiredMatch {

    int start();

    int end();

    /** A retired host, or a name below one. */
    record OfHost(int start, int end, Retired.Host host) implements RetiredMatch {}

    /** A retired namespace, alone or inside the DNS name of a service. */
    record OfNamespace(int start, int end, Retired.Namespace namespace) implements RetiredMatch {}
}
