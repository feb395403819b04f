/** Tests of the YAML room. */
@NullMarked
package dev.tinyland.gf.yaml;

import org.jspecify.annotations.NullMarked;
