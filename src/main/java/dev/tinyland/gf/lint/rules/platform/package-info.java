/** Rules about the platform: which hosts, clusters, backends and lanes a text may name. Their values come from the contract. */
@NullMarked
package dev.tinyland.gf.lint.rules.platform;

import org.jspecify.annotations.NullMarked;
