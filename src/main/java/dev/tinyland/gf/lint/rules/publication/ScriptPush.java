package dev.tinyland.gf.lint.rules.publication;

import dev.tinyland.gf.expression.Truth;
import dev.tinyland.gf.lint.Witness;
import dev.tinyland.gf.lint.publication.PushVerdict;
import java.util.Optional;

/**
 * A command outside of GitHub's workflows that publishes.
 *
 * @param what how people call it
 * @param kind what is wrong with it
 * @param truth whether it is certain; never FALSE
 * @param witness the run of a pipeline that reaches it; empty for a script that anybody runs
 */
record ScriptPush(String what, PushVerdict.Kind kind, Truth truth, Optional<Witness> witness) {}
