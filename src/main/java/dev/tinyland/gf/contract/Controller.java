package dev.tinyland.gf.contract;

/**
 * The ARC controller.
 *
 * @param release its Helm release
 * @param chart name of its chart
 * @param runnerChart name of the chart of a lane
 * @param credentialSecret the Kubernetes secret with the GitHub App's credentials
 * @param pullSecret whether its image needs a pull secret
 */
public record Controller(
        String release,
        String serviceAccount,
        String chart,
        String runnerChart,
        String credentialSecret,
        boolean pullSecret) {}
