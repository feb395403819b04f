package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.text.Fragment;
import java.util.Collection;
import java.util.List;

/** The kubeconfig context of the retired cloud. */
public final class LegacyCivoContextRule extends WordRule {

    public LegacyCivoContextRule() {
        super(Rules.everywhere(
                "legacy-civo-context",
                "a kubeconfig context that is residual compatibility only",
                Severity.ERROR,
                Severity.WARNING));
    }

    @Override
    public Collection<String> words(Contract contract) {
        return contract.cluster().residualContexts();
    }

    @Override
    List<Hit> hits(Fragment text, Passage passage, RuleContext context) {
        List<String> residual = context.contract().cluster().residualContexts();
        if (!Markers.in(text.text(), residual)) {
            return List.of();
        }
        return Word.names(text.text()).stream()
                .filter(word -> residual.contains(word.text()))
                .map(word -> new Hit(
                        word.start(),
                        word.end(),
                        "The context " + word.text() + " is residual compatibility only.",
                        context.contract().cluster().name() + " is the only cluster, for every environment ("
                                + context.contract().decisions().deploymentAuthority() + ").",
                        "Use the context " + context.contract().cluster().context()
                                + ", with the kubeconfig's path as an explicit input."))
                .toList();
    }
}
