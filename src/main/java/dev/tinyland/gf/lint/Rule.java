package dev.tinyland.gf.lint;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.model.ActionFile;
import dev.tinyland.gf.lint.model.Workflow;
import dev.tinyland.gf.lint.passage.CommandSite;
import dev.tinyland.gf.lint.passage.DocumentReading;
import dev.tinyland.gf.lint.passage.Passage;
import java.util.Collection;
import java.util.List;

/**
 * One rule. It overrides only the levels it needs, keeps no state between calls, and reports through the context; one
 * instance serves every file, from several threads.
 *
 * <p>A rule is called only on the surfaces its {@link RuleInfo} has a severity for, and never with a labelled passage:
 * the linter passes those over and counts them.
 */
public interface Rule {

    RuleInfo info();

    /**
     * Words, one of which stands, whatever its case, in the innermost key or the text of every passage, and in a text or a
     * variable of every command, this rule has anything to say about: the rule may not be asked about others. Empty where
     * there are no such words.
     */
    default Collection<String> words(Contract contract) {
        return List.of();
    }

    /**
     * The same for a rule that does not read the texts of a kind of files and judges them as a whole: words, one of which
     * stands in the file it judges or in an action of the same root. Empty where there are no such words.
     */
    default Collection<String> subjects(Contract contract) {
        return words(contract);
    }

    /** Whether {@link #words} count only where no ASCII letter or digit stands right before or behind them. */
    default boolean wholeWords() {
        return false;
    }

    /**
     * Whether it judges passages or commands of such files. Where no rule does that might find something, the linter takes no
     * texts out of the file at all.
     */
    default boolean readsTexts(Surface surface) {
        return true;
    }

    /** A piece of text with its meaning. */
    default void passage(Passage passage, RuleContext context) {}

    /** A command of a script that counts; those in substitutions and inner scripts come one by one as well. */
    default void command(CommandSite site, RuleContext context) {}

    /** A workflow of the root, or a file that is one by what it holds. */
    default void workflow(Workflow workflow, RuleContext context) {}

    /** The metadata file of an action. */
    default void action(ActionFile action, RuleContext context) {}

    /** A page. */
    default void document(DocumentReading reading, RuleContext context) {}
}
