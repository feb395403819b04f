/** GitHub's API, as far as the tools use it: small ports, and outcomes that say what a failed call means. */
@org.jspecify.annotations.NullMarked
package dev.tinyland.gf.github;
