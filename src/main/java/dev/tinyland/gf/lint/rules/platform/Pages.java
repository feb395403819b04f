package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.Stack;
import dev.tinyland.gf.lint.RuleContext;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a document speaks of this platform at all, for rules about words that other projects use rightly. */
final class Pages {
    private Pages() {}

    /** A page that names the cluster, a stack's folder, the platform's state variables, or GitLab. */
    static boolean areOfThePlatform(RuleContext context) {
        String text = context.file().text();
        Contract contract = context.contract();
        if (text.toLowerCase(Locale.ROOT).contains("gitlab")
                || text.contains(contract.state().variablePrefix())
                || contract.stacks().values().stream().map(Stack::folder).anyMatch(text::contains)) {
            return true;
        }
        Set<String> words = Word.names(text).stream().map(Word::text).collect(Collectors.toSet());
        return words.contains(contract.cluster().name());
    }
}
