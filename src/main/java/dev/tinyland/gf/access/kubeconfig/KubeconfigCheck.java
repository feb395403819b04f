package dev.tinyland.gf.access.kubeconfig;

import dev.tinyland.gf.access.Item;

/** The checks of {@code kubeconfig}. */
public enum KubeconfigCheck implements Item {
    KC001("a kubeconfig is given", "the secret is not empty"),
    KC002("the secret is readable", "YAML or JSON, or Base64 of it"),
    KC003("the secret is encoded once", "no Base64 of Base64"),
    KC004("the secret is a kubeconfig", "kind Config with lists of named clusters, contexts and users"),
    KC005("every name stands once", "no name and no key stands twice"),
    KC006("the context is there", "the context with its cluster and user"),
    KC010("the context is allowed", "an allowed context; with forbidden-policy refuse, no forbidden one beside it"),
    KC011("the context is no alias of a forbidden cluster", "cluster and host are none of the forbidden names"),
    KC012("the server is the expected one", "the server that expect-server names"),
    KC013("the server is private", "an address inside server-scope"),
    KC014("the server's URL is plain https", "https://HOST:PORT and nothing more"),
    KC015("the server's name leads inside only", "every address of the name inside server-scope"),
    KC016("organization and contract agree", "the same context for the environment"),
    KC020("the server is verified", "no insecure-skip-tls-verify"),
    KC021("the authority is carried along", "certificate-authority-data with a certificate that is valid"),
    KC022("everything is inside the file", "no file paths and no proxy-url"),
    KC023("nothing is run or impersonated", "no exec, no auth-provider, no impersonation"),
    KC030("the credential is valid long enough", "valid now and for min-validity"),
    KC031("the credential does not end soon", "valid for warn-validity"),
    KC032("key and certificate belong together", "a client key that signs for its certificate"),
    KC040("the cluster is the expected one", "namespace kube-system has the UID of expect-cluster-uid"),
    KC041("the server answers", "an answer that can be judged"),
    KC042("the server knows us", "a user that is not anonymous"),
    KC043("the named verbs are allowed", "each line of verify-access is allowed"),
    KC050("the file can be written", "a fresh 0700 folder under RUNNER_TEMP and a 0600 file in it"),
    KC051("no other configuration is in reach", "no KUBECONFIG, KUBE_*, HELM_* or proxy variable is set");

    private final String title;
    private final String expected;

    KubeconfigCheck(String title, String expected) {
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
