package dev.tinyland.gf.arc.inspect;

import dev.tinyland.gf.helm.ChartVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An AutoscalingRunnerSet: the object that is a lane.
 *
 * @param name its name, which is the label that {@code runs-on} names
 * @param version label {@code app.kubernetes.io/version}
 * @param release name of the Helm release that made it, empty where it was made otherwise
 * @param scaleSetId annotation {@code runner-scale-set-id}: the number GitHub gave it; empty before registration
 * @param group runner group as the annotation has it, else as the spec has it, else GitHub's default
 * @param phase {@code status.phase} of 0.14, {@code status.state} before; empty where neither is set
 * @param counted whether its status counts its runners; from 0.15 on it does not, and the four numbers are those of the
 *     EphemeralRunners that were seen
 * @param images images of the runner containers
 * @param created when it was made
 */
public record RunnerSet(
        String namespace,
        String name,
        Optional<ChartVersion> version,
        Optional<String> release,
        OptionalInt scaleSetId,
        String group,
        String url,
        int minimum,
        OptionalInt maximum,
        String phase,
        boolean counted,
        int current,
        int pending,
        int running,
        int failed,
        List<String> images,
        Optional<Instant> created) {

    public RunnerSet {
        images = List.copyOf(images);
    }

    /** Itself, or with its runners counted one by one where its status does not count them. */
    RunnerSet counting(List<Runner> all) {
        if (counted) {
            return this;
        }
        List<Runner> own =
                all.stream().filter(runner -> runner.set().equals(name)).toList();
        return new RunnerSet(
                namespace,
                name,
                version,
                release,
                scaleSetId,
                group,
                url,
                minimum,
                maximum,
                phase,
                false,
                Math.toIntExact(own.stream().filter(Runner::holdsPlace).count()),
                inPhase(own, "Pending") + inPhase(own, ""),
                inPhase(own, "Running"),
                inPhase(own, "Failed"),
                images,
                created);
    }

    private static int inPhase(List<Runner> runners, String phase) {
        return Math.toIntExact(
                runners.stream().filter(runner -> runner.phase().equals(phase)).count());
    }

    public boolean isOutdated() {
        return phase.equals("Outdated");
    }
}
