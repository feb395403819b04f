package dev.tinyland.gf.arc.upstream;

import dev.tinyland.gf.helm.ChartVersion;
import java.util.List;
import java.util.Optional;

/**
 * A fault of ARC that others have met.
 *
 * @param reference where it is told, as in {@code actions-runner-controller#4432}
 * @param seenIn versions in which it was met; empty for every version
 * @param open whether nobody upstream has said that it is mended
 * @param until the first version that cannot have it, where that is known
 * @param circumstance when it bites
 * @param verdicts verdicts of {@code arc-inspect} under which it shows
 * @param what the fault in one sentence
 * @param next what to do about it
 */
public record KnownIssue(
        String reference,
        List<ChartVersion> seenIn,
        boolean open,
        Optional<ChartVersion> until,
        Circumstance circumstance,
        List<String> verdicts,
        String what,
        String next) {

    /** When a fault bites. */
    public enum Circumstance {
        /** The version of the charts moves. */
        UPGRADE,
        /** A lane's template changes. */
        TEMPLATE_CHANGE,
        /** A lane's image changes. */
        IMAGE_CHANGE,
        /** A lane keeps runners alive without a job. */
        WARM_RUNNERS,
        /** A lane is made. */
        NEW_LANE,
        /** A lane has labels beside its name. */
        SCALE_SET_LABELS
    }

    public KnownIssue {
        seenIn = List.copyOf(seenIn);
        verdicts = List.copyOf(verdicts);
    }

    /** Whether it was met in a version, or in an older one and nobody says that it is mended. */
    public boolean concerns(ChartVersion version) {
        if (until.filter(mended -> version.compareTo(mended) >= 0).isPresent()) {
            return false;
        }
        return seenIn.isEmpty()
                || seenIn.contains(version)
                || (open && seenIn.stream().anyMatch(seen -> seen.compareTo(version) < 0));
    }

    /** For people. */
    public String text() {
        String versions = seenIn.isEmpty()
                ? "every version"
                : "seen in "
                        + String.join(
                                ", ",
                                seenIn.stream().map(ChartVersion::toString).toList());
        return reference + " (" + versions + (open ? ", open" : ", closed") + "): " + what + "; what to do: " + next;
    }
}
