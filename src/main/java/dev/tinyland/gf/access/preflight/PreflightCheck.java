package dev.tinyland.gf.access.preflight;

import dev.tinyland.gf.access.Item;

/** The checks of {@code tofu-preflight}. */
public enum PreflightCheck implements Item {
    PF001("OpenTofu is there", "a tofu on the PATH that is OpenTofu itself, no script around it"),
    PF002("its version fits", "1.10 or newer where use_lockfile is on"),
    PF003("the stack's folder is there", "a folder with configuration files"),
    PF010("the backend family fits", "one backend block of the configuration's family"),
    PF011("the backend configuration may be used", "gf backend-config ends with READY"),
    PF012("credentials for the state are in reach", "an access key and its secret key, by input or environment"),
    PF013("the state's endpoint answers", "a connection to the endpoint"),
    PF020("kubeconfig and context may be used", "gf kubeconfig would take the file and the context"),
    PF021("organization and contract agree", "the same context for the environment"),
    PF030("the variable file is there", "ENV.tfvars in the stack's folder, free of legacy names"),
    PF031("nothing legacy is in reach", "no name of the past in the stack's files and the environment"),
    PF040("providers are locked", "a .terraform.lock.hcl in the stack's folder");

    private final String title;
    private final String expected;

    PreflightCheck(String title, String expected) {
        this.title = title;
        this.expected = expected;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String expected() {
        return expected;
    }
}
