package dev.tinyland.gf.access.kubeconfig;

import dev.tinyland.gf.contract.Contract;
import java.util.List;

/** The variables by which clients and stacks find a kubeconfig and its context. */
public final class ClientVariables {
    private static final String STACK_INPUT = "TF_VAR_";

    private ClientVariables() {}

    /** All of them, in the order in which they are documented. */
    public static List<String> all(Contract contract) {
        return List.of(
                "KUBECONFIG",
                "KUBE_CONFIG_PATH",
                "KUBE_CTX",
                STACK_INPUT + contract.cluster().kubeconfigVariable(),
                STACK_INPUT + contract.cluster().contextVariable());
    }

    /** Those that hold the file's path, the most particular first. */
    public static List<String> paths(Contract contract) {
        return List.of(STACK_INPUT + contract.cluster().kubeconfigVariable(), "KUBE_CONFIG_PATH", "KUBECONFIG");
    }
}
