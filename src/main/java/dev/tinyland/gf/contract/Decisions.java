package dev.tinyland.gf.contract;

/**
 * Titles of the decisions that findings cite.
 *
 * @param cacheAndStateRoles what caches and state backends are for
 * @param deploymentAuthority state authority, cluster access, deployment ownership
 * @param backendTargetState which backend family the stacks converge on
 * @param haStateAuthority what may become the highly available state authority
 */
public record Decisions(
        String cacheAndStateRoles, String deploymentAuthority, String backendTargetState, String haStateAuthority) {}
