package dev.tinyland.gf.lint.publication;

import dev.tinyland.gf.expression.Truth;
import java.util.List;
import java.util.Set;

/** Tells whether whoever calls an action or a workflow decides through its inputs that it publishes. */
final class Delegation {
    private static final String INPUTS = "inputs.";

    private Delegation() {}

    /** Whether some input of the file keeps open whether a site publishes. */
    static boolean dependsOnInputs(PushSite site) {
        Reach reach = new Reach("", Set.of());
        List<Scenario> any = new Scenarios("main", Set.of()).ofAnyCaller();
        return any.stream().anyMatch(scenario -> {
            Reach.Result result = reach.at(site.placement(), scenario, site.control());
            return result.pushes() != Truth.FALSE && result.origins().stream().anyMatch(o -> o.startsWith(INPUTS));
        });
    }
}
