package dev.tinyland.gf.access.backend;

import dev.tinyland.gf.access.Item;

/** The checks of {@code backend-config}. */
public enum BackendCheck implements Item {
    BC001("a configuration is given", "one of the sources is set"),
    BC002("one file fits the stack", "one file of the folder fits the stack"),
    BC003("the configuration is readable", "HCL attributes with constant values, or Base64 of them"),
    BC004("the variables are complete", "BUCKET, KEY and ENDPOINT are set and the flags are true or false"),
    BC010("the family is the stack's", "one backend block of the configuration's type in the stack's own files"),
    BC011("every key is known", "attributes the backend takes"),
    BC012(
            "the configuration holds no credential",
            "credentials in the environment only; init copies the file into .terraform"),
    BC013("bucket and key are the expected ones", "the contract's bucket and key, or expect-bucket and expect-key"),
    BC014("the key is no other stack's", "a key of this stack"),
    BC015("the endpoint is private", "an address inside endpoint-scope"),
    BC016("the state is not GitLab's", "no GitLab address, project or user"),
    BC017("the state is not behind http", "family s3"),
    BC018("workspaces have no prefix", "no workspace_key_prefix"),
    BC019("no variable decides beside it", "no TF_*, AWS_* or proxy variable that would change the result"),
    BC020("writers exclude each other", "use_lockfile is true");

    private final String title;
    private final String expected;

    BackendCheck(String title, String expected) {
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
