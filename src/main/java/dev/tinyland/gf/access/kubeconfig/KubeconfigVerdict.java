package dev.tinyland.gf.access.kubeconfig;

import dev.tinyland.gf.report.ExitCode;
import dev.tinyland.gf.report.Verdict;

/** How {@code kubeconfig} ends, in order of precedence. */
public enum KubeconfigVerdict implements Verdict {
    MALFORMED(ExitCode.USAGE, "the secret or an input is not what it should be; nothing was contacted"),
    REFUSED(ExitCode.REFUSED, "the kubeconfig is readable and must not be used"),
    UNVERIFIED(ExitCode.UNKNOWN, "the verification that was asked for could not be made"),
    EXPIRING(ExitCode.ACCEPTABLE, "usable, and its credential ends within warn-validity"),
    READY(ExitCode.ACCEPTABLE, "usable");

    private final ExitCode exitCode;
    private final String when;

    KubeconfigVerdict(ExitCode exitCode, String when) {
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
