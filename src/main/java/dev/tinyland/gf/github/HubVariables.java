package dev.tinyland.gf.github;

import org.kohsuke.github.GHRepositoryVariable;

/** {@link Variables} by the client library. */
final class HubVariables implements Variables {
    private final Hub hub;

    HubVariables(Hub hub) {
        this.hub = hub;
    }

    @Override
    public Outcome<String> read(String name) throws InterruptedException {
        return hub.attempt(() -> Hub.promised(hub.repository().getVariable(name).getValue()));
    }

    @Override
    public Outcome<Boolean> write(String name, String value) throws InterruptedException {
        Outcome<GHRepositoryVariable> found = hub.attempt(() -> hub.repository().getVariable(name));
        return switch (found) {
            case Outcome.Ok<GHRepositoryVariable>(GHRepositoryVariable variable) ->
                hub.attempt(() -> {
                    variable.set().value(value);
                    return true;
                });
            case Outcome.Failed<GHRepositoryVariable>(Failure.NotFound _) ->
                hub.attempt(() -> {
                    hub.repository().createVariable(name, value);
                    return true;
                });
            case Outcome.Failed<GHRepositoryVariable>(Failure failure) -> Outcome.failed(failure);
        };
    }
}
