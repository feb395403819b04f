package dev.tinyland.gf.kube;

import dev.tinyland.gf.secret.Secret;
import java.util.List;

/** What reading a kubeconfig gave. The credentials come with every outcome: they are masked before anything is said. */
public sealed interface KubeconfigResult {

    /** Every value of the document that is, or may be, a credential. */
    List<Secret> credentials();

    record Read(Kubeconfig kubeconfig, List<Secret> credentials) implements KubeconfigResult {
        public Read {
            credentials = List.copyOf(credentials);
        }
    }

    /**
     * Not a kubeconfig.
     *
     * @param duplicate whether names stand twice, rather than the structure being wrong
     * @param message names fields, never values
     */
    record Malformed(boolean duplicate, String message, List<Secret> credentials) implements KubeconfigResult {
        public Malformed {
            credentials = List.copyOf(credentials);
        }
    }
}
