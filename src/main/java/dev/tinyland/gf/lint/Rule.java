package dev.tinyland.gf.lint;

import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.passage.Passage;

/**
 * One rule. It overrides only the levels it needs, keeps no state between calls, and reports through the context; one
 * instance serves every file, from several threads.
 *
 * <p>A rule is called only on the surfaces its {@link RuleInfo} has a severity for, and never with a labelled passage:
 * the linter passes those over and counts them.
 */
public interface Rule {

    RuleInfo info();

    /** A piece of text with its meaning. */
    default void passage(Passage passage, RuleContext context) {}

    /** A command of a script that counts; those in substitutions and inner scripts come one by one as well. */
    default void command(CommandSite site, RuleContext context) {}
}
