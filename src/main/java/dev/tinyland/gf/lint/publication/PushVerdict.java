package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.expression.Truth;
import dev.tinyland.gf.lint.Witness;
import dev.tinyland.gf.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with one place that can publish. One place has one verdict, the first kind that holds.
 *
 * @param truth whether it is certain; never FALSE
 * @param anyCertain whether some later kind is certain although this one is not
 * @param also what else holds, in the order of the kinds
 * @param origins what keeps it from being known
 * @param span where it stands, in the file of the site
 */
public record PushVerdict(
        PushSite site,
        Kind kind,
        Truth truth,
        boolean anyCertain,
        Optional<Witness> witness,
        List<Reached> also,
        Set<String> origins,
        Span span) {

    /** What is wrong, worst first. */
    public enum Kind {
        ON_PULL_REQUEST,
        OFF_DEFAULT_BRANCH,
        WITHOUT_TOKEN,
        BY_DEFAULT,
        UNDECIDED,
        /** An input of the file itself publishes unless the caller says no. */
        INPUT_DEFAULT,
        /** A proof that does not keep publication off literally. */
        NOT_QUARANTINED,
        /** A probe that runs without its phrase. */
        UNCONFIRMED
    }

    /** A further kind that holds. */
    public record Reached(Kind kind, Truth truth, Witness witness) {}

    public PushVerdict {
        also = List.copyOf(also);
        origins = Set.copyOf(origins);
    }
}
