package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.text.Fragment;
import java.util.Collection;
import java.util.List;

/** Prose that speaks of the retired cloud without a label. Off unless asked for: history may be told. */
public final class LegacyCivoMentionRule extends WordRule {

    public LegacyCivoMentionRule() {
        super(Rules.inDocuments(
                "legacy-civo-mention", "an unlabelled mention of the retired cloud in prose", Severity.NOTE, false));
    }

    @Override
    public Collection<String> words(Contract contract) {
        return List.of(contract.legacy().civo().word());
    }

    @Override
    List<Hit> hits(Fragment text, Passage passage, RuleContext context) {
        String cloud = context.contract().legacy().civo().word();
        if (!isReading(passage) || !text.text().contains(cloud)) {
            return List.of();
        }
        return Word.identifiers(text.text()).stream()
                .filter(word -> word.text().equals(cloud))
                .map(word -> new Hit(
                        word.start(),
                        word.end(),
                        cloud + " is mentioned without a legacy label.",
                        "Readers take an unlabelled platform for a current one ("
                                + context.contract().decisions().deploymentAuthority() + ").",
                        "Label the section as legacy or compatibility, or bring it up to date."))
                .toList();
    }
}
