package dev.tinyland.gf.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules of a run, in a fixed order, each id once. */
public final class RuleSet {
    private final List<Rule> rules;
    private final Map<String, RuleInfo> byId;

    public RuleSet(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.byId = new HashMap<>();
        for (Rule rule : rules) {
            if (byId.put(rule.info().id(), rule.info()) != null) {
                throw new IllegalArgumentException(
                        "two rules are called " + rule.info().id());
            }
        }
    }

    public List<Rule> rules() {
        return rules;
    }

    public Optional<RuleInfo> info(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
