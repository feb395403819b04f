package dev.tinyland.gf.access.backend;

import dev.tinyland.gf.access.Checklist;
import dev.tinyland.gf.access.Platform;
import dev.tinyland.gf.access.Sink;
import dev.tinyland.gf.actions.Conclusion;
import dev.tinyland.gf.actions.InputException;
import dev.tinyland.gf.actions.Run;
import dev.tinyland.gf.kube.AddressScope;
import dev.tinyland.gf.kube.HostResolver;
import dev.tinyland.gf.kube.ScopeGuard;
import dev.tinyland.gf.tofu.backend.BackendConfiguration;
import dev.tinyland.gf.tofu.backend.BackendFamily;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** From the sources to one configuration that may be used. It contacts nothing but the resolver of names. */
public final class BackendJudge {
    private final Run run;
    private final Platform platform;
    private final BackendSettings settings;
    private final HostResolver resolver;
    private final Checklist<BackendVerdict> checks;

    public BackendJudge(Run run, Sink sink, Platform platform, BackendSettings settings, HostResolver resolver) {
        this.run = run;
        this.platform = platform;
        this.settings = settings;
        this.resolver = resolver;
        this.checks = new Checklist<>(sink, List.of(BackendCheck.values()));
    }

    /**
     * A configuration with all that was found out about it.
     *
     * @param configuration as it is to be written
     * @param source where it came from
     * @param shadowed sources that are set and not used
     * @param authority whose state it is
     */
    public record Resolved(
            BackendConfiguration configuration,
            String source,
            List<String> shadowed,
            String authority,
            String endpoint,
            Optional<AddressScope> scope) {
        public Resolved {
            shadowed = List.copyOf(shadowed);
        }
    }

    /** The verdict, and with {@code READY} the configuration. */
    public record Outcome(Conclusion conclusion, Optional<Resolved> resolved) {}

    public Outcome judge() throws IOException, InterruptedException {
        Optional<BackendSource> source = new SourceStep(run, checks, settings, platform.contract()).resolve();
        if (source.isEmpty()) {
            return new Outcome(checks.conclude(BackendVerdict.READY), Optional.empty());
        }
        BackendConfiguration configuration = source.get().configuration();
        if (settings.endpointOverride().isPresent()) {
            if (configuration.family() != BackendFamily.S3) {
                throw new InputException(
                        "endpoint-override",
                        "endpoint-override stands in for an S3 endpoint, and this configuration is of family "
                                + configuration.family().type() + "; leave it out");
            }
            configuration = configuration.withS3Endpoint(
                    settings.endpointOverride().get().toString());
        }
        new StackStep(checks, settings).check(configuration);
        PolicyStep.Findings findings =
                new PolicyStep(checks, settings, platform.contract(), new ScopeGuard(resolver)).check(configuration);
        Set<String> set = run.host().environment().keySet().stream()
                .filter(name -> run.host().variable(name).isPresent())
                .collect(Collectors.toSet());
        AmbientStep.check(
                checks, settings, platform.contract(), set, source.get().variables());
        Conclusion conclusion = checks.conclude(BackendVerdict.READY);
        boolean ready = conclusion.verdict() == BackendVerdict.READY;
        return new Outcome(
                conclusion,
                ready
                        ? Optional.of(new Resolved(
                                configuration,
                                source.get().name(),
                                source.get().shadowed(),
                                findings.authority(),
                                findings.endpoint(),
                                findings.scope()))
                        : Optional.empty());
    }
}
