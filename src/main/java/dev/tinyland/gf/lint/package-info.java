/** gf-lint: what it judges, by which rules, and how it says so. */
@NullMarked
package dev.tinyland.gf.lint;

import org.jspecify.annotations.NullMarked;
