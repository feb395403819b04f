package dev.tinyland.gf.plan.command;

import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.Verdict;

/** How {@code tofu-plan} ends, in order of precedence. */
public enum TofuPlanVerdict implements Verdict {
    BACKEND_MISMATCH(ExitCode.USAGE, "backend family, configuration file or folder of the stack is wrong"),
    REFUSED(ExitCode.REFUSED, "the preflight refused backend configuration or kubeconfig"),
    GUARD_RED(ExitCode.REFUSED, "the store or the state object cannot be trusted; no plan is made"),
    UNREACHABLE(ExitCode.UNKNOWN, "store, registry or cluster did not answer, refused who asks, or cannot lock"),
    LOCKED(ExitCode.UNKNOWN, "the state is locked; the report says by whom, since when, and whether it is us"),
    PLAN_FAILED(ExitCode.BAD, "OpenTofu could not plan: the configuration is wrong"),
    NOT_READY(ExitCode.BAD, "the preflight found something missing, or something legacy in reach"),
    FAKE_GREENFIELD(ExitCode.BAD, "the plan creates what lives already, or somebody knows of a state it does not see"),
    GREENFIELD_UNVERIFIED(
            ExitCode.UNKNOWN,
            "there is no state, nobody could look whether it is new, and allow-greenfield is not given"),
    DANGER(ExitCode.BAD, "a class of fail-on is hit"),
    PARTIAL(ExitCode.ACCEPTABLE, "planned with target, exclude or refresh=false; what was left out is not judged"),
    CHANGES(ExitCode.ACCEPTABLE, "the plan changes something, and nothing speaks against it"),
    NO_CHANGES(ExitCode.ACCEPTABLE, "the plan changes nothing");

    private final ExitCode exitCode;
    private final String when;

    TofuPlanVerdict(ExitCode exitCode, String when) {
        this.exitCode = exitCode;
        this.when = when;
    }

    @Override
    public ExitCode exitCode() {
        return exitCode;
    }

    @Override
    public String when() {
        return when;
    }
}
