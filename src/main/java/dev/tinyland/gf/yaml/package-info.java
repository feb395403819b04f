/** YAML to a small tree whose every scalar knows where each of its characters stands. No policy. */
@NullMarked
package dev.tinyland.gf.yaml;

import org.jspecify.annotations.NullMarked;
