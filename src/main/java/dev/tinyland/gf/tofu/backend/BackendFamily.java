package dev.tinyland.gf.tofu.backend;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The backend types we know, with the attributes each takes (OpenTofu 1.12, {@code ConfigSchema} of the backends). */
@SuppressWarnings("ImmutableEnumChecker") // the collections come from List.of and Set.of
public enum BackendFamily {
    S3(
            List.of("bucket", "key", "region", "endpoints", "use_path_style", "use_lockfile"),
            Set.of(
                    "bucket",
                    "key",
                    "region",
                    "endpoints",
                    "dynamodb_endpoint",
                    "endpoint",
                    "iam_endpoint",
                    "sts_endpoint",
                    "sts_region",
                    "encrypt",
                    "acl",
                    "state_tags",
                    "lock_tags",
                    "access_key",
                    "secret_key",
                    "kms_key_id",
                    "dynamodb_table",
                    "profile",
                    "shared_credentials_file",
                    "shared_credentials_files",
                    "shared_config_files",
                    "token",
                    "skip_credentials_validation",
                    "skip_metadata_api_check",
                    "skip_region_validation",
                    "skip_requesting_account_id",
                    "sse_customer_key",
                    "role_arn",
                    "session_name",
                    "external_id",
                    "assume_role_duration_seconds",
                    "assume_role_policy",
                    "assume_role_policy_arns",
                    "assume_role_tags",
                    "assume_role_transitive_tag_keys",
                    "workspace_key_prefix",
                    "force_path_style",
                    "use_path_style",
                    "retry_mode",
                    "max_retries",
                    "custom_ca_bundle",
                    "ec2_metadata_service_endpoint",
                    "ec2_metadata_service_endpoint_mode",
                    "assume_role",
                    "assume_role_with_web_identity",
                    "forbidden_account_ids",
                    "allowed_account_ids",
                    "http_proxy",
                    "https_proxy",
                    "no_proxy",
                    "insecure",
                    "use_dualstack_endpoint",
                    "use_fips_endpoint",
                    "skip_s3_checksum",
                    "use_lockfile"),
            Set.of("access_key", "secret_key", "token", "sse_customer_key")),
    HTTP(
            List.of("address", "lock_address", "unlock_address", "lock_method", "unlock_method"),
            Set.of(
                    "address",
                    "update_method",
                    "lock_address",
                    "unlock_address",
                    "lock_method",
                    "unlock_method",
                    "username",
                    "password",
                    "skip_cert_verification",
                    "retry_max",
                    "retry_wait_min",
                    "retry_wait_max",
                    "client_ca_certificate_pem",
                    "client_certificate_pem",
                    "client_private_key_pem",
                    "headers"),
            Set.of("password", "client_private_key_pem", "headers"));

    private static final Map<String, String> RENAMED = Map.of(
            "endpoint", "endpoints = { s3 = \"…\" }",
            "s3_endpoint", "endpoints = { s3 = \"…\" }",
            "force_path_style", "use_path_style",
            "lockfile", "use_lockfile",
            "skip_checksum", "skip_s3_checksum",
            "url", "address");

    private final List<String> first;
    private final Set<String> attributes;
    private final Set<String> credentials;

    BackendFamily(List<String> first, Set<String> attributes, Set<String> credentials) {
        this.first = first;
        this.attributes = attributes;
        this.credentials = credentials;
    }

    /** The type as a backend block names it. */
    public String type() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BackendFamily> ofType(String type) {
        return Arrays.stream(values())
                .filter(family -> family.type().equals(type))
                .findFirst();
    }

    public boolean takes(String attribute) {
        return attributes.contains(attribute);
    }

    /** Attributes whose value is a credential. */
    public Set<String> credentials() {
        return credentials;
    }

    /** The attributes in the order in which we write them: the telling ones first, the rest by name. */
    public List<String> ordered(Set<String> names) {
        Map<String, Boolean> ordered = new LinkedHashMap<>();
        first.stream().filter(names::contains).forEach(name -> ordered.put(name, true));
        names.stream().sorted().forEach(name -> ordered.put(name, true));
        return List.copyOf(ordered.keySet());
    }

    /** What was probably meant by an attribute that is unknown, or known by its old name only. */
    public Optional<String> suggestion(String attribute) {
        if (RENAMED.containsKey(attribute)) {
            return Optional.ofNullable(RENAMED.get(attribute));
        }
        return attributes.stream()
                .filter(known -> distance(known, attribute) <= Math.max(1, attribute.length() / 4))
                .min((a, b) -> Integer.compare(distance(a, attribute), distance(b, attribute)));
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], above) + 1, diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
