/**
 * The platform as data ({@code config/contract.yaml}) and the deployment's choice ({@code config/organization.yaml}): the
 * only way to a host, a context, a bucket, a lane or a legacy marker.
 */
@NullMarked
package dev.tinyland.gf.contract;

import org.jspecify.annotations.NullMarked;
