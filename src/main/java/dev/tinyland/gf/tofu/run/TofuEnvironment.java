package dev.tinyland.gf.tofu.run;

import dev.tinyland.gf.process.CleanEnvironment;
import dev.tinyland.gf.secret.Secret;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The environment OpenTofu and its providers see: the job's, for a provider may need any of it, without what changes the
 * commands behind our back, what belongs to the runner, and what belongs to these tools.
 */
public final class TofuEnvironment {
    private static final Set<String> KEPT_OF_TOFU = Set.of("TF_ENCRYPTION", "TF_PLUGIN_CACHE_DIR");
    private static final List<String> KEPT_PREFIXES_OF_TOFU = List.of("TF_VAR_", "TF_TOKEN_");

    /** Where a store is, and who asks it, stands in the backend configuration and in the credentials alone. */
    private static final Set<String> KEPT_OF_AWS = Set.of(
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_REGION",
            "AWS_DEFAULT_REGION",
            "AWS_CA_BUNDLE",
            "AWS_SSE_CUSTOMER_KEY",
            "AWS_EC2_METADATA_DISABLED");

    /** The files through which a step speaks to the runner; a program that a configuration starts must not write them. */
    private static final Set<String> OF_THE_RUNNER =
            Set.of("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STATE", "GITHUB_STEP_SUMMARY");

    /** Else the profile files of this machine's user, or the machine's own role, would have a say in who asks. */
    private static final Map<String, String> NO_PROFILES = Map.of(
            "AWS_CONFIG_FILE", "/dev/null",
            "AWS_SHARED_CREDENTIALS_FILE", "/dev/null",
            "AWS_EC2_METADATA_DISABLED", "true");

    private TofuEnvironment() {}

    /**
     * Scrubs an environment.
     *
     * @param http whether the backend is of the family http, whose settings are variables {@code TF_HTTP_…}
     */
    public static Map<String, String> of(Map<String, String> environment, boolean http) {
        Map<String, String> clean = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (keeps(name, http)) {
                clean.put(name, value);
            }
        });
        clean.put("TF_IN_AUTOMATION", "1");
        clean.put("CHECKPOINT_DISABLE", "1");
        return clean;
    }

    /**
     * For commands on a state alone: no configuration of a stack and no provider has a say, so hardly anything is kept.
     *
     * @param variables names of the variables for the credentials, in their order
     */
    public static Map<String, String> ofState(
            Map<String, String> environment, List<String> variables, List<Secret> credentials) {
        Map<String, String> clean = CleanEnvironment.of(
                environment, Map.of("TF_IN_AUTOMATION", "1", "CHECKPOINT_DISABLE", "1", "TF_INPUT", "0"));
        clean.putAll(NO_PROFILES);
        return withCredentials(clean, variables, credentials);
    }

    /** The same with credentials of the store that were given as inputs, in place of any others. */
    public static Map<String, String> withCredentials(
            Map<String, String> clean, List<String> variables, List<Secret> credentials) {
        if (credentials.isEmpty()) {
            return clean;
        }
        Map<String, String> changed = new TreeMap<>(clean);
        changed.remove("AWS_SESSION_TOKEN");
        changed.putAll(NO_PROFILES);
        for (int i = 0; i < credentials.size(); i++) {
            changed.put(variables.get(i), credentials.get(i).reveal());
        }
        return changed;
    }

    private static boolean keeps(String name, boolean http) {
        if (name.startsWith("TF_")) {
            return KEPT_OF_TOFU.contains(name)
                    || KEPT_PREFIXES_OF_TOFU.stream().anyMatch(name::startsWith)
                    || (http && name.startsWith("TF_HTTP_"));
        }
        if (name.startsWith("AWS_")) {
            return KEPT_OF_AWS.contains(name);
        }
        return !name.startsWith("GF_")
                && !name.startsWith("ACTIONS_RUNTIME_")
                && !name.startsWith("ACTIONS_CACHE_")
                && !name.startsWith("ACTIONS_RESULTS_")
                && !name.startsWith("TERRAFORM_")
                && !OF_THE_RUNNER.contains(name);
    }
}
