package dev.tinyland.gf.tofu.plan;

/**
 * The outcome of a {@code check} block or a condition.
 *
 * @param status {@code pass}, {@code fail}, {@code error} or {@code unknown}; a failed check block leaves the exit code of
 *     {@code tofu plan} alone
 */
public record PlanCheck(String address, String status) {}
