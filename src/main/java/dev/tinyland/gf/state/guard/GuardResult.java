package dev.tinyland.gf.state.guard;

import dev.tinyland.gf.report.Check;
import java.util.List;

/**
 * What the guard saw.
 *
 * @param checks the checks C1 and C4 to C9, with a write proof C10 and C11 as well, each once and in this order. C9, the
 *     lock, is never required: OpenTofu waits for a lock by itself.
 */
public record GuardResult(GuardOutcome outcome, LockState lock, List<Check> checks) {
    public GuardResult {
        checks = List.copyOf(checks);
    }
}
