package dev.tinyland.gf.testing;

/** Backend configurations as the platform gives them to its stacks. */
public final class BackendText {
    private BackendText() {}

    private static final String INSIDE = "http://tofu-state-rustfs.nix-cache.svc:9000";

    /** What a stack needs for its state in the platform's store. */
    public static String of(String stack) {
        return at(stack, INSIDE);
    }

    /** The same for a real OpenTofu: what asks AWS is skipped. */
    public static String forTofu(String stack) {
        return forTofu(stack, INSIDE);
    }

    /** For a real OpenTofu and a store of the test's own. */
    public static String forTofu(String stack, String endpoint) {
        return at(stack, endpoint) + """
            skip_credentials_validation = true
            skip_metadata_api_check = true
            skip_region_validation = true
            skip_requesting_account_id = true
            skip_s3_checksum = true
            """;
    }

    /** A {@code terraform} block that names its backend whole, as no stack of the platform does. */
    public static String block(String stack, String endpoint) {
        return "terraform {\n  backend \"s3\" {\n" + forTofu(stack, endpoint).indent(4) + "  }\n}\n\n";
    }

    private static String at(String stack, String endpoint) {
        return """
            bucket = "tofu-state"
            key = "%s/terraform.tfstate"
            region = "us-east-1"
            endpoints = { s3 = "%s" }
            use_path_style = true
            use_lockfile = true
            """.formatted(stack, endpoint);
    }
}
