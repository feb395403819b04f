package dev.tinyland.gf.arc.inspect;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which lane a runner's name belongs to. A lane's name may be the beginning of another's, and {@code heavy} has five
 * letters, so names are taken apart by the alphabet Kubernetes makes suffixes of, which has no vowels.
 *
 * <p>Source: {@code k8s.io/apimachinery} utilrand; ARC names runners {@code <lane>-<5>-runner-<5>} up to 0.14 and
 * {@code <lane>-runner-<5>} after it.
 */
public final class RunnerName {
    private static final String SUFFIX = "[bcdfghjklmnpqrstvwxz2456789]{5}";

    private RunnerName() {}

    /** Whether a runner of this name is one of the lane's. */
    public static boolean isOf(String lane, String runner) {
        return Pattern.matches(Pattern.quote(lane) + "(?:-" + SUFFIX + ")?-runner-" + SUFFIX, runner);
    }

    /** The lane a runner belongs to, empty where none or more than one fits. */
    public static Optional<String> lane(Collection<String> lanes, String runner) {
        var fitting =
                lanes.stream().filter(lane -> isOf(lane, runner)).distinct().toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }
}
