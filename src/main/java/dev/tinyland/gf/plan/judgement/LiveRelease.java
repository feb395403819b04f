package dev.tinyland.gf.plan.judgement;

/**
 * A Helm release as the cluster has it now.
 *
 * @param chart name of its chart
 * @param chartVersion version of its chart
 * @param appVersion version of what it installs, empty where the chart does not say
 */
public record LiveRelease(String namespace, String name, String chart, String chartVersion, String appVersion) {}
