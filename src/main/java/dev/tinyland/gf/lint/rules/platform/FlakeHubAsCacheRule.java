package dev.tinyland.gf.lint.rules.platform;

import dev.tinyland.gf.contract.Contract;
import dev.tinyland.gf.contract.FlakeHub;
import dev.tinyland.gf.contract.HostScanner;
import dev.tinyland.gf.lint.RuleContext;
import dev.tinyland.gf.lint.Severity;
import dev.tinyland.gf.lint.passage.Passage;
import dev.tinyland.gf.text.Fragment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** FlakeHub attached as a binary cache. */
public final class FlakeHubAsCacheRule extends WordRule {

    public FlakeHubAsCacheRule() {
        super(Rules.everywhere(
                "flakehub-as-cache", "FlakeHub attached as a binary cache", Severity.NOTE, Severity.NOTE));
    }

    @Override
    public Collection<String> words(Contract contract) {
        FlakeHub flakeHub = contract.flakeHub();
        return Stream.concat(flakeHub.cacheHosts().stream(), flakeHub.cacheActions().stream())
                .toList();
    }

    @Override
    List<Hit> hits(Fragment text, Passage passage, RuleContext context) {
        if (isReading(passage)) {
            return List.of();
        }
        FlakeHub flakeHub = context.contract().flakeHub();
        List<Hit> hits = new ArrayList<>();
        if (passage.key().equals("uses")) {
            String uses = text.text().strip();
            int at = uses.indexOf('@');
            String repository = at < 0 ? uses : uses.substring(0, at);
            String name = repository.substring(repository.lastIndexOf('/') + 1);
            if (flakeHub.cacheActions().contains(name)) {
                hits.add(hit(0, text.length(), uses, context));
            }
        }
        if (!Markers.in(text.text(), flakeHub.cacheHosts())) {
            return hits;
        }
        HostScanner.scan(text.text()).stream()
                .filter(mention -> flakeHub.cacheHosts().stream().anyMatch(mention::isAtOrBelow))
                .forEach(mention -> hits.add(hit(mention.start(), mention.end(), mention.host(), context)));
        return hits;
    }

    private static Hit hit(int start, int end, String what, RuleContext context) {
        return new Hit(
                start,
                end,
                what + " attaches FlakeHub as a cache.",
                "FlakeHub is publication and discovery only ("
                        + context.contract().decisions().cacheAndStateRoles() + ").",
                "Read from the shared Attic cache `"
                        + context.contract().attic().cache() + "`, which needs no credential.");
    }
}
