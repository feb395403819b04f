package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** A page that says the present object store is highly available, or an authority for remote execution. */
public final class RustFsAuthorityClaimRule extends WordRule {
    private static final String[] CLAIMS = {
        "highly available",
        "high availability",
        "ha state",
        "state authority",
        "rbe authority",
        "cas authority",
        "cas/ac authority",
        "action-cache authority",
        "final authority"
    };
    private static final String[] RESERVATIONS = {
        "not",
        "never",
        "no",
        "none",
        "until",
        "unless",
        "without",
        "interim",
        "cannot",
        "isn",
        "doesn",
        "before",
        "candidate",
        "guarded",
        "whether",
        "if",
        "rejected",
        "degraded",
        "target",
        "future",
        "neither",
        "nor"
    };

    public RustFsAuthorityClaimRule() {
        super(Rules.inDocuments(
                "rustfs-authority-claim",
                "a page that claims availability or authority the object store has not proved",
                Severity.NOTE,
                true));
    }

    @Override
    public Collection<String> words(Contract contract) {
        return List.of(contract.objectStore().product());
    }

    @Override
    List<Hit> hits(Fragment text, Passage passage, RuleContext context) {
        String product = context.contract().objectStore().product();
        if (!isReading(passage) || !Markers.inAnyCase(text.text(), product)) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        for (Sentence sentence : Sentence.of(text.text())) {
            boolean claims = false;
            for (String claim : CLAIMS) {
                claims |= sentence.saysPhrase(claim);
            }
            boolean verb = sentence.says("is", "provides", "serves", "gives", "offers", "as");
            if (claims && verb && sentence.says(product.toLowerCase(Locale.ROOT)) && !sentence.says(RESERVATIONS)) {
                int start = sentence.start()
                        + sentence.text().indexOf(sentence.text().stripLeading());
                hits.add(new Hit(
                        start,
                        sentence.start() + sentence.text().stripTrailing().length(),
                        product + " is said to have an authority or availability it has not proved.",
                        "It is one replica on one node and interim state authority only ("
                                + context.contract().decisions().haStateAuthority() + ").",
                        "Say what holds: guarded interim authority for state, acceleration for caches."));
            }
        }
        return hits;
    }
}
