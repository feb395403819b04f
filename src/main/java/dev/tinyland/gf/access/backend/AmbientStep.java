package dev.tinyland.gf.access.backend;

import static dev.tinyland.gf.access.backend.BackendCheck.BC019;
import static dev.tinyland.gf.access.backend.BackendVerdict.REFUSED;

import dev.tinyland.gf.access.Checklist;
import dev.tinyland.gf.contract.Contract;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Variables that change what OpenTofu does without standing in the configuration: BC019. */
final class AmbientStep {
    private static final Set<String> HARMLESS = Set.of(
            "TF_IN_AUTOMATION",
            "TF_INPUT",
            "TF_PLUGIN_CACHE_DIR",
            "TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE",
            "TF_LOG",
            "TF_LOG_PATH",
            "TF_LOG_CORE",
            "TF_LOG_PROVIDER",
            "AWS_EC2_METADATA_DISABLED",
            "AWS_PAGER");
    private static final Set<String> PROXIES = Set.of("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY");

    private AmbientStep() {}

    static void check(
            Checklist<BackendVerdict> checks,
            BackendSettings settings,
            Contract contract,
            Set<String> environment,
            List<String> source)
            throws IOException {
        List<String> seen = environment.stream()
                .filter(AmbientStep::decides)
                .filter(name -> !HARMLESS.contains(name))
                .filter(name -> !contract.state().credentialVariables().contains(name))
                .filter(name -> !source.contains(name))
                .sorted()
                .toList();
        String next = "unset them for this step; the configuration file says all that is needed";
        if (seen.isEmpty()) {
            checks.pass(BC019, "none");
        } else if (settings.strict()) {
            checks.fail(BC019, REFUSED, "set: " + String.join(", ", seen), next);
        } else {
            checks.warn(BC019, "set: " + String.join(", ", seen), next);
        }
    }

    private static boolean decides(String name) {
        boolean tofu = name.startsWith("TF_") && !name.startsWith("TF_VAR_");
        return tofu || name.startsWith("AWS_") || PROXIES.contains(name.toUpperCase(Locale.ROOT));
    }
}
